import { InputError } from "../errors.ts";
import { keptIn } from "../kept-in.ts";
import type { Cell } from "../metrics/cell.ts";
import {
  allProducts,
  isWithin,
  type ProductLevel,
  type ProductSelection,
} from "../products/product.ts";
import { type Period, parsePeriod } from "../records/period.ts";
import type { Flow } from "../records/record.ts";
import type { Preferences } from "../selection/figure.ts";
import type { Projecting } from "../selection/projection.ts";
import { isWanted } from "../selection/select.ts";
import type { OpenDatasets, TradeDataset } from "../sources/dataset.ts";
import { AcrossFigures } from "./across-figures.ts";
import type { Areas, MemberRule } from "./areas.ts";
import { type Beside, boundsOf } from "./bounds.ts";
import { editionIn, hasCodes } from "./editions.ts";
import { flowFigure, type MeasuredFigure } from "./flow-figure.ts";
import { listsFlow, onlyReporterWith } from "./listed-flows.ts";
import { converted, type Rates } from "./rates.ts";
import { TradeTable } from "./trade-table.ts";

export interface CubeSettings {
  /** The kinds of figure asked for; whose they are stands in each cell. */
  readonly preferences: Preferences;
  readonly project: Projecting;
  /** Whether a flow without a record is taken to be a zero flow. */
  readonly absentAsZero: boolean;
  /** At which level the members of the dimension of products are distinguished. */
  readonly level: ProductLevel;
  /** The products that the question is about. */
  readonly product: ProductSelection;
  /** Whether products are members; then one dataset that has them answers everything. */
  readonly byProduct: boolean;
  /** US dollars for a unit of a currency, where it is to be converted. */
  readonly rates?: Rates | null;
  /** What is known of areas over time; null where the question needs nothing of it. */
  readonly areas: Areas | null;
  /** Whose members a group has; those of today where this is left out. */
  readonly members?: MemberRule;
}

/** Whose flow it is; null: the only reporter's. */
interface Parties {
  readonly reporter: string | null;
  readonly partner: string;
}

/** The flows of single reporters with single partners, each found once. */
export class TradeFlows {
  readonly settings: CubeSettings;
  readonly #datasets: OpenDatasets;
  readonly #tables = new Map<TradeDataset, TradeTable>();
  readonly #flows = new Map<string, MeasuredFigure | InputError>();
  readonly #one: TradeDataset | null;
  /** Who has figures with a partner in a flow. */
  readonly #reporters = new Map<TradeDataset, Map<string, ReadonlySet<string>>>();
  readonly #across = new AcrossFigures();
  readonly #preferences = new Map<string | null, Preferences>();

  /** @throws InputError when products are members and no dataset has any. */
  constructor(datasets: OpenDatasets, settings: CubeSettings) {
    this.settings = settings;
    this.#datasets = datasets;
    this.#one = settings.byProduct ? datasets.withProducts(systemOf(settings)) : null;
  }

  /** The dataset that holds these products. */
  datasetOf(product: ProductSelection): TradeDataset {
    return this.#one ?? this.#datasets.forProduct(product);
  }

