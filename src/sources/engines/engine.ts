import type { TableReader } from "../formats/table-reader.ts";
import type { DefinedTable, Loading } from "../records/load.ts";

/** How far the reading of a file is: a share from 0 to 1, and the rows so far where known. */
export type Progress = (file: string, share: number, rows: number | null) => void;

/**
 * Reads a stored table into records. An engine that meets what it cannot read exactly as the row
 * engine would (bad rows, duplicates, odd quotes) says `false`; the row engine then reads it all.
 */
export interface Engine {
  load(
    table: DefinedTable,
    reader: TableReader,
    loading: Loading,
    progress: Progress | null,
  ): Promise<boolean>;
}
