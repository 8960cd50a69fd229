import { InputError } from "../errors.ts";
import type { ProductSelection } from "../products/product.ts";
import type { Period } from "../records/period.ts";
import { type Flow, WORLD } from "../records/record.ts";
import { type Preferences, type Provenance, preferencesId } from "../selection/figure.ts";
import { isWanted } from "../selection/select.ts";
import type { TradeDataset } from "../sources/dataset.ts";
import { flowFigure, type MeasuredFigure } from "./flow-figure.ts";

/** In place of an amount: there is none. */
export const MISSING = Number.NaN;
/** In place of an amount: it cannot be told without the records behind it. */
export const UNUSUAL = Number.POSITIVE_INFINITY;

/** What the figures of a flow are, as far as the gate looks at them. */
interface FlowKind {
  /** What figures of both flows must have alike. */
  readonly common: string;
  /** What figures of one flow must have alike. */
  readonly own: string;
}

/**
 * The amounts of one flow of a dataset, as numbers alone, each found once. Only those of one kind
 * are told, because others need a look at the gate.
 */
export class PlainFlows {
  /** The kind of the first amount that was found; null before. */
  kind: FlowKind | null = null;
  readonly #amounts = new Map<string, Map<string, number>>();
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

  /** An amount, MISSING or UNUSUAL. */
  of(partner: string, period: Period): number {
    let amounts = this.#amounts.get(partner);
    if (!amounts) {
      amounts = new Map();
      this.#amounts.set(partner, amounts);
    }
    let amount = amounts.get(period.label);
    if (amount === undefined) {
      amount = this.#amountOf(partner, period);
      amounts.set(period.label, amount);
    }
    return amount;
  }

  #amountOf(partner: string, period: Period): number {
    const { dataset, flow, product, preferences } = this;
    try {
      const at = { partner, flow, product, period };
      const found = flowFigure(dataset, at, { preferences, project: false });
      if (found.value === null) return dataset.absentIsZero ? UNUSUAL : MISSING;
      return this.#isOfKind(found) ? found.value : UNUSUAL;
    } catch (error) {
      if (error instanceof InputError) return UNUSUAL;
      throw error;
    }
  }

  #isOfKind({ figures }: MeasuredFigure): boolean {
    return figures.every(({ figure: { provenance } }) => {
      if (!provenance || provenance.valuation === "cif") return false;
      const { common, own } = kindOf(provenance);
      this.kind ??= { common, own };
      return common === this.kind.common && own === this.kind.own;
    });
  }
}

/** Vintages are left out: that they differ is said, and changes no number. */
function kindOf(provenance: Provenance): FlowKind {
  const { basis, sectors, edition, adjusted, currency, filter, flowBasis, valuation } = provenance;
  return {
    common: [basis, sectors, edition, adjusted, currency, filter].join("|"),
    own: `${flowBasis}|${valuation}`,
  };
}

type OfProduct = Readonly<Record<Flow, PlainFlows>>;

const flowsKnown = new WeakMap<TradeDataset, Map<string, WeakMap<ProductSelection, OfProduct>>>();

/** The amounts of the flows of a dataset; kept with it, because they are numbers alone. */
export function plainFlowsOf(
  dataset: TradeDataset,
  product: ProductSelection,
  preferences: Preferences,
): OfProduct {
  const byWish = flowsKnown.get(dataset) ?? new Map<string, WeakMap<ProductSelection, OfProduct>>();
  flowsKnown.set(dataset, byWish);
  const wish = preferencesId(preferences);
  const byProduct = byWish.get(wish) ?? new WeakMap<ProductSelection, OfProduct>();
  byWish.set(wish, byProduct);
  const known = byProduct.get(product);
  if (known) return known;
  const made = {
    export: new PlainFlows(dataset, "export", product, preferences),
    import: new PlainFlows(dataset, "import", product, preferences),
  };
  byProduct.set(product, made);
  return made;
}
