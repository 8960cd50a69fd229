import type { DefinedTable } from "../records/load.ts";
import type { Dialect } from "./dialect.ts";

/** A database that reads stored tables; all that is asked of it is written in its dialect. */
export interface Database {
  /**
   * How SQL over a table is spelt, and what it selects from.
   * @param used what its columns are used for.
   */
  tableOf(table: DefinedTable, used?: UsedColumns): Promise<TableSql>;
  /**
   * Different texts of some columns, in which nearly every row of a table has its own; null where that
   * cannot be told without reading it all.
   */
  likelyTexts?(
    table: DefinedTable,
    columns: readonly number[],
  ): readonly (readonly string[])[] | null;
  /** Rows of a query, one at a time; `progress` is told the share that is read. */
  values(sql: string, progress: (share: number) => void): AsyncGenerator<readonly unknown[]>;
  /** Carries out a statement without an answer. */
  run(statement: string): Promise<void>;
}

/** Columns that are added up, and those by which rows are grouped. */
export interface UsedColumns {
  readonly values: readonly number[];
  readonly keys: readonly number[];
}

/** How SQL over a table is spelt, and what it selects from. */
export interface TableSql {
  readonly dialect: Dialect;
  readonly from: string;
}

/** The database that reads a stored table; null where it is DuckDB and that is not installed. */
export async function databaseOf({ source }: DefinedTable): Promise<Database | null> {
  const { database } = source.stored!;
  if (database) return database;
  const engine = await (await import("./duckdb.ts")).duckdb();
  if (engine === null) return null;
  return (await import("./duckdb-database.ts")).duckdbDatabase(engine);
}