  table(product: ProductSelection): TradeTable {
    const dataset = this.datasetOf(product);
    return keptIn(this.#tables, dataset, () => new TradeTable(dataset, this.settings.preferences));
  }

  /** Whether a cell lies outside the first and last period that its dataset has. */
  isOutside({ product, period }: Cell): boolean {
    return isOutside(this.datasetOf(product), period);
  }

  /** Whether the data have any figure of the flow, whatever the product and the period. */
  has({ reporter, partner }: Parties, flow: Flow, product: ProductSelection): boolean {
    const dataset = this.datasetOf(product);
    const known = keptIn(this.#reporters, dataset, () => new Map());
    const reporters = keptIn(known, `${partner}|${flow}`, () => {
      const wishes = { ...this.settings.preferences, reporter: null };
      const wanted = dataset
        .seriesOf(partner)
        .filter(({ key }) => key.flow === flow && isWanted(key, wishes));
      return new Set(wanted.map(({ key }) => key.reporter));
    });
    return reporter === null ? reporters.size > 0 : reporters.has(reporter);
  }

  /** A product's flow with all partners that have figures in the period, added up while reading. */
  acrossPartners(reporter: string | null, flow: Flow, at: Cell): MeasuredFigure {
    const dataset = this.datasetOf(at.product);
    return this.#across.of(dataset, dataset.acrossPartners!, reporter, flow, at);
  }

  /**
   * One flow in one period; an error is kept like a figure, because a search asks again.
   * @param inList whether it is one of a list, which has the same members in every flow.
   */
  flow({ reporter, partner }: Parties, flow: Flow, at: Cell, inList: boolean): MeasuredFigure {
    const { product, period } = at;
    const id = `${reporter}|${partner}|${flow}|${product.id}|${period.label}|${inList}`;
    let known = this.#flows.get(id);
    if (!known) {
      known = attempted(() => this.#measured({ reporter, partner }, flow, at, inList));
      if (this.#flows.size >= MOST) this.#flows.clear();
      this.#flows.set(id, known);
    }
    if (known instanceof InputError) throw known;
    return known;
  }

  /**
   * A product among others that has no record had no trade where the total that holds it was published, as long as
   * the data know the product in this flow: some exist in one flow alone, such as chapter 99 of the
   * imports of the United States. Otherwise nothing is known of it.
   */
  #measured(
    { reporter, partner }: Parties,
    flow: Flow,
    { product, period }: Cell,
    inList: boolean,
  ): MeasuredFigure {
    const { project, absentAsZero } = this.settings;
    const preferences = this.#preferencesOf(reporter);
    const dataset = this.datasetOf(product);
    const take = (products: ProductSelection) => {
      const narrow =
        reporter === null ? dataset : this.table(products).narrowed(reporter, products);
      const figure = flowFigure(
        narrow,
        { partner, flow, product: products, period },
        { project, preferences },
      );
      if (narrow === dataset) return figure;
      return { ...figure, figures: figure.figures.map((used) => ({ ...used, dataset })) };
    };
    const found = converted(take(product), this.settings.rates);
    if (found.reason === "suppressed") {
      const known = { at: { reporter, partner, product, period, flow }, take };
      return { ...found, bounds: boundsOf(dataset, known, (party, one) => this.#of(party, one)) };
    }
    if (found.reason !== "no-data") return found;
    // A cell that is listed without a figure is never a zero flow.
    if (found.figures.some(({ figure }) => figure.gap !== null)) return found;
    const { codes } = product;
    const there = editionIn(dataset, { reporter, flow, period, codes });
    if (there !== null && !hasCodes(dataset, codes, there)) {
      return { ...found, figures: found.figures.map((one) => ({ ...one, editionThere: there })) };
    }
    // Who was counted in another area has no flow of nothing.
    const isCovered =
      (absentAsZero || dataset.unlisted) &&
      listsFlow(dataset, reporter ?? onlyReporterWith(dataset, partner), flow, period) &&
      !this.settings.areas?.countedIn(dataset, partner, period);
    const because = isCovered
      ? dataset.unlisted?.unknownBecause({ reporter, partner, codes })
      : null;
    const isZero =
      (isCovered && (absentAsZero || because === null)) ||
      ((this.settings.byProduct || inList) &&
        codes.length > 0 &&
        hasProducts(dataset, codes, inList ? null : flow) &&
        isPublished(take(allProducts)));
    if (isZero) return { value: 0, reason: null, figures: found.figures };
    if (isCovered) {
      const figures = found.figures.map((one) => ({ ...one, unknownBecause: because ?? "" }));
      return { ...found, reason: "outside-coverage", figures };
    }
    const isAlone = !this.settings.byProduct && !inList;
    const isUncovered =
      isOutside(dataset, period) ||
      (isEmbedded(dataset) &&
        (dataset.seriesOf(partner).every(({ key }) => key.flow !== flow) ||
          (isAlone && codes.length > 0 && !hasProducts(dataset, codes, flow))));
    return isUncovered ? { ...found, reason: "outside-coverage" } : found;
  }

  #preferencesOf(reporter: string | null): Preferences {
    return keptIn(this.#preferences, reporter, () => ({ ...this.settings.preferences, reporter }));
  }

  /** A flow beside the one that is asked for. */
  #of(parties: Parties, { flow, product, period }: Beside): MeasuredFigure {
    const at: Cell = { reporter: [], partner: [], product, period };
    return this.flow(parties, flow, at, false);
  }
}

/** More are found again, so that a long answer needs no memory for what it was made of. */
const MOST = 100_000;

/** Only of embedded data is it known that a partner who is not listed is left out. */
function isEmbedded({ vintages, siblings, description }: TradeDataset): boolean {
  return vintages !== undefined || siblings !== undefined || description.vintage !== null;
}

function systemOf({ level, product }: CubeSettings): string | null {
  const [code] = product.codes;
  return level.system ?? (code === undefined ? null : code.slice(0, code.indexOf(":")));
}

/** A total of its own, not one added up from products. */
function isPublished({ value, figures }: MeasuredFigure): boolean {
  return value !== null && figures.every(({ figure }) => figure.summedFromParts === null);
}

const known = new WeakMap<TradeDataset, Map<string, boolean>>();

/** Whether the data have any record of these products, whoever trades them; null: in any flow. */
function hasProducts(dataset: TradeDataset, codes: readonly string[], flow: Flow | null): boolean {
  const found = keptIn(known, dataset, () => new Map());
  return keptIn(found, `${flow}|${codes.join(",")}`, () =>
    codes.every((code) =>
      dataset.partners.some((partner) =>
        dataset
          .seriesOf(partner.code)
          .some(({ key }) => (flow ?? key.flow) === key.flow && isWithin(key.product, code)),
      ),
    ),
  );
}

/** Whether a period lies outside the first and last that the whole dataset has. */
function isOutside({ description: { coverage } }: TradeDataset, { first, last }: Period): boolean {
  if (coverage.first === "" || coverage.last === "") return false;
  const ends = keptIn(endsKnown, coverage, () => ({
    first: parsePeriod(coverage.first).first,
    last: parsePeriod(coverage.last).last,
  }));
  return first < ends.first || last > ends.last;
}

const endsKnown = new WeakMap<object, { readonly first: number; readonly last: number }>();

function attempted(take: () => MeasuredFigure): MeasuredFigure | InputError {
  try {
    return take();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}
