import { keptIn } from "../kept-in.ts";
import { type FigureRequest, ONLY_REPORTER } from "../metrics/cell.ts";
import type { ProductSelection } from "../products/product.ts";
import { isYear } from "../records/period.ts";
import { WORLD } from "../records/record.ts";
import type { OpenDatasets, TradeDataset } from "../sources/dataset.ts";
import { oneRevisionEach } from "../sources/vintages.ts";
import { flowsOf } from "./flow-figure.ts";
import { type PlainAmount, plainFlowsOf } from "./plain-flows.ts";
import type { CubeSettings } from "./trade-flows.ts";
import { withOwnTotal } from "./vintage-cube.ts";

const world = [WORLD];

type Requests = Readonly<Record<string, FigureRequest>>;

/** A dataset and the datasets of one annual revision each in which its figures are looked for. */
interface Places {
  readonly dataset: TradeDataset;
  readonly revisions: readonly TradeDataset[];
}

/**
 * The numbers of rows without the records behind them, the same as a cube with vintages gives, for a
 * search that asks for thousands. Only plain rows are told: sums of one period and one reporter, of
 * figures that the gate has no reason to refuse.
 */
export class PlainFigures {
  readonly #datasets: OpenDatasets;
  readonly #settings: CubeSettings;
  readonly #isPlain: boolean;
  readonly #places = new Map<ProductSelection, Places>();
  readonly #flows = new Map<TradeDataset, Map<ProductSelection, ReturnType<typeof plainFlowsOf>>>();

  constructor(datasets: OpenDatasets, settings: CubeSettings) {
    const { preferences, absentAsZero, byProduct, rates, members = "today" } = settings;
    this.#datasets = withOwnTotal(datasets, settings);
    this.#settings = settings;
    const asked = preferences.reporter !== null || absentAsZero || byProduct;
    this.#isPlain = !asked && !rates && members === "today";
  }

  /** The number of every figure; null where one is missing, undefined where the row is not plain. */
  numbers(requests: Requests): Record<string, number> | null | undefined {
    if (!this.#isPlain) return undefined;
    const names = Object.keys(requests);
    const { period } = requests[names[0]!]!.at;
    if (this.#settings.project && isYear(period)) return undefined;
    const datasets = new Map<Places, string[]>();
    for (const name of names) {
      const { at, each } = requests[name]!;
      if (each !== undefined || at.reporter !== ONLY_REPORTER) return undefined;
      if (at.period.label !== period.label || !this.#isNamedPlainly(at.partner)) return undefined;
      const places = this.#placesOf(at.product);
      const own = datasets.get(places);
      if (own) own.push(name);
      else datasets.set(places, [name]);
    }
    const numbers: Record<string, number> = {};
    const used: PlainAmount[] = [];
    for (const [places, own] of datasets) {
      const outcome = this.#take(places, own, requests, numbers, used);
      if (outcome !== true) return outcome;
    }
    return areAlike(used) ? inOrder(names, numbers) : undefined;
  }

  /** Takes the figures of one dataset from its first revision that has them all. */
  #take(
    { dataset, revisions }: Places,
    names: readonly string[],
    requests: Requests,
    numbers: Record<string, number>,
    used: PlainAmount[],
  ): true | null | undefined {
    for (const revision of revisions) {
      const before = used.length;
      const outcome = this.#takeFrom(revision, names, requests, numbers, used);
      if (outcome !== null) return outcome;
      used.length = before;
    }
    if (!dataset.vintages) return null;
    const before = used.length;
    const outcome = this.#takeFrom(dataset, names, requests, numbers, used);
    if (outcome !== true) return outcome;
    // What several revisions have together needs a look at the records.
    const [first, ...others] = used.slice(before);
    const isOfOne = others.every(({ revision }) => revision === first!.revision);
    return first!.revision !== null && isOfOne ? true : undefined;
  }

  #takeFrom(
    dataset: TradeDataset,
    names: readonly string[],
    requests: Requests,
    numbers: Record<string, number>,
    used: PlainAmount[],
  ): true | null | undefined {
    for (const name of names) {
      const number = this.#sum(dataset, requests[name]!, used);
      if (Number.isNaN(number)) return null;
      if (!Number.isSafeInteger(number)) return undefined;
      numbers[name] = number;
    }
    return true;
  }

  #sum(dataset: TradeDataset, { of, at }: FigureRequest, used: PlainAmount[]): number {
    const both = this.#flowsOf(dataset, at.product);
    let sum = 0;
    for (const { flow, sign } of flowsOf(of)) {
      const flows = both[flow];
      if (at.partner === "all" && !flows.hasWorld) return Number.POSITIVE_INFINITY;
      const partners = at.partner === "all" ? world : at.partner;
      if (partners.length === 0) return Number.NaN;
      for (const partner of partners) {
        const amount = flows.of(partner, at.period);
        if (amount.value === Number.POSITIVE_INFINITY) return amount.value;
        sum += sign * amount.value;
        used.push(amount);
      }
    }
    return sum;
  }

  #isNamedPlainly(partner: FigureRequest["at"]["partner"]): boolean {
    const { areas } = this.#settings;
    return partner === "all" || !areas || !partner.some((code) => areas.standsForOthers(code));
  }

  #placesOf(product: ProductSelection): Places {
    return keptIn(this.#places, product, () => {
      const dataset = this.#datasets.forProduct(product);
      const same = [...this.#places.values()].find((one) => one.dataset === dataset);
      const revisions = dataset.vintages ? oneRevisionEach(dataset) : [dataset];
      return same ?? { dataset, revisions };
    });
  }

  #flowsOf(dataset: TradeDataset, product: ProductSelection) {
    const byProduct = keptIn(this.#flows, dataset, () => new Map());
    return keptIn(byProduct, product, () =>
      plainFlowsOf(dataset, product, this.#settings.preferences),
    );
  }
}

/** Whether the gate refuses nothing of figures of one period. */
function areAlike(used: readonly PlainAmount[]): boolean {
  return used.every(({ kind }) => kind === used[0]!.kind);
}

/** The metric has its figures in the order in which it asked for them. */
function inOrder(names: readonly string[], numbers: Record<string, number>) {
  const ordered: Record<string, number> = {};
  for (const name of names) ordered[name] = numbers[name]!;
  return ordered;
}
