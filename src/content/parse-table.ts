import { CsvError, parse } from "csv-parse/sync";
import { InputError } from "../errors.ts";
import { fieldFromText } from "./part-fields.ts";
import type { RawPart } from "./raw-part.ts";

interface TableRow {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

/**
 * The parts of a CSV text: a header of keys, one part a line; lines that begin with # are comments.
 * @throws InputError where the text is not a table.
 */
export function parseTable(text: string, file: string): RawPart[] {
  return rowsOf(text, file).map(({ record, info }) => ({
    place: `${file}:${info.lines}`,
    fields: Object.fromEntries(
      Object.entries(record).map(([key, cell]) => [key, fieldFromText(key, cell)]),
    ),
    places: {},
  }));
}

function rowsOf(text: string, file: string): TableRow[] {
  try {
    return parse(text, {
      bom: true,
      columns: (header: string[]) => checkedHeader(header, file),
      comment: "#",
      comment_no_infix: true,
      info: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as TableRow[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new InputError(`${file}: ${error.message} (mend the line)`);
  }
}

function checkedHeader(header: string[], file: string): string[] {
  const twice = header.find((name, index) => header.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new InputError(`${file}: the column "${twice}" is there twice (keep one)`);
  }
  return header;
}
