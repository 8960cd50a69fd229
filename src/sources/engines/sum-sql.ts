import type { Figures } from "../formats/figures.ts";
import type { TableReader } from "../formats/table-reader.ts";
import {
  askedSql,
  countedSql,
  type Dialect,
  isOneOf,
  type Lookup,
  type SpeltAs,
} from "./dialect.ts";
import { likeSql, oddSql, valueSql } from "./stored-values.ts";

/** The texts of a product, and the numbers by which it is told what it adds to. */
export interface ProductNumbers {
  readonly texts: readonly string[];
  /** The place of its bit among all products. */
  readonly bit: number;
  /** The number of what it is lifted to. */
  readonly lifted: number;
  /** The number of the member that it belongs to, where partners are added up. */
  readonly target: number;
}

/** Partners to add up. */
export interface MemberTexts {
  /** The columns by which they are told. */
  readonly columns: readonly number[];
  /** Their texts; null where all partners of the table are added up. */
  readonly texts: readonly (readonly string[])[] | null;
  /** The texts of one of them. */
  readonly one: readonly string[];
}

/** The rows whose column has one of these texts. */
export interface OnlyTexts {
  readonly at: number;
  readonly texts: readonly string[];
}

/** A stored table of which rows are added up, by the places of its columns. */
export interface SummedTable {
  readonly dialect: Dialect;
  readonly from: string;
  readonly reader: TableReader;
  readonly figures: Figures;
  readonly unit: string;
  /** The columns by whose texts rows are distinguished. */
  readonly keys: readonly number[];
  /** Those of them that tell nothing but periods. */
  readonly periods: readonly number[];
  /** The columns of products; none where families of rows tell them. */
  readonly products: readonly number[];
}

/** The table of the rows that are kept. */
const KEPT = "kept";

/** The SQL of sums at the grain of a question; what engines spell differently is for their dialect. */
export class SumSql {
  readonly #table: SummedTable;
  readonly #alike: string;
  readonly #odd: string;
  readonly #value: string;
  /** What is added up: all rows, or those that were kept. */
  #from: string;
  /** How the numbers of products are looked up. */
  #lookup: Lookup = { statements: [], join: "", numbers: {}, others: [] };

  constructor(table: SummedTable) {
    const { dialect, reader, figures, unit, from } = table;
    this.#table = table;
    this.#from = from;
    this.#alike = `${likeSql(dialect, reader, figures)} AS alike`;
    this.#odd = `${oddSql(dialect, figures, unit)} AS odd`;
    this.#value = `${valueSql(dialect, figures, unit)} AS amount`;
  }

  /** How many columns have the texts of a product that is not written. */
  get others(): number {
    return this.#lookup.others.length;
  }

  /** All different texts of products. */
  get products(): string {
    const { dialect, products } = this.#table;
    const texts = products.map((at) => dialect.text(at)).join(", ");
    return `SELECT ${texts} FROM ${this.#from} GROUP BY ${places(products.length)}`;
  }

  /**
   * Writes the numbers of products beside the table, where the other queries look them up.
   * @param isOpen whether there may be others.
   */
  written(products: readonly ProductNumbers[], isOpen: boolean): readonly string[] {
    const { dialect, products: columns } = this.#table;
    const texts = products.map((one) => one.texts);
    const numbers = {
      bit: products.map(({ bit }) => bit),
      lifted: products.map(({ lifted }) => lifted),
      target: products.map(({ target }) => target),
    };
    this.#lookup = dialect.lookup(columns, texts, numbers, isOpen);
    return this.#lookup.statements;
  }

