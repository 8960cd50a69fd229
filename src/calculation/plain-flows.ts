import { InputError } from "../errors.ts";
import { keptIn } from "../kept-in.ts";
import type { ProductSelection } from "../products/product.ts";
import type { Period } from "../records/period.ts";
import { type Flow, WORLD } from "../records/record.ts";
import { type Preferences, type Provenance, preferencesId } from "../selection/figure.ts";
import { isWanted } from "../selection/select.ts";
import type { TradeDataset } from "../sources/dataset.ts";
import { flowFigure, type MeasuredFigure } from "./flow-figure.ts";
import { vintagesOf } from "./vintage-origins.ts";

/** One flow of one partner in one period. */
export interface PlainAmount {
  /** NaN where there is none, infinite where it cannot be told without the records behind it. */
  readonly value: number;
  /** What the gate wants alike of all figures of one period; vintages and flow bases are but said. */
  readonly kind: string;
  /** The one annual revision of its records; null where they are of several, or of none. */
  readonly revision: string | null;
}

const missing: PlainAmount = { value: Number.NaN, kind: "", revision: null };
const unusual: PlainAmount = { value: Number.POSITIVE_INFINITY, kind: "", revision: null };

/** The amounts of one flow of a dataset, without their records, each found once. */
class PlainFlows {
  readonly #amounts = new Map<string, Map<string, PlainAmount>>();
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
    const amounts = keptIn(this.#amounts, partner, () => new Map());
    return keptIn(amounts, period.label, () => this.#amountOf(partner, period));
  }

  #amountOf(partner: string, period: Period): PlainAmount {
    const { dataset, flow, product, preferences } = this;
    try {
      const at = { partner, flow, product, period };
      const found = flowFigure(dataset, at, { preferences, project: false });
      if (found.value === null) return dataset.unlisted ? unusual : missing;
      const kinds = found.figures.map(({ figure }) => kindOf(figure.provenance));
      const [kind] = kinds;
      if (kind === undefined || kind === null || kinds.some((one) => one !== kind)) return unusual;
      return { value: found.value, kind, revision: revisionOf(dataset, found) };
    } catch (error) {
      if (error instanceof InputError) return unusual;
      throw error;
    }
  }
}

const kindsKnown = new Map<string, string>();

function kindOf(provenance: Provenance | null): string | null {
  if (!provenance) return null;
  const { basis, sectors, edition, adjusted, currency, prices, filter } = provenance;
  const kind = [basis, sectors, edition, adjusted, currency, prices, filter].join("|");
  // One text for all, because thousands are kept.
  const known = kindsKnown.get(kind) ?? kind;
  kindsKnown.set(kind, known);
  return known;
}

/** Only a dataset that joins its vintages has figures of several revisions. */
function revisionOf({ vintages }: TradeDataset, { figures }: MeasuredFigure): string | null {
  if (!vintages) return null;
  const revisions = new Set<string | null>();
  for (const name of vintagesOf(figures))
    revisions.add(vintages.find(({ vintage }) => vintage === name)?.revision ?? null);
  return revisions.size === 1 ? [...revisions][0]! : null;
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
