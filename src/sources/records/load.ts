import { InputError } from "../../errors.ts";
import type { PartnerDirectory } from "../../partners/directory.ts";
import type { RecordDefaults } from "../description.ts";
import { RecordCollection } from "./collect.ts";
import { optionalColumns, parseRow, requiredColumns } from "./row.ts";
import type { PlacedRow, TextTable } from "./tables.ts";

/** A row that could not be taken, and why. */
export interface Problem {
  readonly place: string;
  readonly reason: "invalid" | "duplicate";
  readonly message: string;
}

/** A table with the words that hold for all its rows. */
export interface DefinedTable {
  readonly name: string;
  readonly table: TextTable;
  readonly defaults: RecordDefaults;
  readonly vintage: string | null;
}

/** What was read: the records taken, and everything that was not. read = taken + rejected. */
export interface LoadedRecords {
  readonly collection: RecordCollection;
  readonly read: number;
  readonly problems: readonly Problem[];
  /** Rows whose value is one of the marks for a missing figure. */
  readonly missing: number;
  /** Columns that the record layout does not know, by file. */
  readonly unknownColumns: readonly {
    readonly file: string;
    readonly columns: readonly string[];
  }[];
}

/**
 * Turns tables of text into records. Every row is taken, counted as missing, or listed as a problem.
 * @param missingMarks values that stand for a missing figure, such as `n/a`.
 * @throws InputError when a required column is missing from a header.
 */
export function loadTables(
  tables: readonly DefinedTable[],
  partners: PartnerDirectory,
  missingMarks: readonly string[],
): LoadedRecords {
  const collection = new RecordCollection();
  const problems: Problem[] = [];
  const unknownColumns: { file: string; columns: string[] }[] = [];
  const marks = new Set(missingMarks);
  let read = 0;
  let missing = 0;
  for (const { name, table, defaults, vintage } of tables) {
    const unknown = unknownOf(name, table, defaults);
    if (unknown.length > 0) unknownColumns.push({ file: name, columns: unknown });
    for (const { place, row } of table.rows) {
      read += 1;
      if (marks.has(row.value ?? "")) missing += 1;
      else {
        const problem = takeRow({ place, row }, defaults, vintage, collection, partners);
        if (problem) problems.push(problem);
      }
    }
  }
  return { collection, read, problems, missing, unknownColumns };
}

function takeRow(
  { place, row }: PlacedRow,
  defaults: RecordDefaults,
  vintage: string | null,
  collection: RecordCollection,
  partners: PartnerDirectory,
): Problem | null {
  const parsed = parseRow(row, defaults, partners);
  if ("problem" in parsed) {
    const { column, message } = parsed.problem;
    return { place, reason: "invalid", message: `${column}: ${message}` };
  }
  const earlier = collection.add(parsed.record, place, vintage);
  if (earlier === null) return null;
  const { partner, flow, period, product } = parsed.record;
  return {
    place,
    reason: "duplicate",
    message: `duplicate of ${earlier}: ${partner}, ${flow}, ${product}, ${period.label} (remove one)`,
  };
}

function unknownOf(name: string, table: TextTable, defaults: RecordDefaults): string[] {
  for (const column of requiredColumns) {
    if (!table.columns.includes(column) && !(column in defaults)) {
      throw new InputError(
        `${name}:1: the column "${column}" is missing (the header has ${table.columns.join(", ")})`,
        "See trade-metrics data template for the layout.",
      );
    }
  }
  const known = new Set<string>([...requiredColumns, ...optionalColumns]);
  return table.columns.filter((column) => !known.has(column));
}

const PLACES_SHOWN = 10;

/** The error for a run that bad rows stop: the first of them, and the next nine below it. */
export function problemsError(problems: readonly Problem[]): InputError {
  const [first, ...others] = problems;
  const shown = others.slice(0, PLACES_SHOWN - 1);
  const left = problems.length - 1 - shown.length;
  const lines = shown.map(({ place, message }) => `${place}: ${message}`);
  if (left > 0) lines.push(`and ${left} more`);
  lines.push("Correct the rows, or leave them out with --skip-invalid.");
  return new InputError(`${first!.place}: ${first!.message}`, lines.join("\n"));
}
