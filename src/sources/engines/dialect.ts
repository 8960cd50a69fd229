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

/**
 * SQL that gives the rows of the partners asked for, with how often each occurs, and of all others
 * only their number by partner: first the partner's columns, then `columns`, then the count, then
 * whether the row was asked for. One pass over the table answers both.
 */
export function selectionSql(from: string, query: SelectionQuery, dialect: Dialect): string {
  const { partnerColumns, texts, columns } = query;
  const partners = partnerColumns.map((at) => dialect.column(at));
  const list = texts?.map((text) => dialect.literal(text)).join(", ");
  const asked =
    texts === null
      ? "TRUE"
      : partners.map((column) => `coalesce(${column} IN (${list}), FALSE)`).join(" OR ") || "TRUE";
  const others = columns.map((at) => {
    const column = dialect.column(at);
    return texts === null ? column : `CASE WHEN ${asked} THEN ${column} END`;
  });
  const selected = [...partners, ...others].map((column, at) => `${column} AS k${at}`);
  return `SELECT ${[...selected, "count(*) AS n", `${asked} AS asked`].join(", ")} FROM ${from} GROUP BY ALL`;
}
