import type { Warning } from "../../warning.ts";
import { encodingWarnings } from "./encoding.ts";
import { jsonKind } from "./json.ts";
import { largeCsv, startOfText } from "./large-csv.ts";
import { type NamedFile, plainText, type Reading } from "./plain-text.ts";
import type { RowSource } from "./row-source.ts";
import type { Container } from "./unpack.ts";

/** The table of a text file too large for memory: CSV or JSON, in any encoding, packed or not. */
export async function largeSource(
  file: NamedFile,
  container: Container,
  reading: Reading,
): Promise<{ sources: readonly RowSource[]; warnings: readonly Warning[] }> {
  const text = await plainText(file, container, reading);
  const start = startOfText(text);
  const kind = jsonKind(start);
  const warnings = encodingWarnings(text.name, text.encoding);
  if (kind === null) return { sources: [largeCsv(text, start)], warnings };
  const { largeJson } = await import("./large-json.ts");
  return { sources: [await largeJson(text, kind, reading)], warnings };
}
