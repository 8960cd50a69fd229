import { CsvError, type Options } from "csv-parse";
import { parse } from "csv-parse/sync";
import { InputError } from "../../errors.ts";
import type { NumberedRow } from "../formats/header.ts";
import { PlainLines, type TakeRow } from "./plain-lines.ts";

/** What stands between the fields of a row. */
const DELIMITERS = [",", ";", "\t"];

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
  const start = text.slice(0, 4096).replace(/"[^"]*"/g, "");
  const counts = DELIMITERS.map((delimiter) => start.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

/**
 * Hands over the rows of a CSV.
 * @throws InputError that names file and line where a quote is never closed.
 */
export function readCsv(text: string, name: string, take: TakeRow): void {
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
