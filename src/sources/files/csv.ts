import { CsvError, type Options } from "csv-parse";
import { parse } from "csv-parse/sync";
import { InputError } from "../../errors.ts";
import type { NumberedRow } from "../formats/header.ts";

/** The first name in a header of Eurostat's: `freq,reporter,partner\\TIME_PERIOD`. */
const DIMENSIONS = /^\ufeff?\w+(,\w+)+\\\w+$/;

/** What stands between the fields of a row. */
const DELIMITERS = [",", ";", "\t", "|"];

/** How a CSV is read: rows of any width, whose fields are trimmed. */
export function csvOptions(delimiter: string): Options {
  return {
    bom: true,
    info: true,
    trim: true,
    delimiter,
    skip_empty_lines: true,
    relax_column_count: true,
    relax_quotes: true,
  };
}

/** A row as csv-parse gives it with `info`. */
export interface ParsedRow {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

/** The delimiter of a text: the one that its first lines hold most often. */
export function delimiterOf(text: string): string {
  if (DIMENSIONS.test(text.slice(0, 4096).split("\t")[0]!)) return "\t";
  const start = text.slice(0, 4096).replace(/"[^"]*"/g, "");
  const counts = DELIMITERS.map((delimiter) => start.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

/**
 * Eurostat's files hold every dimension of a series in their first column, with commas:
 * `freq,reporter,partner\\TIME_PERIOD`. Their cells stand side by side, as other tables have them.
 */
export function dimensionsApart(
  header: readonly string[],
): (cells: readonly string[]) => readonly string[] {
  const first = header[0] ?? "";
  if (!DIMENSIONS.test(first)) return (cells) => cells;
  return ([cell = "", ...rest]) => [...cell.replace(/\\\w+$/, "").split(","), ...rest];
}

/** @throws InputError that names file and line where a quote is never closed. */
export function readCsv(text: string, name: string): NumberedRow[] {
  try {
    const rows = parse(text, csvOptions(delimiterOf(text))) as unknown as ParsedRow[];
    const apart = dimensionsApart(rows[0]?.record ?? []);
    return rows.map(({ info, record }) => ({ cells: apart(record), line: info.lines }));
  } catch (error) {
    throw csvError(error, name);
  }
}

/** An error of csv-parse as one that names the place. */
export function csvError(error: unknown, name: string): unknown {
  if (!(error instanceof CsvError)) return error;
  const message =
    error.code === "CSV_QUOTE_NOT_CLOSED"
      ? "a quote is opened and never closed"
      : error.message.replace(/\s+/g, " ");
  return new InputError(`${name}:${String(error.lines ?? 1)}: ${message}`);
}
