import { closeSync, openSync, readSync } from "node:fs";
import { firstBytes } from "./first-bytes.ts";
import type { StoredTable } from "./row-source.ts";

/** At how many places of a file rows are read, how many bytes there, and how many rows of these. */
const PLACES = 8192;
const BYTES_A_PLACE = 4096;
const ROWS_A_PLACE = 4;
/** Where the rows begin is looked for so far. */
const HEADER_BYTES = 2 ** 16;
const LINE_FEED = 10;
/** Steps of this part of a whole come near every place, and fit no rhythm of rows. */
const GOLDEN = 0.6180339887498949;

/**
 * Rows from all over a text, the same ones each time, cut at its delimiters; rows with quotes are left
 * out, since a delimiter within them divides nothing.
 * @param skip the lines before the first row.
 */
export function* sampledRows(
  { path, bytes, delimiter }: StoredTable,
  skip: number,
): Generator<readonly string[]> {
  const start = firstBytes(path, HEADER_BYTES);
  let from = 0;
  for (let line = 0; line < skip; line += 1) {
    from = start.indexOf(LINE_FEED, from) + 1;
    if (from === 0) return;
  }
  const places = Math.min(PLACES, Math.ceil((bytes - from) / BYTES_A_PLACE));
  const buffer = Buffer.allocUnsafe(BYTES_A_PLACE);
  const descriptor = openSync(path, "r");
  try {
    for (let place = 0; place < places; place += 1) {
      const share = (place + ((place * GOLDEN) % 1)) / places;
      // One byte before, so that the row that begins there is whole.
      const at = from - 1 + Math.floor((bytes - from) * share);
      const text = buffer.toString("utf8", 0, readSync(descriptor, buffer, 0, BYTES_A_PLACE, at));
      yield* rowsIn(text, delimiter);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** The first whole lines of a text, behind the one that it begins in. */
function* rowsIn(text: string, delimiter: string): Generator<readonly string[]> {
  let at = text.indexOf("\n") + 1;
  for (let row = 0; row < ROWS_A_PLACE; row += 1) {
    const end = text.indexOf("\n", at);
    if (at === 0 || end < 0) return;
    const line = text.slice(at, text[end - 1] === "\r" ? end - 1 : end);
    if (!line.includes('"')) yield line.split(delimiter);
    at = end + 1;
  }
}
