import { delimiterOf, firstRows, readCsv } from "./csv.ts";
import { decode, type Encoding, encodingOf } from "./encoding.ts";
import { jsonKind, readJson } from "./json.ts";
import { type RowSource, SAMPLE_ROWS, START_ROWS } from "./row-source.ts";
import { withTabs } from "./spaced-text.ts";

/** A table from the bytes of a text, and the encoding that was found. */
export function textSource(
  bytes: Uint8Array,
  name: string,
): { source: RowSource; encoding: Encoding; delimiter: string | null } {
  const encoding = encodingOf(bytes);
  const decoded = decode(bytes, encoding);
  const kind = jsonKind(decoded);
  if (kind) return { source: readJson(decoded, name, kind), encoding, delimiter: null };
  const text = withTabs(decoded);
  const delimiter = delimiterOf(text);
  const start = firstRows(text, name, START_ROWS);
  const source: RowSource = {
    name,
    sample: start.slice(0, SAMPLE_ROWS),
    start,
    surroundings: "",
    delimiter,
    place: (line) => `${name}:${line}`,
    read: (take) => readCsv(text, name, take),
  };
  return { source, encoding, delimiter };
}
