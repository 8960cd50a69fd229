import { keptIn } from "../kept-in.ts";
import type { Cell, FigureRequest } from "../metrics/cell.ts";
import { ALL_PRODUCTS, type Flow } from "../records/record.ts";
import type { Preferences } from "../selection/figure.ts";
import { isWanted } from "../selection/select.ts";
import type { OpenDatasets, TradeDataset } from "../sources/dataset.ts";
import { oneRevisionEach } from "../sources/vintages.ts";
import { Cube } from "./cube.ts";
import type { CubeFigure } from "./cube-figure.ts";
import type { CubeSettings } from "./trade-flows.ts";
import { isSettled, originsOf, revisionsDiffer, vintageNames } from "./vintage-origins.ts";
import type { WarningList } from "./warnings.ts";

/** What all rows of an answer share, so that their figures are of one vintage and add up. */
export interface VintageScope {
  /** The partners of which the rows are members; null: the rows are no members. */
  readonly partner: Cell["partner"] | null;
}

type Requests = Readonly<Record<string, FigureRequest>>;

/** The figures of one dataset and one period, which come from one vintage, or one annual revision. */
interface Group {
  readonly dataset: TradeDataset;
  readonly names: string[];
}

/** The figures of a group, and the cube of the one annual revision that has them all, if one has. */
interface Taken {
  readonly figures: Map<string, CubeFigure>;
  readonly from: Cube | null;
}

/**
 * A cube over datasets with several vintages. The figures of a row for one period are of the newest
 * vintage that has them all; where each kind of figure has vintages of its own, of the newest annual
 * revision that has them all. A period that no vintage covers is put together month by month, which is
 * said; where its flows then are of two annual revisions and were revised, they are not comparable.
 */
export class VintageCube extends Cube {
  readonly #all: OpenDatasets;
  readonly #scope: VintageScope;
  readonly #cubes = new Map<TradeDataset, readonly Cube[]>();
  readonly #chosen = new Map<string, Cube | null>();

  constructor(
    datasets: OpenDatasets,
    settings: CubeSettings,
    warnings: WarningList,
    scope: VintageScope = { partner: null },
  ) {
    super(withOwnTotal(datasets, settings), settings, warnings);
    this.#all = datasets;
    this.#scope = scope;
  }

  protected override like(settings: CubeSettings): Cube {
    return new VintageCube(this.#all, settings, this.warnings, this.#scope);
  }

  override get hasMembers(): boolean {
    return this.isByProduct || this.#scope.partner !== null;
  }

  override figures(requests: Requests): Map<string, CubeFigure> {
    const hasVintages = Object.values(requests).some(
      ({ at }) => this.datasetOf(at.product).vintages,
    );
    if (!hasVintages) return super.figures(requests);
    const groups = this.#groups(requests);
    if (groups.length === 1) {
      const { figures, from } = this.#figuresOf(groups[0]!.dataset, requests);
      if (from === null) this.#noteMixed(groups, requests, figures);
      return figures;
    }
    const found = new Map<string, CubeFigure>();
    const cubes = new Map<TradeDataset, Set<Cube | null>>();
    for (const { dataset, names } of groups) {
      const own = Object.fromEntries(names.map((name) => [name, requests[name]!]));
      const { figures, from } = this.#figuresOf(dataset, own);
      for (const [name, figure] of figures) found.set(name, figure);
      keptIn(cubes, dataset, () => new Set()).add(from);
    }
    // What one cube has is of one annual revision.
    const isOfOne = ({ dataset }: Group) => {
      const from = cubes.get(dataset)!;
      return from.size === 1 && !from.has(null);
    };
    const others = groups.filter((group) => !isOfOne(group));
    if (others.length > 0) this.#noteMixed(others, requests, found);
    // The metric has its figures in the order in which it asked for them.
    return new Map(Object.keys(requests).map((name) => [name, found.get(name)!]));
  }

  /** The figures by dataset and period; lists stay together, for they have the same members. */
  #groups(requests: Requests): Group[] {
    const lists = Object.values(requests).some(({ each }) => each !== undefined);
    const groups = new Map<string, Group>();
    for (const [name, { at }] of Object.entries(requests)) {
      const dataset = this.datasetOf(at.product);
      const id = `${dataset.description.id}|${lists ? "" : at.period.label}`;
      keptIn(groups, id, () => ({ dataset, names: [] })).names.push(name);
    }
    return [...groups.values()];
  }

  #figuresOf(dataset: TradeDataset, requests: Requests): Taken {
    if (!dataset.vintages) return { figures: super.figures(requests), from: null };
    const taken = this.#isPlain(requests)
      ? this.#firstFigures(dataset, requests)
      : this.#chosenFigures(dataset, requests);
    if (taken) return taken;
    return { figures: this.#together(dataset, super.figures(requests)), from: null };
  }

  /** Whether the figures that are asked for are sums that are parts of nothing else. */
  #isPlain(requests: Requests): boolean {
    if (this.#scope.partner !== null || this.settings.byProduct) return false;
    for (const name in requests) if (requests[name]!.each !== undefined) return false;
    return true;
  }

