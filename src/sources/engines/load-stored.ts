import type { PartnerDirectory } from "../../partners/directory.ts";
import { allRecords } from "../asked.ts";
import type { Progress } from "../files/progress.ts";
import { givingWay } from "../files/row-source.ts";
import {
  type DefinedTable,
  type LoadedRecords,
  Loading,
  type LoadOptions,
  loadRows,
} from "../records/load.ts";
import { readerOf } from "../records/reader-of.ts";
import { MOST_FETCHED } from "../records/too-many.ts";
import { type Database, databaseOf } from "./database.ts";
import { NeedsRows, unlessRowsAreNeeded } from "./needs-rows.ts";
import type { StoredFacts } from "./stored-facts.ts";
import type { SumCollection } from "./sum-collection.ts";

/** With what tables are read, and how much memory may hold. */
export interface Storing {
  readonly engine?: "rows" | "duckdb" | undefined;
  readonly progress?: Progress | null | undefined;
  /** The records that can be held at once. */
  readonly mostRecords?: number | undefined;
  /** Is told why only the records of a table on a server can tell. */
  readonly rowsNeeded?: ((why: string) => void) | undefined;
}

/**
 * Reads tables, each by the engine that suits it: those that a database can read by itself with
 * DuckDB where it is installed, all others row by row. Where DuckDB meets what only the row engine
 * can tell exactly, everything is read again row by row, so both give the same records and words.
 */
export async function loadStored(
  tables: readonly DefinedTable[],
  partners: PartnerDirectory,
  settings: LoadOptions,
  { engine, progress = null, mostRecords }: Storing,
): Promise<LoadedRecords> {
  const stored = tables.some((table) => isStored(table));
  const isFar = tables.some(({ source }) => source.stored?.isFar);
  const most = mostRecords ?? (isFar ? MOST_FETCHED : undefined);
  if (engine !== "rows" && stored) {
    const loading = new Loading(most);
    if (await loadAll(tables, partners, settings, loading, true, progress)) {
      return loading.toLoaded();
    }
  }
  const loading = new Loading(most);
  await loadAll(tables, partners, settings, loading, false, progress);
  return loading.toLoaded();
}

/** Whether a database may read a table by itself. */
export function isStored({ source, recognised }: DefinedTable): boolean {
  return source.stored !== undefined && !recognised.layout.zerosAtEndAreUnpublished;
}

/**
 * The sums of one stored table at the grain that is asked for, of all years; null where they are not
 * worth more than the records, or only these can tell.
 */
export async function loadSums(
  tables: readonly DefinedTable[],
  partners: PartnerDirectory,
  settings: LoadOptions,
  { engine, progress = null, rowsNeeded }: Storing,
): Promise<LoadedRecords<SumCollection> | null> {
  const [table, other] = tables;
  const { asked } = settings;
  if (!table || other || engine === "rows" || !isStored(table)) return null;
  const { isFar = false } = table.source.stored!;
  const isFull = table.recognised.layout.absentIsZero === true;
  // Nothing but sums is to come from afar.
  const isAcross = asked.acrossPartners !== null && (isFull || isFar);
  const isByPartner = asked.products !== "each";
  if (!isAcross && !isByPartner) {
    if (isFar) rowsNeeded?.("each of its products is told apart");
    return null;
  }
  const database = await databaseOf(table);
  if (database === null) return null;
  const { storedSums } = await import("./stored-sums.ts");
  const attempted = async (across: boolean) => {
    const reader = readerOf(table, partners, { ...settings, asked: allRecords });
    const loading = new Loading();
    const own = { ...asked, acrossPartners: across ? asked.acrossPartners : null };
    const collection = await storedSums(database, table, reader, own, loading, progress);
    return { ...loading.toLoaded(), collection };
  };
  try {
    if (!isAcross) return await attempted(false);
    try {
      return await attempted(true);
    } catch (error) {
      if (isFull || !isByPartner) throw error;
      unlessRowsAreNeeded(error);
      return await attempted(false);
    }
  } catch (error) {
    if (isFar && error instanceof NeedsRows) rowsNeeded?.(error.message);
    return unlessRowsAreNeeded(error);
  }
}

/** What a stored file holds, told by DuckDB; null where that cannot tell exactly. */
export async function factsOf(
  table: DefinedTable,
  partners: PartnerDirectory,
  settings: LoadOptions,
  loading: Loading,
  progress: Progress | null,
  inParts?: (records: number) => number,
): Promise<StoredFacts | null> {
  if (table.source.stored?.database) return null;
  const engine = await (await import("./duckdb.ts")).duckdb();
  if (engine === null) return null;
  const { storedFacts } = await import("./stored-facts.ts");
  const reader = readerOf(table, partners, settings);
  try {
    return await storedFacts(engine, table, reader, loading, progress, inParts);
  } catch (error) {
    return unlessRowsAreNeeded(error);
  }
}

/** @returns whether the database could read all tables that it was to read. */
async function loadAll(
  tables: readonly DefinedTable[],
  partners: PartnerDirectory,
  settings: LoadOptions,
  loading: Loading,
  bySql: boolean,
  progress: Progress | null,
): Promise<boolean> {
  for (const table of tables) {
    const reader = readerOf(table, partners, settings);
    const database = bySql && isStored(table) ? await databaseOf(table) : null;
    if (bySql && isStored(table) && database === null) return false;
    if (database === null) {
      await loadRows({ ...table, source: givingWay(table.source) }, reader, loading, progress);
    } else if (!(await attempt(database, table, reader, loading, progress))) return false;
  }
  return true;
}

/** @returns whether the database could read the table. */
async function attempt(
  database: Database,
  table: DefinedTable,
  reader: ReturnType<typeof readerOf>,
  loading: Loading,
  progress: Progress | null,
): Promise<boolean> {
  try {
    const { loadWithDatabase } = await import("./database-engine.ts");
    return await loadWithDatabase(database, table, reader, loading, progress);
  } catch (error) {
    return unlessRowsAreNeeded(error) ?? false;
  }
}
