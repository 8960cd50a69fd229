import type { Period } from "../../records/period.ts";
import type { SeriesKey } from "../../records/record.ts";
import { withProduct } from "../records/row.ts";
import { ByTexts } from "./by-texts.ts";
import type { Figures } from "./figures.ts";
import { type Aside, notSelected } from "./outcome.ts";
import type { RecordSelection } from "./record-selection.ts";
import type { RowRules } from "./row-rules.ts";
import type { TableAttributes } from "./table-attributes.ts";

/** What a figure is about, and the unit of its value. */
export interface Subject {
  readonly key: SeriesKey;
  readonly period: Period;
  readonly unit: string;
  readonly part: string;
  readonly member: string | null;
  /** The edition that its row states, whatever its product. */
  readonly edition: string | undefined;
}

/** The columns of which one thing is told each; every one is identified by its own texts alone. */
export interface Aspects {
  /** All that is left: what tells families of rows apart. */
  readonly family: readonly number[];
  readonly partner: readonly number[];
  readonly reporter: readonly number[];
  /** With the columns that tell its system, which stand in the family as well. */
  readonly product: readonly number[];
  readonly period: readonly number[];
}

/** What texts mean, once a row with them was good, and whether figures with them are asked for. */
interface Meaning<What> {
  what: What | null;
  unasked: Aside | null;
  isOther: boolean;
}

/** Rows that are alike in all that says what they are but partner, reporter, product and period. */
interface Family extends Meaning<Subject> {
  /** Why they are no records. */
  readonly aside: Aside | null;
  /** Whether one of them was found to be no record. */
  isBad: boolean;
}

/**
 * Remembers what the texts of one column of figures were found to mean. A figure is good when each of
 * its texts is, so that of millions of rows only those that bring a new text are judged.
 */
export class AlikeRows {
  readonly aspects: Aspects;
  readonly #families: ByTexts<Family>;
  readonly #partners: ByTexts<Meaning<string>>;
  readonly #reporters: ByTexts<Meaning<string>>;
  readonly #products: ByTexts<Meaning<string>>;
  readonly #periods: ByTexts<Meaning<Period>>;
  readonly #notSelected: (cells: readonly string[]) => Aside;
  /** What the row at hand has of each; null where that is for its family to say. */
  #family: Family | null = null;
  #partner: Meaning<string> | null = null;
  #reporter: Meaning<string> | null = null;
  #product: Meaning<string> | null = null;
  #period: Meaning<Period> | null = null;

  constructor(
    figures: Figures,
    attributes: TableAttributes,
    rules: RowRules,
    selection: RecordSelection,
    keyColumns: readonly number[],
  ) {
    const { ownColumns, systemColumns } = attributes;
    const own = (columns: readonly number[]) =>
      columns.some((at) => rules.columns.includes(at)) ? [] : columns;
    const [partners, reporters] = figures.mirrored
      ? [ownColumns.reporter, ownColumns.partner]
      : [ownColumns.partner, ownColumns.reporter];
    this.#partners = new ByTexts(figures.partner === null ? own(partners) : [], (cells) => ({
      what: null,
      unasked: selection.unselectedPartner(cells, figures),
      isOther: false,
    }));
    this.#reporters = new ByTexts(own(reporters), (cells) => ({
      what: null,
      unasked: null,
      isOther: selection.isOtherReporter(cells, figures),
    }));
    this.#periods = new ByTexts(own(ownColumns.period), (cells) => ({
      what: null,
      unasked: null,
      isOther: selection.isOtherYear(cells, figures),
    }));
    const products = own(ownColumns.product);
    const withSystems = products.length > 0 ? [...products, ...systemColumns] : [];
    const unknown = () => ({ what: null, unasked: null, isOther: false });
    this.#products = new ByTexts(products, unknown, withSystems);
    const apart = [this.#partners, this.#reporters, this.#periods, this.#products].flatMap(
      ({ columns }) => columns,
    );
    const others = keyColumns.filter((at) => !apart.includes(at));
    this.#families = new ByTexts(others, (cells) => ({
      what: null,
      unasked: this.#partner ? null : selection.unselectedPartner(cells, figures),
      isOther:
        (!this.#reporter && selection.isOtherReporter(cells, figures)) ||
        (!this.#period && selection.isOtherYear(cells, figures)),
      aside: rules.asideOf(cells, figures),
      isBad: false,
    }));
    const periods = ownColumns.period.every((at) => rules.asideColumns.includes(at))
      ? ownColumns.period
      : this.#periods.columns;
    this.aspects = {
      family: others.filter((at) => !periods.includes(at)),
      partner: this.#partners.columns,
      reporter: this.#reporters.columns,
      product: withSystems,
      // A period that sets figures aside is one by its own texts as well.
      period: periods,
    };
    this.#notSelected = (cells) => notSelected(selection.partnerOf(cells, figures));
  }

  /**
   * Turns to a row, of which the other methods then tell.
   * @param like what else tells rows apart.
   * @returns why it is no record; null where it may be one.
   */
  turnTo(cells: readonly string[], like: string): Aside | null {
    this.#partner = this.#partners.of(cells);
    this.#reporter = this.#reporters.of(cells);
    this.#product = this.#products.of(cells);
    this.#period = this.#periods.of(cells);
    let extra = like;
    // Of texts that are empty, the family says what they stand for.
    if (!this.#partner) extra += "1";
    if (!this.#reporter) extra += "2";
    if (!this.#product) extra += "3";
    if (!this.#period) extra += "4";
    const family = this.#families.among(cells, extra);
    this.#family = family;
    const unasked = this.#partner?.unasked ?? family.unasked;
    if (unasked) return unasked;
    if (this.#reporter?.isOther || this.#period?.isOther || family.isOther) {
      return this.#notSelected(cells);
    }
    return family.aside;
  }

  /** What the row is about, where that follows from rows that were good; else null. */
  get subject(): Subject | null {
    const subject = this.#family!.what;
    if (!subject) return null;
    const { key } = subject;
    const partner = this.#partner ? this.#partner.what : key.partner;
    const reporter = this.#reporter ? this.#reporter.what : key.reporter;
    const product = this.#product ? this.#product.what : key.product;
    const period = this.#period ? this.#period.what : subject.period;
    if (partner === null || reporter === null || product === null || period === null) return null;
    const { flow, sector, flowBasis, valuation, basis } = key;
    const { unit, part, member, edition } = subject;
    const plain = { reporter, partner, flow, product, sector, flowBasis, valuation, basis };
    const isPlain =
      edition === undefined && !("adjusted" in key) && !("currency" in key) && !("prices" in key);
    const own = isPlain ? plain : withProduct({ ...key, ...plain }, product, edition);
    return { key: own, period, unit, part, member, edition };
  }

  /** Whether a row like this was found to be no record. */
  get isBad(): boolean {
    return this.#family!.isBad;
  }

  /** Remembers what the row was found to be about; null where it is no record. */
  learn(subject: Subject | null): void {
    const family = this.#family!;
    if (!subject) {
      family.isBad = true;
      return;
    }
    family.what ??= subject;
    if (this.#partner) this.#partner.what = subject.key.partner;
    if (this.#reporter) this.#reporter.what = subject.key.reporter;
    if (this.#product) this.#product.what = subject.key.product;
    if (this.#period) this.#period.what = subject.period;
  }
}
