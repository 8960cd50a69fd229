import type { StoredTable } from "../files/row-source.ts";

/** The SQL that engines spell differently. */
export interface Dialect {
  /** Text as a literal. */
  literal(text: string): string;
  /** A stored table whose columns are named by `column`, every one of them text, null for empty. */
  table(stored: StoredTable, columns: number, skip: number): string;
  column(at: number): string;
  /** Aggregate: the rows of a group that fulfil a condition, as a list; null where none does. */
  rowsWhere(columns: readonly string[], condition: string): string;
  /** Such a list as rows again, with the columns that it was made of. */
  spread(list: string): string;
  /** Aggregate: texts of a group as one. */
  joined(text: string, separator: string): string;
}

/** A question for the rows of a table, by the places of its columns. */
export interface SelectionQuery {
  /** The columns by which partners are told. */
  readonly partnerColumns: readonly number[];
  /** Texts of partners that are asked for; null: every row is. */
  readonly texts: readonly string[] | null;
  /** The other columns in which the rows of one series are alike. */
  readonly seriesColumns: readonly number[];
  /** The columns in which they differ. */
  readonly entryColumns: readonly number[];
}

/** What stands between the texts of a row in the one text in which the database gives it. */
export const SEPARATOR = "\u0001";
/** What stands between the entries of a series. */
export const ENTRY_SEPARATOR = "\u0002";

/**
 * SQL that gives, in one pass over the table, the series of the partners asked for and the number of
 * all other rows by partner. Every row of the answer has three columns: the text of partner and
 * series, the number of rows that it stands for, and the text of their entries; null where the
 * partner was not asked for. Where every row is asked for, each comes by itself.
 */
export function selectionSql(from: string, query: SelectionQuery, dialect: Dialect): string {
  const { partnerColumns, texts, seriesColumns, entryColumns } = query;
  const named = (places: readonly number[]) => places.map((at) => dialect.column(at));
  const text = (places: readonly number[]) =>
    named(places)
      .map((column) => `coalesce(${column}, '')`)
      .join(` || ${dialect.literal(SEPARATOR)} || `) || "''";
  const series = [...partnerColumns, ...seriesColumns];
  const entry = text(entryColumns);
  if (texts === null || partnerColumns.length === 0) {
    return `SELECT ${text(series)} AS series, 1 AS times, ${entry} AS entries FROM ${from}`;
  }
  const partner = named(partnerColumns).join(", ");
  const list = texts.map((one) => dialect.literal(one)).join(", ");
  const asked = named(partnerColumns).map((column) => `${column} IN (${list})`);
  const rows = dialect.rowsWhere(named([...seriesColumns, ...entryColumns]), asked.join(" OR "));
  return [
    `WITH counted AS MATERIALIZED (SELECT ${partner}, count(*) AS times, ${rows} AS asked_rows FROM ${from} GROUP BY ${partner}),`,
    `asked AS (SELECT ${partner}, ${dialect.spread("asked_rows")} FROM counted WHERE asked_rows IS NOT NULL)`,
    `SELECT ${text(partnerColumns)} AS series, times, NULL AS entries FROM counted WHERE asked_rows IS NULL`,
    `UNION ALL SELECT ${text(series)}, count(*), ${dialect.joined(entry, ENTRY_SEPARATOR)} FROM asked GROUP BY ${named(series).join(", ")}`,
  ].join("\n");
}