  /**
   * A statement that keeps the rows that are asked for, which alone are added up from then on.
   * @param selectors the columns that tell which these are.
   */
  keep(selectors: readonly number[], asked: readonly (readonly SpeltAs[])[]): string {
    const { dialect, from, reader } = this.#table;
    if (!dialect.keepsRows) {
      this.#from = KEPT;
      return dialect.kept(KEPT, `SELECT * FROM ${from} WHERE ${askedSql(asked, dialect)}`);
    }
    const all = new Set(reader.figures.flatMap((one) => reader.neededColumns(one)));
    const others = [...all].filter((at) => !selectors.includes(at));
    const columns = [...selectors.map((at) => dialect.column(at)), dialect.spread("asked_rows")];
    this.#from = dialect.narrowed(
      `SELECT ${columns.join(", ")} FROM ${KEPT} WHERE asked_rows IS NOT NULL`,
    );
    return dialect.kept(KEPT, countedSql(from, selectors, others, asked, dialect));
  }

  /** How many rows there are by the texts of some columns. */
  counts(columns: readonly number[]): string {
    const { dialect, from } = this.#table;
    const keys = columns.map((at) => dialect.key(at)).join(", ");
    if (dialect.keepsRows && this.#from !== from) return `SELECT ${keys}, times FROM ${KEPT}`;
    return `SELECT ${keys}, count(*) AS times FROM ${from} GROUP BY ${places(columns.length)}`;
  }

  /**
   * The sums of rows that are alike but for their periods, products and values: the texts of their other
   * keys, the number of the column that repeats the value, a value that is no plain number, what they are
   * lifted to, and the texts of a product that is not written. Behind these, in lists, for each period its
   * texts, how many rows there are, the sum, and which products they have.
   * @param count the number of all products.
   * @param only the rows to add up; none: all.
   */
  sums(count: number, only: readonly OnlyTexts[] = []): string {
    const { dialect, keys, periods, products } = this.#table;
    const { numbers, others } = this.#lookup;
    const hasProducts = products.length > 0;
    const by = [
      ...keys.map((at) => `${dialect.key(at)} AS k${at}`),
      this.#alike,
      this.#odd,
      `${hasProducts ? numbers.lifted : "NULL"} AS lifted`,
      ...others.map((text, at) => `${text} AS other${at}`),
    ];
    const summed = ["count(*) AS times", this.#value];
    const present = hasProducts ? [`${dialect.occurring(numbers.bit!, count)} AS present`] : [];
    const all = only.map(({ at, texts }) => isOneOf(dialect.text(at), texts, dialect));
    const where = all.length > 0 ? ` WHERE ${all.join(" AND ")}` : "";
    const cells = `SELECT ${[...by, ...summed, ...present].join(", ")} FROM ${this.#source}${where} GROUP BY ${varying(by)}`;
    const ofPeriods = periods.map((at) => `k${at}`);
    const names = by.map(nameOf).filter((name) => !ofPeriods.includes(name));
    const lists = [
      ...[...ofPeriods, ...summed.map(nameOf)].map((name) => dialect.listed(name)),
      ...present.map((one) => dialect.listedOnce(nameOf(one))),
    ];
    return `SELECT ${[...names, ...lists].join(", ")} FROM (${cells}) GROUP BY ${names.join(", ")}`;
  }

  /**
   * The sums by product of the rows that are alike but for their partners: the texts of other keys, the
   * two columns that follow these in `sums`, and the numbers of products and their sums as two lists.
   */
  byProduct({ columns, texts }: MemberTexts): string {
    const { dialect } = this.#table;
    const own = columns.map((at) => dialect.text(at)).join(", ");
    const listed = texts?.map(
      (each) => `(${each.map((text) => dialect.literal(text)).join(", ")})`,
    );
    const where = listed ? ` WHERE (${own}) IN (${listed.join(", ")})` : "";
    const keys = this.#table.keys.filter((at) => !columns.includes(at));
    const names = [...keys.map((at) => `k${at}`), "alike", "odd"];
    const by = [
      ...keys.map((at) => `${dialect.key(at)} AS k${at}`),
      this.#alike,
      this.#odd,
      `${this.#lookup.numbers.target} AS member`,
    ];
    const select = [...by, this.#value].join(", ");
    const sums = `SELECT ${select} FROM ${this.#source}${where} GROUP BY ${varying(by)}`;
    const lists = ["member", "amount"].map((column) => dialect.listed(column)).join(", ");
    return `SELECT ${names.join(", ")}, ${lists} FROM (${sums}) GROUP BY ${names.join(", ")}`;
  }

  /** The table, each row with the numbers of its product. */
  get #source(): string {
    return `${this.#from}${this.#lookup.join}`;
  }
}

/** The first columns of a query, by their places. */
function places(count: number): string {
  return Array.from({ length: count }, (_, at) => at + 1).join(", ");
}

function nameOf(column: string): string {
  return column.slice(column.lastIndexOf(" ") + 1);
}

/** The places of columns that are no constants; a place where all are, since no row is no group. */
function varying(columns: readonly string[]): string {
  const found = columns.flatMap((one, at) => (/^(?:-?\d+|NULL) AS /.test(one) ? [] : [at + 1]));
  return found.join(", ") || "1";
}
