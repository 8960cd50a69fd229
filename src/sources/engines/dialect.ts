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

/** What stands between the texts of a row in the one text that the database groups by. */
export const SEPARATOR = "\u0001";

/** The first character of a row that was asked for, and of any other. */
export const ASKED = "+";
export const OTHER = "-";

/**
 * SQL that gives the rows of the partners asked for, with how often each occurs, and of all others
 * only their number by partner. A row is one text: the partner's columns, and for rows asked for
 * also `columns`. One pass over the table answers both, and one text is the cheapest to group by.
 */
export function selectionSql(from: string, query: SelectionQuery, dialect: Dialect): string {
  const { partnerColumns, texts, columns } = query;
  const joined = (places: readonly number[]) =>
    places
      .map((at) => `coalesce(${dialect.column(at)}, '')`)
      .join(` || ${dialect.literal(SEPARATOR)} || `);
  const whole = joined([...partnerColumns, ...columns]);
  const list = texts?.map((text) => dialect.literal(text)).join(", ");
  const asked = partnerColumns.map((at) => `${dialect.column(at)} IN (${list})`).join(" OR ");
  const everything = texts === null || asked === "";
  const marked = (mark: string, places: string) => `${dialect.literal(mark)} || ${places}`;
  const row = everything
    ? marked(ASKED, whole)
    : `CASE WHEN ${asked} THEN ${marked(ASKED, whole)} ELSE ${marked(OTHER, joined(partnerColumns))} END`;
  return `SELECT ${row} AS texts, count(*) AS times FROM ${from} GROUP BY texts`;
}
