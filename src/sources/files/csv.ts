import { CsvError, type Options } from "csv-parse";
import { parse } from "csv-parse/sync";
import { InputError } from "../../errors.ts";
import type { NumberedRow } from "../formats/header.ts";
import { PlainLines, type TakeRow } from "./plain-lines.ts";

/** The first name in a header of Eurostat's: `freq,reporter,partner\\TIME_PERIOD`. */
const DIMENSIONS = /^\ufeff?\w+(,\w+)+\\\w+$/;

/** How much of a text tells how it is written; the pattern overflows the stack on a word of megabytes. */
const START = 4096;

function holdsDimensions(cell: string): boolean {
  return cell.length <= START && DIMENSIONS.test(cell);
}

/** What stands between the fields of a row. */
const DELIMITERS = [",", ";", "\t", "|"];

/** How a CSV is read: rows of any width, whose fields are trimmed. */
const options: Options = {
  info: true,
  trim: true,
  skip_empty_lines: true,
  relax_column_count: true,
  relax_quotes: true,
};

/** How a CSV is read from its first line on that is not plain: its lines end as those before. */
export function csvOptions({ delimiter, lines, end }: PlainLines): Options {
  if (lines === 0) return { ...options, delimiter, bom: true };
  return { ...options, delimiter, record_delimiter: end! };
}

/** A row as csv-parse gives it with `info`. */
export interface ParsedRow {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

/** The delimiter of a text: the one that its first lines hold most often. */
export function delimiterOf(text: string): string {
  const start = text.slice(0, START);
  if (holdsDimensions(start.split("\t")[0]!)) return "\t";
  const bare = start.replace(/"[^"]*"/g, "");
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

/**
 * Eurostat's files hold every dimension of a series in their first column, with commas:
 * `freq,reporter,partner\\TIME_PERIOD`. Their cells stand side by side, as other tables have them.
 * @returns what takes the rows of such a table, the header first, and hands them over apart.
 */
export function dimensionsApart(take: TakeRow): TakeRow {
  let isApart: boolean | null = null;
  return (cells, line) => {
    isApart ??= holdsDimensions(cells[0] ?? "");
    if (!isApart) return take(cells, line);
    const [cell = "", ...rest] = cells;
    take([...cell.replace(/\\\w+$/, "").split(","), ...rest], line);
  };
}

/**
 * Hands over the rows of a CSV.
 * @throws InputError that names file and line where a quote is never closed.
 */
export function readCsv(text: string, name: string, takeRow: TakeRow): void {
  const take = dimensionsApart(takeRow);
  const delimiter = delimiterOf(text);
  const plain = new PlainLines(delimiter);
  const { at, isPlain } = plain.read(text, true, take);
  if (isPlain) return;
  try {
    const rows = parse(text.slice(at), csvOptions(plain)) as unknown as ParsedRow[];
    for (const { info, record } of rows) take(record, plain.lines + info.lines);
  } catch (error) {
    throw csvError(error, name, plain.lines);
  }
}

/** The first rows of a CSV. */
export function firstRows(text: string, name: string, most: number): NumberedRow[] {
  const rows: NumberedRow[] = [];
  const enough = new Error();
  try {
    readCsv(text, name, (cells, line) => {
      if (rows.length === most) throw enough;
      rows.push({ cells, line });
    });
  } catch (error) {
    if (error !== enough) throw error;
  }
  return rows;
}

/**
 * An error of csv-parse as one that names the place.
 * @param before the lines that stand before what csv-parse read.
 */
export function csvError(error: unknown, name: string, before = 0): unknown {
  if (!(error instanceof CsvError)) return error;
  const message =
    error.code === "CSV_QUOTE_NOT_CLOSED"
      ? "a quote is opened and never closed"
      : error.message
          .replace(/\s+/g, " ")
          .replace(/at line (\d+)/, (_, line) => `at line ${before + Number(line)}`);
  return new InputError(`${name}:${before + Number(error.lines ?? 1)}: ${message}`);
}
