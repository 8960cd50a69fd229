import type { Database } from "../engines/database.ts";
import type { NumberedRow } from "../formats/header.ts";
import { Pauses } from "../pauses.ts";
import type { Progress } from "./progress.ts";

/** A table in a file, read from top to bottom. Cells are trimmed text. */
export interface RowSource {
  /** The file, and the sheet or the entry of an archive: what messages begin with. */
  readonly name: string;
  /** The first rows, by which the table is recognised. */
  readonly sample: readonly NumberedRow[];
  /** More rows of the start, where they are at hand, from which spellings are learned. */
  readonly start?: readonly NumberedRow[];
  /** Text of the file beside this table, such as a sheet of query parameters. */
  readonly surroundings: string;
  /** `a.csv:12`, or `a.json: record 12`, for the number of a row. */
  place(line: number): string;
  /** Hands over every row, those of the sample included, and tells how far it is. */
  read(
    take: (cells: readonly string[], line: number) => void,
    progress?: Progress,
  ): void | Promise<void>;
  /** What divides the fields of a text, where it is one. */
  readonly delimiter?: string;
  /** The file itself, where an engine may read it without us. */
  readonly stored?: StoredTable;
  /** All rows, of a table in memory. */
  readonly rows?: readonly NumberedRow[];
}

/** A file on disk that an engine may read by itself, or several with the same columns. */
export interface StoredTable {
  readonly path: string;
  /** All files, where there are several. */
  readonly paths?: readonly string[];
  /** The last columns, which the folders of paths tell, such as `year=2023`. */
  readonly partitions?: readonly string[];
  readonly kind: "csv" | "parquet" | "table";
  /** The database that holds it, where it is no file. */
  readonly database?: Database;
  /** Whether its rows would come over a network, so that only sums are asked for. */
  readonly isFar?: boolean;
  readonly delimiter: string;
  readonly bytes: number;
  /** The places of columns that are held as whole numbers, and not as text. */
  readonly whole?: readonly number[];
}

/** How many rows are looked at to recognise a table. */
export const SAMPLE_ROWS = 32;
/** How many rows of the start are kept to learn spellings from. */
export const START_ROWS = 2000;

/** A table whose rows are in memory. */
export function rowsInMemory(
  name: string,
  rows: readonly NumberedRow[],
  options: { place?: (line: number) => string; surroundings?: string; delimiter?: string } = {},
): RowSource {
  return {
    name,
    rows,
    sample: rows.slice(0, SAMPLE_ROWS),
    surroundings: options.surroundings ?? "",
    ...(options.delimiter === undefined ? {} : { delimiter: options.delimiter }),
    place: options.place ?? ((line) => `${name}:${line}`),
    read(take) {
      for (const { cells, line } of rows) take(cells, line);
    },
  };
}

/** The same table; where it is in memory, reading it gives way to the event loop now and then. */
export function givingWay(source: RowSource): RowSource {
  const { rows } = source;
  if (!rows) return source;
  return {
    ...source,
    async read(take) {
      const pauses = new Pauses();
      for (const { cells, line } of rows) {
        take(cells, line);
        if (pauses.isDue()) await pauses.take();
      }
    },
  };
}
