import {
  type AttributeReader,
  factReader,
  partnerReader,
  periodReader,
  silent,
} from "./attributes.ts";
import type { Figures } from "./figures.ts";
import type { Layout } from "./format.ts";
import { columnIndex } from "./header.ts";
import { yearToDate } from "./periods.ts";
import { productReader } from "./products.ts";
import type { TableContext } from "./table-context.ts";

type Word =
  | "period"
  | "partner"
  | "reporter"
  | "flow"
  | "product"
  | "sector"
  | "flowBasis"
  | "valuation"
  | "basis"
  | "unit"
  | "edition"
  | "currency"
  | "adjusted"
  | "prices";

/** The readers of a table's attributes, by the names of the record layout. */
export class TableAttributes {
  readonly partner: AttributeReader;
  readonly reporter: AttributeReader;
  /** The attributes of which the table says something. */
  readonly said: readonly (readonly [string, AttributeReader])[];
  /** Every column that they look at. */
  readonly columns: readonly number[];
  /** The columns of the period at which no other attribute looks. */
  readonly periodColumns: readonly number[];
  /** The columns of each of these at which no other attribute looks. */
  readonly ownColumns: Readonly<
    Record<"partner" | "reporter" | "product" | "period", readonly number[]>
  >;
  /** The columns that tell the system of a product beside it. */
  readonly systemColumns: readonly number[];
  readonly #all: Readonly<Record<Word, AttributeReader>>;
  readonly #product: ReturnType<typeof productReader>;

  constructor(layout: Layout, header: readonly string[], context: TableContext) {
    const unplaced = layout.unplaced === "named";
    const { above, words, spelling } = context;
    const who = (fact: Parameters<typeof partnerReader>[0]) =>
      partnerReader(fact, header, context, unplaced);
    const what = (fact: Layout["flow"]) => factReader(fact, header, above, words);
    this.#product = productReader(layout.products, header, context.products, above);
    this.partner =
      layout.partner === "columns" ? factReader({ is: "" }, header) : who(layout.partner);
    this.reporter = who(layout.reporter);
    this.#all = {
      period: periodReader(layout.period, header, spelling.fiscal, spelling.dates),
      partner: this.partner,
      reporter: this.reporter,
      flow: what(layout.flow),
      product: this.#product,
      sector: what(layout.sector),
      flowBasis: what(layout.flowBasis),
      valuation: what(layout.valuation),
      basis: what(layout.basis),
      unit: isSaidInPlace(layout.unit, header, context) ? silent : what(layout.unit),
      edition: what(layout.edition),
      currency: what(layout.currency),
      adjusted: what(layout.adjusted),
      prices: what(layout.prices),
    };
    this.said = Object.entries(this.#all).filter(([, reader]) => reader !== silent);
    this.columns = Object.values(this.#all).flatMap(({ at }) => [...at]);
    const { period, ...others } = this.#all;
    const taken = Object.values(others).flatMap(({ at }) => [...at]);
    this.periodColumns = period.at.filter((at) => at >= 0 && !taken.includes(at));
    const [product = -1, ...systems] = this.#product.at;
    this.systemColumns = systems;
    const own = (columns: readonly number[]) => {
      const looked = (at: number) => this.columns.filter((column) => column === at).length;
      return columns.every((at) => at >= 0 && looked(at) === 1) ? columns : [];
    };
    this.ownColumns = {
      partner: own(this.partner.at),
      reporter: own(this.reporter.at),
      product: own([product]),
      period: own(period.at),
    };
  }

  get period(): AttributeReader {
    return this.#all.period;
  }

  /** The text of the period of a figure; null where it has none that can be read. */
  periodOf(cells: readonly string[], { yearToDate: toDate }: Figures): string | null {
    const text = this.#all.period.read(cells);
    if (typeof text !== "string") return null;
    return toDate ? yearToDate(text) : text;
  }

  /** The text of the unit of a figure; undefined where the table says none. */
  unitOf(cells: readonly string[]): string | undefined {
    const unit = this.#all.unit.read(cells);
    return typeof unit === "string" && unit !== "" ? unit : undefined;
  }

  /** Whether the table itself says an attribute. */
  says(attribute: string): boolean {
    const reader = this.#all[attribute as Word];
    return reader !== undefined && (reader.at.length > 0 || reader.read([]) !== "");
  }

  /** The name of an attribute's column in this table; that of the record layout where it has none. */
  columnOf(attribute: string): string {
    return this.#all[attribute as Word]?.column ?? attribute;
  }

  /** The code of a row that counts all products, such as `E_COMMODITY "00"`; else null. */
  wholeIn(cells: readonly string[]): string | null {
    const text = cells[this.#product.at[0] ?? -1];
    return text !== undefined && this.#product.isAll(text)
      ? `${this.#product.column} "${text}"`
      : null;
  }
}

/** Whether the user says a unit of which the table has but halves, which may not be plain. */
function isSaidInPlace(
  fact: Layout["unit"],
  header: readonly string[],
  { defaults }: TableContext,
): boolean {
  const isOfHalves = "column" in fact && fact.beside && columnIndex(header, fact.column) < 0;
  return Boolean(isOfHalves) && defaults.unit !== undefined;
}
