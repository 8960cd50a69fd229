import type { Progress } from "../files/progress.ts";
import type { TableReader } from "../formats/table-reader.ts";
import type { DefinedTable, Loading } from "../records/load.ts";
import type { Database } from "./database.ts";

/**
 * Reads a stored table into records. An engine that meets what it cannot read exactly as the row
 * engine would (bad rows, duplicates, odd quotes) says `false`; the row engine then reads it all.
 */
export interface Engine {
  load(
    database: Database,
    table: DefinedTable,
    reader: TableReader,
    loading: Loading,
    progress: Progress | null,
  ): Promise<boolean>;
}
