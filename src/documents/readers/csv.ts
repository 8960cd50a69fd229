import { type CellText, DocumentBuilder } from "../builder.ts";
import type { TextDocument } from "../document.ts";
import { placesIn } from "../places.ts";

/** A field with its place in the source; a quoted one is inside its quotes. */
interface Field {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

/**
 * The rows of delimited text. Written here because the place of every field is wanted, which readers
 * of CSV do not give.
 * @param limit how many rows are enough.
 */
function rowsOf(text: string, delimiter: string, limit = Number.POSITIVE_INFINITY): Field[][] {
  const rows: Field[][] = [];
  let row: Field[] = [];
  let at = text.startsWith("\ufeff") ? 1 : 0;
  while (at < text.length && rows.length < limit) {
    const quoted = text[at] === '"';
    const start = quoted ? at + 1 : at;
    let end = start;
    if (quoted) {
      end = text.indexOf('"', start);
      while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
      if (end < 0) end = text.length;
      at = Math.min(end + 1, text.length);
    }
    while (at < text.length && text[at] !== delimiter && text[at] !== "\n" && text[at] !== "\r")
      at++;
    if (!quoted) end = at;
    row.push({ start, end, quoted });
    const ends = at >= text.length || text[at] !== delimiter;
    if (ends) {
      rows.push(row);
      row = [];
      if (text[at] === "\r" && text[at + 1] === "\n") at += 1;
    }
    at += 1;
  }
  if (row.length > 0) rows.push(row);
  return rows.filter((fields) => fields.length > 1 || fields[0]!.end > fields[0]!.start);
}

const DELIMITERS = [",", ";", "\t", "|"];
const SAMPLE = 40;

/**
 * The delimiter of a text that is a table throughout: at least two rows, all of as many fields, with
 * numbers, and no field that reads like a sentence. Null for other texts.
 */
export function delimiterOf(text: string): string | null {
  const head = text.slice(0, 40_000);
  for (const delimiter of DELIMITERS) {
    if (!head.includes(delimiter)) continue;
    const rows = rowsOf(head, delimiter, SAMPLE + 1).slice(
      0,
      text.length > head.length ? SAMPLE : undefined,
    );
    const count = rows[0]?.length ?? 0;
    if (rows.length < 2 || count < 2 || rows.some((fields) => fields.length !== count)) continue;
    const values = rows.flatMap((fields) =>
      fields.map(({ start, end, quoted }) => ({ words: head.slice(start, end), quoted })),
    );
    const sentence = values.some(
      ({ words }) => /[a-z][.!?]$/.test(words.trim()) && words.length > 60,
    );
    const spaced = values.filter(({ words, quoted }) => !quoted && /^ \S/.test(words)).length;
    const numeric = values.filter(({ words }) =>
      /^\s*[(+−–-]?\$?[\d.,]+[)%]?\s*$/.test(words),
    ).length;
    if (!sentence && spaced * 3 <= values.length && numeric * 8 >= values.length) return delimiter;
  }
  return null;
}

/** Reads delimited text as one table; its first row is the header. */
export function readCsv(source: string): TextDocument {
  const builder = new DocumentBuilder();
  const delimiter = delimiterOf(source) ?? ",";
  const rows = rowsOf(source, delimiter).map((fields) =>
    fields.map(
      ({ start, end, quoted }, column): CellText => ({
        column,
        span: 1,
        write: (one) => {
          const field = source.slice(start, end);
          one.flow(quoted ? field.replace(/""/g, '"') : field, (index) => start + index);
        },
      }),
    ),
  );
  builder.table(rows, 1);
  return builder.build("csv", placesIn(source));
}
