import { type FigureRequest, ONLY_REPORTER } from "../metrics/cell.ts";
import type { ProductSelection } from "../products/product.ts";
import { type Flow, WORLD } from "../records/record.ts";
import type { OpenDatasets, TradeDataset } from "../sources/dataset.ts";
import { oneRevisionEach } from "../sources/vintages.ts";
import { flowsOf } from "./flow-figure.ts";
import { MISSING, type PlainFlows, plainFlowsOf, UNUSUAL } from "./plain-flows.ts";
import type { CubeSettings } from "./trade-flows.ts";
import { withOwnTotal } from "./vintage-cube.ts";

type Requests = Readonly<Record<string, FigureRequest>>;

/** A dataset and the datasets of one annual revision each in which its figures are looked for. */
interface Places {
  readonly dataset: TradeDataset;
  readonly revisions: readonly TradeDataset[];
}

/**
 * The numbers of rows without the records behind them, the same as a cube with vintages gives, for a
 * search that asks for thousands. Only plain rows are told: sums of one period and one reporter, of
 * figures that the gate lets through without a word.
 */
export class PlainFigures {
  readonly #datasets: OpenDatasets;
  readonly #settings: CubeSettings;
  readonly #isPlain: boolean;
  readonly #places = new Map<ProductSelection, Places>();
  readonly #flows = new Map<TradeDataset, Map<ProductSelection, ReturnType<typeof plainFlowsOf>>>();

  constructor(datasets: OpenDatasets, settings: CubeSettings) {
    const { preferences, project, absentAsZero, byProduct, rates, members = "today" } = settings;
    this.#datasets = withOwnTotal(datasets, settings);
    this.#settings = settings;
    const asked = preferences.reporter !== null || project || absentAsZero || byProduct;
    this.#isPlain = !asked && !rates && members === "today";
  }

  /** The number of every figure; null where one is missing, undefined where the row is not plain. */
  numbers(requests: Requests): Record<string, number> | null | undefined {
    if (!this.#isPlain) return undefined;
    const names = Object.keys(requests);
    const period = requests[names[0]!]!.at.period.label;
    const datasets = new Map<Places, string[]>();
    for (const name of names) {
      const { at, each } = requests[name]!;
      if (each !== undefined || at.reporter !== ONLY_REPORTER) return undefined;
      if (at.period.label !== period || !this.#isNamedPlainly(at.partner)) return undefined;
      const places = this.#placesOf(at.product);
      const own = datasets.get(places);
      if (own) own.push(name);
      else datasets.set(places, [name]);
    }
    const numbers: Record<string, number> = {};
    const used: PlainFlows[] = [];
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
    used: PlainFlows[],
  ): true | null | undefined {
    for (const revision of revisions) {
      const before = used.length;
      const outcome = this.#takeFrom(revision, names, requests, numbers, used);
      if (outcome !== null) return outcome;
      used.length = before;
    }
    if (!dataset.vintages) return null;
    // What several vintages have together needs a look at their revisions.
    return this.#takeFrom(dataset, names, requests, numbers, used) === null ? null : undefined;
  }

  #takeFrom(
    dataset: TradeDataset,
    names: readonly string[],
    requests: Requests,
    numbers: Record<string, number>,
    used: PlainFlows[],
  ): true | null | undefined {
    for (const name of names) {
      const number = this.#sum(dataset, requests[name]!, used);
      if (Number.isNaN(number)) return null;
      if (!Number.isSafeInteger(number)) return undefined;
      numbers[name] = number;
    }
    return true;
  }

  #sum(dataset: TradeDataset, { of, at }: FigureRequest, used: PlainFlows[]): number {
    const both = this.#flowsOf(dataset, at.product);
    let sum = 0;
    for (const { flow, sign } of flowsOf(of)) {
      const flows = both[flow];
      if (at.partner === "all") {
        if (!flows.hasWorld) return UNUSUAL;
        sum += sign * flows.of(WORLD, at.period);
      } else {
        if (at.partner.length === 0) return MISSING;
        for (const partner of at.partner) sum += sign * flows.of(partner, at.period);
      }
      used.push(flows);
    }
    return sum;
  }

  #isNamedPlainly(partner: FigureRequest["at"]["partner"]): boolean {
    const { areas } = this.#settings;
    return partner === "all" || !areas || !partner.some((code) => areas.standsForOthers(code));
  }

  #placesOf(product: ProductSelection): Places {
    const known = this.#places.get(product);
    if (known) return known;
    const dataset = this.#datasets.forProduct(product);
    const same = [...this.#places.values()].find((one) => one.dataset === dataset);
    const revisions = dataset.vintages ? oneRevisionEach(dataset) : [dataset];
    const places = same ?? { dataset, revisions };
    this.#places.set(product, places);
    return places;
  }

  #flowsOf(dataset: TradeDataset, product: ProductSelection) {
    let byProduct = this.#flows.get(dataset);
    if (!byProduct) {
      byProduct = new Map();
      this.#flows.set(dataset, byProduct);
    }
    let flows = byProduct.get(product);
    if (!flows) {
      flows = plainFlowsOf(dataset, product, this.#settings.preferences);
      byProduct.set(product, flows);
    }
    return flows;
  }
}

/** Whether the gate has nothing to say of figures of one period. */
function areAlike(used: readonly PlainFlows[]): boolean {
  const common = used[0]?.kind?.common;
  const own: Partial<Record<Flow, string>> = {};
  return used.every(({ flow, kind }) => {
    if (kind) own[flow] ??= kind.own;
    return kind?.common === common && kind?.own === own[flow];
  });
}

/** The metric has its figures in the order in which it asked for them. */
function inOrder(names: readonly string[], numbers: Record<string, number>) {
  const ordered: Record<string, number> = {};
  for (const name of names) ordered[name] = numbers[name]!;
  return ordered;
}
