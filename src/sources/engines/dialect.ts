/** The SQL that engines spell differently. */
export interface Dialect {
  /** Text as a literal. */
  literal(text: string): string;
  /** A column as text, null for empty. */
  column(at: number): string;
  /** The same with an empty text for null: what rows are distinguished by. */
  text(at: number): string;
  /** A column by which rows are grouped: its text, or what stands for that in an answer. */
  key(at: number): string;
  /** The text that such a value of an answer stands for. */
  keyText(at: number, value: unknown): string;
  /** A query to select from in place of the table, with the same columns. */
  narrowed(query: string): string;
  /** Whether a query can keep whole rows of a group until they are needed, and is quicker than two. */
  readonly keepsRows: boolean;
  /** Aggregate: the rows of a group that fulfil a condition, as a list; null where none does. */
  rowsWhere(columns: readonly string[], condition: string): string;
  /** Such a list as rows again, with the columns that it was made of. */
  spread(list: string): string;
  /** A statement that keeps the answer of a query as a table. */
  kept(name: string, query: string): string;
  /** Aggregate: texts of a group as one. */
  joined(text: string, separator: string): string;
  /**
   * Whether a column is digits, at most so many, and perhaps a point and up to 20 digits more.
   * @param decimals those with which it is added up.
   */
  isPlainNumber(at: number, digits: number, decimals: number): string;
  /**
   * Aggregate: the sum of such a column, each times 10 to the power of `decimals` and rounded half up; 0
   * where a group has none. As a number, or its text; one that no double holds exactly may be rounded.
   */
  sumOfNumbers(at: number, decimals: number): string;
  /** Aggregate: which of the numbers from 0 below `count` occur; `bitsIn` reads it. */
  occurring(number: string, count: number): string;
  /** Aggregate: values of a group in a list, those of several in the same order; `itemsIn` reads it. */
  listed(value: string): string;
  /**
   * Numbers that are looked up by the texts of columns of the table.
   * @param isOpen whether the table may have texts that are not listed.
   */
  lookup(
    by: readonly number[],
    texts: readonly (readonly string[])[],
    numbers: Numbers,
    isOpen: boolean,
  ): Lookup;
  /** The bits of an answer, the first one foremost in the first byte. */
  bitsIn(value: unknown, count: number): Uint8Array;
  /** The same of values that are mostly alike: it may hold one alone, which then is all of them. */
  listedOnce(value: string): string;
  /** The values of a list of an answer. */
  itemsIn(value: unknown): readonly unknown[];
}

/** Numbers by name, in each list one for each of the texts that they belong to. */
export type Numbers = Readonly<Record<string, readonly number[]>>;

/** How a query looks numbers up. */
export interface Lookup {
  /** What must be carried out before. */
  readonly statements: readonly string[];
  /** What stands after the table that is selected from. */
  readonly join: string;
  /** Each number by its name; texts that are not listed may have any. */
  readonly numbers: Readonly<Record<string, string>>;
  /** The texts of a row that are not listed, null where they are; none where every one is. */
  readonly others: readonly string[];
}

/** A condition that is known to hold for every row. */
export const ALWAYS = "true";

/** Rows of which one of these columns has one of these texts. */
export interface SpeltAs {
  readonly columns: readonly number[];
  readonly texts: readonly string[];
}

/** A question for the rows of some partners, by the places of its columns. */
export interface SelectionQuery {
  /** The columns by which partners, and the reporter, are told. */
  readonly selectors: readonly number[];
  /** What rows that are asked for fulfil: all conditions of one of these lists. */
  readonly asked: readonly (readonly SpeltAs[])[];
  /** The other columns in which the rows of one series are alike. */
  readonly seriesColumns: readonly number[];
  /** The columns in which they differ. */
  readonly entryColumns: readonly number[];
}

/** What stands between the texts of a row in the one text in which the database gives it. */
export const SEPARATOR = "\u0001";
/** What stands between the entries of a series. */
export const ENTRY_SEPARATOR = "\u0002";

/** Rows whose column has one of these texts; the empty text stands for empty cells as well. */
export interface Condition {
  readonly at: number;
  readonly texts: readonly string[];
}

/** A question for the rows of which all conditions hold. */
export interface RowsQuery {
  readonly seriesColumns: readonly number[];
  readonly entryColumns: readonly number[];
  readonly conditions: readonly Condition[];
}

