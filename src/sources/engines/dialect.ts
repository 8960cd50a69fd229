import type { StoredTable } from "../files/row-source.ts";

/** The SQL that engines spell differently. */
export interface Dialect {
  /** Text as a literal. */
  literal(text: string): string;
  /** A stored table whose columns are named by `column`, every one of them text, null for empty. */
  table(stored: StoredTable, columns: number, skip: number): string;
  column(at: number): string;
}

/** A question for the rows of a table, by the places of its columns. */
export interface SelectionQuery {
  /** The columns by which partners are told. */
  readonly partnerColumns: readonly number[];
  /** Texts of partners that are asked for; null: every row is. */
  readonly texts: readonly string[] | null;
  /** The other columns that are needed, values included. */
  readonly columns: readonly number[];
}

/** What stands between the texts of a row in the one text in which the database gives it. */
export const SEPARATOR = "\u0001";

/**
 * SQL for the rows of the partners asked for and, in the same pass, the number of all rows by
 * partner: the partner's columns as one text, their number, and the list of the rows asked for, each
 * the text of its partner and other columns. Where every row is asked for, each comes by itself.
 */
export function selectionSql(from: string, query: SelectionQuery, dialect: Dialect): string {
  const { partnerColumns, texts, columns } = query;
  const joined = (places: readonly number[]) =>
    places
      .map((at) => `coalesce(${dialect.column(at)}, '')`)
      .join(` || ${dialect.literal(SEPARATOR)} || `);
  const row = joined([...partnerColumns, ...columns]);
  if (texts === null || partnerColumns.length === 0) {
    return `SELECT NULL AS partner, 0 AS times, [${row}] AS asked_rows FROM ${from}`;
  }
  const list = texts.map((text) => dialect.literal(text)).join(", ");
  const asked = partnerColumns.map((at) => `${dialect.column(at)} IN (${list})`).join(" OR ");
  const names = partnerColumns.map((at) => dialect.column(at)).join(", ");
  return `SELECT any_value(${joined(partnerColumns)}) AS partner, count(*) AS times, list(CASE WHEN ${asked} THEN ${row} END) FILTER (WHERE ${asked}) AS asked_rows FROM ${from} GROUP BY ${names}`;
}