  #firstFigures(dataset: TradeDataset, requests: Requests): Taken | null {
    for (const cube of this.#cubesOf(dataset)) {
      const figures = cube.figuresIfAll(requests);
      if (figures) return { figures, from: cube };
    }
    return null;
  }

  #chosenFigures(dataset: TradeDataset, requests: Requests): Taken | null {
    const cube = this.#choose(dataset, requests);
    return cube && { figures: cube.figures(requests), from: cube };
  }

  /** The cube of the first vintage that has all figures; null where none has. */
  #choose(dataset: TradeDataset, requests: Requests): Cube | null {
    const all = Object.values(requests);
    const shared = all.map((request) => this.#shared(request));
    return this.#firstWith(dataset, shared) ?? this.#firstWith(dataset, all);
  }

  #firstWith(dataset: TradeDataset, requests: readonly FigureRequest[]): Cube | null {
    const id = `${dataset.description.id}|${requests.map(requestId).join(";")}`;
    const hasAll = (cube: Cube) =>
      requests.every(({ of, at }) => cube.figures({ sum: { of, at } }).get("sum")!.reason === null);
    return keptIn(this.#chosen, id, () => this.#cubesOf(dataset).find(hasAll) ?? null);
  }

  /** What a figure is a part of: members are of the vintage of their whole, so that they add up. */
  #shared({ of, at }: FigureRequest): FigureRequest {
    const { partner } = this.#scope;
    const { byProduct, product } = this.settings;
    return {
      of,
      at: { ...at, ...(partner !== null && { partner }), ...(byProduct && { product }) },
    };
  }

  #cubesOf(dataset: TradeDataset): readonly Cube[] {
    const cubeOf = (one: TradeDataset) =>
      new Cube({ forProduct: () => one, withProducts: () => one }, this.settings, this.warnings);
    return keptIn(this.#cubes, dataset, () => oneRevisionEach(dataset).map(cubeOf));
  }

  /**
   * Figures that were put together of several vintages. Flows of two annual revisions are not netted,
   * unless no vintage shows that either was ever revised; then the vintages are named.
   */
  #together(dataset: TradeDataset, figures: Map<string, CubeFigure>): Map<string, CubeFigure> {
    const all = [...figures.values()];
    const origins = all.flatMap(({ figures }) => [...originsOf(figures)]);
    if (!revisionsDiffer(dataset, origins)) return figures;
    const { id } = dataset.description;
    const named = (flow: Flow) =>
      vintageNames(origins.filter((one) => one.flow === flow)).map(
        (vintage) => `${id} ${flow}s ${vintage}`,
      );
    const vintages = [...named("export"), ...named("import")].join(", ");
    const period = Object.values(all).flatMap((one) => one.figures)[0]?.period.label;
    if (isSettled(dataset, all)) {
      const message = `figures of unlike vintages are set against each other: ${vintages}`;
      this.warnings.add("unlike-vintages", message, period);
      return figures;
    }
    this.warnings.add(
      "not-comparable",
      `flows of two annual revisions are not netted: ${vintages} (ask for one flow, or use --vintage)`,
      period,
    );
    return new Map(
      [...figures].map(([name, figure]) => [
        name,
        figure.reason === null ? { ...figure, reason: "not-comparable" as const } : figure,
      ]),
    );
  }

  /** Says where figures that are compared are of two annual revisions. */
  #noteMixed(
    groups: readonly Group[],
    requests: Requests,
    found: ReadonlyMap<string, CubeFigure>,
  ): void {
    const byDataset = new Map<TradeDataset, string[]>();
    for (const { dataset, names } of groups) {
      keptIn(byDataset, dataset, () => []).push(...names);
    }
    for (const [dataset, names] of byDataset) {
      const { vintages, description } = dataset;
      if (!vintages) continue;
      const origins = names.flatMap((name) => [...originsOf(found.get(name)!.figures)]);
      const ofFlow = (flow: Flow) =>
        vintageNames(origins.filter((one) => one.flow === flow)).map(
          (name) => vintages.find(({ vintage }) => vintage === name)?.revision,
        );
      // Flows of one period that are of two revisions are distinguished before.
      const isMixed = (["export", "import"] as const).some(
        (flow) => new Set(ofFlow(flow)).size > 1,
      );
      if (!isMixed) continue;
      const own = vintageNames(origins);
      this.warnings.add(
        "mixed-vintages",
        `${description.id}: figures of the vintages ${own.join(" and ")} are set together; part of a change may be revision (use --vintage)`,
        names.map((name) => requests[name]!.at.period.label).at(-1),
      );
    }
  }
}

/**
 * The whole of products that are parts of their own dataset's total is that total, unless it is asked for
 * on a basis on which the dataset has none.
 */
export function withOwnTotal(
  datasets: OpenDatasets,
  { product: asked, preferences }: CubeSettings,
): OpenDatasets {
  if (asked.codes.length === 0) return datasets;
  let known: { readonly own: TradeDataset; readonly has: boolean } | null = null;
  return {
    withProducts: (system) => datasets.withProducts(system),
    forProduct(product) {
      const isWhole = product.codes.length === 0 && product.excluded.length === 0;
      const own = isWhole ? datasets.forProduct(asked) : null;
      if (!own?.description.ownTotal) return datasets.forProduct(product);
      if (known?.own !== own) known = { own, has: hasTotal(own, preferences) };
      return known.has ? own : datasets.forProduct(product);
    },
  };
}

function hasTotal({ partners, seriesOf }: TradeDataset, wishes: Preferences): boolean {
  return partners.some(({ code }) =>
    seriesOf(code).some(({ key }) => key.product === ALL_PRODUCTS && isWanted(key, wishes)),
  );
}

function requestId({ of, at }: FigureRequest): string {
  const { reporter, partner, product, period } = at;
  return [of, reporter, partner, product.id, period.label].join("|");
}