/**
 * SQL that gives, in one pass over the table, the series of the partners asked for and the number of
 * all other rows by partner. Every row of the answer has three columns: the text of partner and
 * series, the number of rows that it stands for, and the text of their entries; null where the
 * partner was not asked for.
 */
export function selectionSql(from: string, query: SelectionQuery, dialect: Dialect): string {
  const { selectors, seriesColumns, entryColumns } = query;
  const by = columnsOf(selectors, dialect).join(", ");
  const others = [...seriesColumns, ...entryColumns];
  const series = [...selectors, ...seriesColumns];
  return [
    `WITH counted AS MATERIALIZED (${countedSql(from, selectors, others, query.asked, dialect)}),`,
    `asked AS (SELECT ${by}, ${dialect.spread("asked_rows")} FROM counted WHERE asked_rows IS NOT NULL)`,
    `SELECT ${textOf(selectors, dialect)} AS series, times, NULL AS entries FROM counted WHERE asked_rows IS NULL`,
    `UNION ALL ${gatheredSql("asked", series, entryColumns, dialect)}`,
  ].join("\n");
}

/** SQL for the number of rows by some columns, and the other columns of those that are asked for. */
export function countedSql(
  from: string,
  selectors: readonly number[],
  others: readonly number[],
  asked: readonly (readonly SpeltAs[])[],
  dialect: Dialect,
): string {
  const by = columnsOf(selectors, dialect).join(", ");
  const rows = dialect.rowsWhere(columnsOf(others, dialect), askedSql(asked, dialect));
  return `SELECT ${by}, count(*) AS times, ${rows} AS asked_rows FROM ${from} GROUP BY ${by}`;
}

/** What rows fulfil that are asked for: all conditions of one of some lists. */
export function askedSql(asked: readonly (readonly SpeltAs[])[], dialect: Dialect): string {
  const isSpelt = ({ columns, texts }: SpeltAs) =>
    columnsOf(columns, dialect).map((column) => isOneOf(column, texts, dialect));
  return asked
    .map((all) => all.map((one) => `(${isSpelt(one).join(" OR ")})`).join(" AND "))
    .join(" OR ");
}

/** SQL for the number of rows by the texts of some columns; the third column is empty. */
export function countSql(from: string, columns: readonly number[], dialect: Dialect): string {
  const names = columnsOf(columns, dialect).join(", ");
  return `SELECT ${textOf(columns, dialect)} AS series, count(*) AS times, NULL AS entries FROM ${from}${groupedBy(names)}`;
}

/** SQL for the series of the rows of which all conditions hold, in the columns of `selectionSql`. */
export function rowsSql(from: string, query: RowsQuery, dialect: Dialect): string {
  const { seriesColumns, entryColumns, conditions } = query;
  const all = conditions.map(({ at, texts }) => isOneOf(dialect.column(at), texts, dialect));
  const rows =
    all.length === 0 ? from : dialect.narrowed(`SELECT * FROM ${from} WHERE ${all.join(" AND ")}`);
  return gatheredSql(rows, seriesColumns, entryColumns, dialect);
}

function gatheredSql(
  from: string,
  series: readonly number[],
  entries: readonly number[],
  dialect: Dialect,
): string {
  const joined = dialect.joined(textOf(entries, dialect), ENTRY_SEPARATOR);
  return `SELECT ${textOf(series, dialect)} AS series, count(*) AS times, ${joined} AS entries FROM ${from}${groupedBy(columnsOf(series, dialect).join(", "))}`;
}

/** Rows without a column to group by are one group. */
function groupedBy(names: string): string {
  return names === "" ? "" : ` GROUP BY ${names}`;
}

function columnsOf(places: readonly number[], dialect: Dialect): string[] {
  return places.map((at) => dialect.column(at));
}

/** The texts of several columns as one. */
function textOf(places: readonly number[], dialect: Dialect): string {
  const texts = places.map((at) => dialect.text(at));
  return texts.join(` || ${dialect.literal(SEPARATOR)} || `) || "''";
}

export function isOneOf(column: string, texts: readonly string[], dialect: Dialect): string {
  const list = texts.map((text) => dialect.literal(text)).join(", ");
  return texts.includes("")
    ? `(${column} IN (${list}) OR ${column} IS NULL)`
    : `${column} IN (${list})`;
}
