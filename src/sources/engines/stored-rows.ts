import type { Progress } from "../files/progress.ts";
import type { Figures } from "../formats/figures.ts";
import type { TableReader } from "../formats/table-reader.ts";
import type { DefinedTable } from "../records/load.ts";
import type { Database, TableSql } from "./database.ts";
import { type Dialect, ENTRY_SEPARATOR, SEPARATOR } from "./dialect.ts";
import { NeedsRows } from "./needs-rows.ts";

/** Rows that are alike but for their entries, as a query gave them. */
export interface Group {
  /** The cells in which they are alike, each at the place of its column. */
  readonly cells: readonly string[];
  /** The same as they stand in the table, by which they can be asked for again. */
  readonly texts: readonly string[];
  /** The number of rows. */
  readonly times: number;
  /** The other cells of each row, by `entryColumns`; null where these were not asked for. */
  readonly entries: readonly (readonly string[])[] | null;
}

/** The figures of a stored table, and how a query gives the rows of them. */
export class StoredRows {
  /** Every column on which a figure depends. */
  readonly columns: readonly number[];
  /** Those in which alone the rows of one series differ. */
  readonly entryColumns: readonly number[];
  readonly dialect: Dialect;
  readonly from: string;
  readonly #database: Database;
  readonly #table: DefinedTable;
  readonly #progress: Progress | null;

  static async of(
    database: Database,
    table: DefinedTable,
    reader: TableReader,
    figures: Figures,
    progress: Progress | null,
  ): Promise<StoredRows> {
    const sql = await database.tableOf(table);
    return new StoredRows(database, sql, table, reader, figures, progress);
  }

  private constructor(
    database: Database,
    { dialect, from }: TableSql,
    table: DefinedTable,
    reader: TableReader,
    figures: Figures,
    progress: Progress | null,
  ) {
    this.#database = database;
    this.#table = table;
    this.#progress = progress;
    this.dialect = dialect;
    this.from = from;
    this.columns = reader.neededColumns(figures);
    this.entryColumns = reader.entryColumns(figures);
  }

  /**
   * The groups of a query with three columns: the text of the cells in which rows are alike, their
   * number, and the text of their entries.
   * @param columns the columns of the cells.
   * @param withoutEntries the same for a group whose entries were not asked for.
   */
  async *groups(
    sql: string,
    columns: readonly number[],
    withoutEntries: readonly number[] = columns,
  ): AsyncGenerator<Group> {
    const { source, recognised } = this.#table;
    const { bytes } = source.stored!;
    const width = recognised.header.cells.length;
    const tell = (share: number) => this.#progress?.(source.name, share * bytes, bytes);
    for await (const row of this.#database.values(sql, tell)) {
      const [alike, count, joined] = row as [string, bigint | number, string | null];
      const times = Number(count);
      const places = joined === null ? withoutEntries : columns;
      const texts = split(alike, SEPARATOR, Math.max(places.length, 1));
      const cells = new Array<string>(width).fill("");
      for (const [index, at] of places.entries()) cells[at] = texts[index]!.trim();
      const entries = joined === null ? null : this.#entries(joined, times);
      yield { cells, texts: texts.slice(0, places.length), times, entries };
    }
  }

  #entries(joined: string, times: number): string[][] {
    return split(joined, ENTRY_SEPARATOR, times).map((entry) =>
      split(entry, SEPARATOR, this.entryColumns.length).map((text) => text.trim()),
    );
  }
}

/** @throws NeedsRows where a cell holds a separator, or a quote that the row engine might read otherwise. */
function split(text: string, separator: string, count: number): string[] {
  const texts = text.split(separator);
  if (texts.length !== count || text.includes('"'))
    throw new NeedsRows("a cell cannot be told apart");
  return texts;
}
