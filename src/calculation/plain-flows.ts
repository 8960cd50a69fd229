import { InputError } from "../errors.ts";
import { keptIn } from "../kept-in.ts";
import type { ProductSelection } from "../products/product.ts";
import type { Period } from "../records/period.ts";
import { DOLLARS, type Flow, type SeriesKey, WORLD } from "../records/record.ts";
import { type Preferences, type Provenance, preferencesId } from "../selection/figure.ts";
import { onlySeriesOf } from "../selection/only-series.ts";
import { isWanted } from "../selection/select.ts";
import type { TradeDataset } from "../sources/dataset.ts";
import { flowFigure, type UsedFigure } from "./flow-figure.ts";

/** One flow of one partner in one period. */
export interface PlainAmount {
  /** NaN where there is none, infinite where it cannot be told without the records behind it. */
  readonly value: number;
  /** What the gate wants alike of all figures of one period; vintages and flow bases are but said. */
  readonly kind: string;
  /** Of a dataset that joins its vintages: what the amount is made of. */
  readonly figures: readonly UsedFigure[];
}

const missing: PlainAmount = { value: Number.NaN, kind: "", figures: [] };
const unusual: PlainAmount = { value: Number.POSITIVE_INFINITY, kind: "", figures: [] };

/** The amounts of one partner, each found once. */
interface OfPartner {
  readonly known: Map<string, PlainAmount>;
  /** What tells most amounts without the records behind them; undefined where these are needed. */
  readonly quick: ((period: Period) => PlainAmount | undefined) | null;
}

/** The amounts of one flow of a dataset, without their records. */
class PlainFlows {
  readonly #partners = new Map<string, OfPartner>();
  #hasWorld: boolean | null = null;

  constructor(
    readonly dataset: TradeDataset,
    readonly flow: Flow,
    readonly product: ProductSelection,
    readonly preferences: Preferences,
  ) {}

  /** Whether the data have the whole of all partners in this flow. */
  get hasWorld(): boolean {
    this.#hasWorld ??= this.dataset
      .seriesOf(WORLD)
      .some(({ key }) => key.flow === this.flow && isWanted(key, this.preferences));
    return this.#hasWorld;
  }

  of(partner: string, period: Period): PlainAmount {
    const { known, quick } = keptIn(this.#partners, partner, () => ({
      known: new Map(),
      quick: this.#quickOf(partner, period),
    }));
    return keptIn(known, period.label, () => quick?.(period) ?? this.#amountOf(partner, period));
  }

  /** Of a partner with one series of each kind: the amount of the one that has the period. */
  #quickOf(partner: string, period: Period): OfPartner["quick"] {
    const { dataset, flow, product, preferences } = this;
    if (dataset.unlisted) return null;
    const all = onlySeriesOf(dataset, { partner, flow, product, period }, preferences);
    if (!all) return null;
    const { filter = "", vintages } = dataset;
    const kinds = all.map(({ key }) => kindOf({ ...kindOfKey(key), filter }));
    return (asked) => {
      let found: PlainAmount = missing;
      for (const [at, series] of all.entries()) {
        const amount = series.amountOf(asked);
        if (amount.kind !== "sum") continue;
        if (found !== missing || vintages) return undefined;
        found = { value: amount.value, kind: kinds[at]!, figures: [] };
      }
      return found;
    };
  }

  #amountOf(partner: string, period: Period): PlainAmount {
    const { dataset, flow, product, preferences } = this;
    try {
      const at = { partner, flow, product, period };
      const found = flowFigure(dataset, at, { preferences, project: false });
      if (found.value === null) return dataset.unlisted ? unusual : missing;
      const kinds = found.figures.map(
        ({ figure }) => figure.provenance && kindOf(figure.provenance),
      );
      const [kind] = kinds;
      if (kind === undefined || kind === null || kinds.some((one) => one !== kind)) return unusual;
      return { value: found.value, kind, figures: dataset.vintages ? found.figures : [] };
    } catch (error) {
      if (error instanceof InputError) return unusual;
      throw error;
    }
  }
}

const kindsKnown = new Map<string, string>();

type Kind = Pick<
  Provenance,
  "basis" | "sectors" | "edition" | "adjusted" | "currency" | "prices" | "filter"
>;

function kindOf({ basis, sectors, edition, adjusted, currency, prices, filter }: Kind): string {
  const kind = [basis, sectors, edition, adjusted, currency, prices, filter].join("|");
  // One text for all, because thousands are kept.
  return keptIn(kindsKnown, kind, () => kind);
}

function kindOfKey(key: SeriesKey): Omit<Kind, "filter"> {
  const { basis, sector, edition = null, adjusted = null, currency = DOLLARS, prices = "" } = key;
  return { basis, sectors: [sector], edition, adjusted, currency, prices };
}
type OfProduct = Readonly<Record<Flow, PlainFlows>>;

const flowsKnown = new WeakMap<TradeDataset, Map<string, WeakMap<ProductSelection, OfProduct>>>();

/** The amounts of the flows of a dataset; kept with it, because they are numbers alone. */
export function plainFlowsOf(
  dataset: TradeDataset,
  product: ProductSelection,
  preferences: Preferences,
): OfProduct {
  const byWish = keptIn(flowsKnown, dataset, () => new Map());
  const byProduct = keptIn(byWish, preferencesId(preferences), () => new WeakMap());
  return keptIn(byProduct, product, () => ({
    export: new PlainFlows(dataset, "export", product, preferences),
    import: new PlainFlows(dataset, "import", product, preferences),
  }));
}
