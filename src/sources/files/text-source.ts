import { delimiterOf, firstRows, readCsv } from "./csv.ts";
import { decode, type Encoding, encodingOf } from "./encoding.ts";
import { jsonKind, readJson } from "./json.ts";
import { type RowSource, SAMPLE_ROWS } from "./row-source.ts";

/** A table from the bytes of a text, and the encoding that was found. */
export function textSource(
  bytes: Uint8Array,
  name: string,
): { source: RowSource; encoding: Encoding; delimiter: string | null } {
  const encoding = encodingOf(bytes);
  const text = decode(bytes, encoding);
  const kind = jsonKind(text);
  if (kind) return { source: readJson(text, name, kind), encoding, delimiter: null };
  const source: RowSource = {
    name,
    sample: firstRows(text, name, SAMPLE_ROWS),
    surroundings: "",
    place: (line) => `${name}:${line}`,
    read: (take) => readCsv(text, name, take),
  };
  return { source, encoding, delimiter: delimiterOf(text) };
}
