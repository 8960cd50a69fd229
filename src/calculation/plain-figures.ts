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
import { isSettled, originsOf, revisionsDiffer } from "./vintage-origins.ts";

const world = [WORLD];

type Requests = Readonly<Record<string, FigureRequest>>;

/** A dataset and the datasets of one annual revision each in which its figures are looked for. */
interface Places {
  readonly dataset: TradeDataset;
  readonly revisions: readonly TradeDataset[];
  readonly taken: Map<string, Outcome>;
}

/** Some figures of a row; null where one is missing or not comparable, undefined where they are not plain. */
type Outcome =
  | { readonly numbers: readonly number[]; readonly used: readonly PlainAmount[] }
  | null
  | undefined;

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

  /** The number of every figure; null where one is missing or not comparable, undefined where the row is not plain. */
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
      const taken = this.#takeOnce(places, own, requests);
      if (!taken) return taken;
      own.forEach((name, at) => {
        numbers[name] = taken.numbers[at]!;
      });
      used.push(...taken.used);
    }
    return areAlike(used) ? inOrder(names, numbers) : undefined;
  }

  /** What was taken before: printings and mistakes are made of the same figures. */
  #takeOnce(places: Places, names: readonly string[], requests: Requests): Outcome {
    let id = "";
    for (const name of names) {
      const { of, at } = requests[name]!;
      const { partner, product, period } = at;
      id += `${of}|${partner}|${product.id}|${period.label};`;
    }
    if (places.taken.has(id)) return places.taken.get(id);
    const taken = this.#take(places, names, requests);
    places.taken.set(id, taken);
    return taken;
  }

  /** Takes the figures of one dataset from its first revision that has them all. */
  #take({ dataset, revisions }: Places, names: readonly string[], requests: Requests): Outcome {
    for (const revision of revisions) {
      const outcome = this.#takeFrom(revision, names, requests);
      if (outcome !== null) return outcome;
    }
    if (!dataset.vintages) return null;
    const together = this.#takeFrom(dataset, names, requests);
    if (!together) return together;
    // Flows of two annual revisions are netted only where neither was ever revised.
    const origins = together.used.flatMap((one) => [...originsOf(one.figures)]);
    const isNetted = !revisionsDiffer(dataset, origins) || isSettled(dataset, together.used);
    return isNetted ? together : null;
  }

  #takeFrom(dataset: TradeDataset, names: readonly string[], requests: Requests): Outcome {
    const numbers: number[] = [];
    const used: PlainAmount[] = [];
    for (const name of names) {
      const number = this.#sum(dataset, requests[name]!, used);
      if (Number.isNaN(number)) return null;
      if (!Number.isSafeInteger(number)) return undefined;
      numbers.push(number);
    }
    return { numbers, used };
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
      return same ?? { dataset, revisions, taken: new Map() };
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
