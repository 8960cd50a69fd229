import { InputError } from "../../errors.ts";
import type { RecordDefaults } from "../description.ts";
import type { OpenedFile } from "../files/open-file.ts";
import type { RowSource } from "../files/row-source.ts";
import { ownTable } from "../records/own-table.ts";
import { requiredColumns } from "../records/row.ts";
import { readCodes } from "./code-table.ts";
import { wordsOf, YEAR_NAMES } from "./column-words.ts";
import { declaredTable, shown } from "./declared-layout.ts";
import {
  type DeclaredReading,
  declaredDefaults,
  namesColumns,
  nothingDeclared,
} from "./declared-reading.ts";
import type { Format } from "./format.ts";
import { columnIndex, type Recognised } from "./header.ts";
import { ownRecords } from "./own-records.ts";
import { recognise } from "./recognise.ts";
import { fileFormats } from "./registry.ts";
import { UnknownLayout } from "./unknown-layout.ts";

/** A table and the layout that it is in. */
export interface FoundTable {
  readonly source: RowSource;
  readonly recognised: Recognised;
  /** What the user says that holds for every row. */
  readonly defaults: RecordDefaults;
}

/**
 * The tables of a file that are in a known format, or that are read as the user says. Sheets beside
 * them, such as notes, are left out; a file with a single table that has some of the columns of our
 * own records is taken for these.
 * @param as the id of a format that the user named.
 * @throws InputError for an unknown format, and where the file has no table in it; UnknownLayout where
 *   nothing says how its table is read.
 */
export async function findTables(
  { name, sources }: OpenedFile,
  as: string | null,
  reading: DeclaredReading = nothingDeclared,
): Promise<{ tables: FoundTable[]; codeTable: ReadonlyMap<string, string> }> {
  for (const source of sources) refuseTooWide(source);
  if (namesColumns(reading)) {
    if (as !== null)
      throw new InputError(
        "--as: names a format, and --column says how a file of none is read (leave out one)",
      );
    return { tables: declaredTables(name, sources, reading), codeTable: new Map() };
  }
  const formats = as === null ? fileFormats : [formatNamed(as)];
  const tables: FoundTable[] = [];
  const codeTable = new Map<string, string>();
  const defaults = declaredDefaults(reading);
  for (const source of sources) {
    const recognised = recognise(source.sample, formats);
    if (recognised) tables.push({ source, recognised, defaults });
    else await readCodes(source, formats, codeTable);
  }
  if (tables.length > 0 || codeTable.size > 0) return { tables, codeTable };
  const [only] = sources;
  if (as !== null && as !== ownRecords.id) throw notInFormat(name, sources, formats[0]!);
  if (Object.keys(reading.constants).length > 0) {
    const declared = declaredOrNone(name, sources, reading);
    if (declared) return { tables: declared, codeTable };
  }
  if (sources.length !== 1 || !only?.sample[0]) {
    const largest = [...sources].sort((a, b) => cellsIn(b) - cellsIn(a))[0];
    const message = `${name}: holds no table in a known format (${known()})`;
    throw largest ? new UnknownLayout(message, largest) : new InputError(message);
  }
  if (as === ownRecords.id) return { tables: [ownTable(only, defaults)], codeTable };
  if (looksLikeOurs(only) && !hasAnotherPeriod(only)) {
    refuseLacking(only, defaults);
    return { tables: [ownTable(only, defaults)], codeTable };
  }
  throw new UnknownLayout(
    `${only.place(only.sample[0].line)}: is in no known format (its columns are ${shown(only.sample[0].cells)})`,
    only,
  );
}

function cellsIn({ sample }: RowSource): number {
  return sample.reduce((sum, { cells }) => sum + cells.filter(Boolean).length, 0);
}

/** No publisher's table has as many columns; more are a damaged file, or one that is transposed. */
const MOST_COLUMNS = 20_000;

/** @throws InputError for a table that is wider than any. */
function refuseTooWide({ sample, place }: RowSource): void {
  const wide = sample.find(({ cells }) => cells.length > MOST_COLUMNS);
  if (!wide) return;
  throw new InputError(
    `${place(wide.line)}: has ${wide.cells.length} columns, of at most ${MOST_COLUMNS} (check the file, or keep the columns that are needed)`,
  );
}

/** Whether a table calls its period otherwise than our own records do. */
function hasAnotherPeriod({ sample }: RowSource): boolean {
  const { cells } = sample[0]!;
  return columnIndex(cells, "period") < 0 && cells.some((cell) => YEAR_NAMES.test(wordsOf(cell)));
}

/** Whether a table has most of the columns that our own records need, or one of them twice. */
function looksLikeOurs({ sample }: RowSource): boolean {
  const own = sample[0]!.cells.filter((cell) =>
    requiredColumns.some((column) => columnIndex([cell], column) === 0),
  );
  return own.length >= 3 || new Set(own).size < own.length;
}

/** @throws UnknownLayout where a table that is nearly ours lacks a column, for which another may stand. */
function refuseLacking(source: RowSource, defaults: RecordDefaults): void {
  const { cells, line } = source.sample[0]!;
  if (new Set(cells).size < cells.length) return;
  const lacking = requiredColumns.find(
    (column) => columnIndex(cells, column) < 0 && !(column in defaults),
  );
  if (lacking === undefined) return;
  throw new UnknownLayout(
    `${source.place(line)}: the column "${lacking}" is missing (the header has ${cells.join(", ")})`,
    source,
  );
}

/** @throws the error of the first table where none can be read as the user says. */
function declaredTables(
  name: string,
  sources: readonly RowSource[],
  reading: DeclaredReading,
): FoundTable[] {
  const defaults = declaredDefaults(reading);
  const tables: FoundTable[] = [];
  let failure: unknown = new InputError(`${name}: holds no table`);
  for (const source of sources) {
    try {
      tables.push({ source, recognised: declaredTable(source, reading), defaults });
    } catch (error) {
      if (tables.length === 0) failure = error;
    }
  }
  if (tables.length === 0) throw failure;
  return tables;
}

/** Constants alone may be all that a table lacks; null where it lacks more, such as its flow. */
function declaredOrNone(
  name: string,
  sources: readonly RowSource[],
  reading: DeclaredReading,
): FoundTable[] | null {
  try {
    const tables = declaredTables(name, sources, reading);
    const isSaid = (one: string) => reading.constants[one] !== undefined;
    return tables.every(({ recognised: { layout } }) => layout.asks?.every(isSaid) ?? true)
      ? tables
      : null;
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

function notInFormat(name: string, sources: readonly RowSource[], format: Format): InputError {
  const other = sources.map(({ sample }) => recognise(sample, fileFormats)).find(Boolean);
  if (other) {
    return new InputError(
      `${name}: is not in the format ${format.id} but in the format ${other.format.id} (use --as ${other.format.id}, or leave out --as)`,
    );
  }
  const [source] = sources;
  const cells = source?.sample[0]?.cells ?? [];
  const needed = format.layouts[0]!.header.map((column) =>
    typeof column === "string" ? column : column[0]!,
  );
  const lacking = needed.filter((column) => columnIndex(cells, column) < 0);
  const message = `${name}: is not in the format ${format.id}: it lacks ${shown(lacking)} (its columns are ${shown(cells)})`;
  return source ? new UnknownLayout(message, source) : new InputError(message);
}

function formatNamed(id: string): Format {
  const format = fileFormats.find((one) => one.id === id);
  if (format) return format;
  throw new InputError(`--as: unknown format "${id}" (use ${known()})`);
}

function known(): string {
  return fileFormats.map(({ id }) => id).join(", ");
}
