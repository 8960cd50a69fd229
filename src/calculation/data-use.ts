import { keptIn } from "../kept-in.ts";
import { DOLLARS, sectorsText } from "../records/record.ts";
import type { StoredSeries, TradeDataset } from "../sources/dataset.ts";
import type { UsedFigure } from "./flow-figure.ts";
import { type DataUse, sourceOf } from "./result.ts";
import { originOf } from "./vintage-origins.ts";

interface Use {
  readonly dataset: TradeDataset;
  readonly vintage: string | null;
  readonly partners: Set<string>;
  /** By period: there may be a million series of few. */
  readonly records: Map<string, Set<StoredSeries>>;
  readonly reporters: Set<string>;
  /** What was counted: `goods`, `services`, or `goods and services`. */
  readonly sectors: Set<string>;
  readonly currencies: Set<string>;
  readonly filters: Set<string>;
  readonly adjusted: Set<boolean | null>;
  readonly adjustedLabels: Set<string>;
  readonly prices: Set<string>;
  /** By what publishers say of figures, such as `provisional`: the periods of these. */
  readonly statuses: Map<string, Set<string>>;
}

/** Counts, while rows are computed, which records of which datasets and vintages went into the answer. */
export class DataUseTally {
  readonly #uses = new Map<string, Use>();
  readonly #datasets = new Set<TradeDataset>();
  readonly #numbers = new Map<TradeDataset, number>();

  /** @param namesSector whether the question names a sector: then goods are told as well. */
  constructor(private readonly namesSector = false) {}

  add({ dataset, partner, figure }: UsedFigure): void {
    const own = dataset.description.vintage;
    const uses = new Set<Use>();
    if (figure.records.length === 0) uses.add(this.#use(dataset, own));
    for (const { series, labels } of figure.records) {
      for (const label of labels) {
        const use = this.#use(dataset, originOf(series, label).vintage ?? own);
        uses.add(use);
        use.reporters.add(series.key.reporter);
        keptIn(use.records, label, () => new Set()).add(series);
        const status = series.statusOf?.(label);
        if (status) noteStatus(use.statuses, status, label);
        if (figure.provenance?.adjusted) use.adjustedLabels.add(label);
      }
    }
    for (const use of uses) {
      use.partners.add(partner);
      noteIdentity(use, figure.provenance);
    }
  }

  #use(dataset: TradeDataset, vintage: string | null): Use {
    this.#datasets.add(dataset);
    const id = `${this.#numberOf(dataset)}|${vintage}`;
    return keptIn(this.#uses, id, () => ({
      dataset: atVintage(dataset, vintage),
      vintage,
      partners: new Set<string>(),
      records: new Map<string, Set<StoredSeries>>(),
      reporters: new Set<string>(),
      sectors: new Set<string>(),
      currencies: new Set<string>(),
      filters: new Set<string>(),
      adjusted: new Set<boolean | null>(),
      adjustedLabels: new Set<string>(),
      prices: new Set<string>(),
      statuses: new Map<string, Set<string>>(),
    }));
  }

  /** Datasets are distinguished by their id where they have vintages, and else by what they are. */
  #numberOf(dataset: TradeDataset): string | number {
    if (dataset.vintages || dataset.revision !== undefined) return dataset.description.id;
    return keptIn(this.#numbers, dataset, () => this.#numbers.size);
  }

  datasets(): TradeDataset[] {
    return [...this.#datasets];
  }

  toArray(): DataUse[] {
    const all = [...this.#uses.values()];
    // A dataset without a figure is named only where nothing else of it was used.
    const used = all.filter(
      (use) =>
        use.records.size > 0 ||
        !all.some(
          (other) => other !== use && other.dataset.description.id === use.dataset.description.id,
        ),
    );
    return used.map((use) => {
      const { description } = use.dataset;
      return {
        ...sourceOf(description),
        vintage: use.vintage,
        ...identityOf(use, this.namesSector),
        rows: countsOf(use.dataset, use),
      };
    });
  }
}

function noteStatus(statuses: Use["statuses"], status: string, label: string): void {
  for (const one of status.split(" and ")) {
    keptIn(statuses, one, () => new Set()).add(label);
  }
}

/** Keeps what a figure that was used is of. */
function noteIdentity(use: Use, provenance: UsedFigure["figure"]["provenance"]): void {
  if (!provenance) return;
  use.sectors.add(sectorsText(provenance.sectors));
  use.currencies.add(provenance.currency);
  if (provenance.filter !== "") use.filters.add(provenance.filter);
  if (provenance.prices !== "") use.prices.add(provenance.prices);
  use.adjusted.add(provenance.adjusted);
}

/** What the figures are of, as far as it is not what most are: US trade in goods, in dollars, unfiltered. */
function identityOf(use: Use, namesSector: boolean) {
  const { reporters, sectors, currencies, filters, adjusted, prices } = use;
  // Of figures of which some alone are adjusted, these are named.
  const isInPart = adjusted.has(true) && adjusted.size > 1;
  const statuses = new Map(use.statuses);
  if (isInPart) statuses.set("seasonally adjusted", use.adjustedLabels);
  const isUsual = reporters.size === 0 || (reporters.size === 1 && reporters.has(US));
  const areGoods = sectors.size === 0 || (sectors.size === 1 && sectors.has("goods"));
  const isToldSector = !areGoods || (namesSector && sectors.size > 0);
  const inDollars = currencies.size === 0 || (currencies.size === 1 && currencies.has(DOLLARS));
  return {
    ...(!isUsual && { reporters: [...reporters].sort() }),
    ...(isToldSector && { sector: [...sectors].sort().join("; ") }),
    ...(!inDollars && { currency: [...currencies].sort().join(", ") }),
    ...(filters.size > 0 && { where: [...filters].join(" ") }),
    ...(adjusted.has(true) && !isInPart && { adjusted: true }),
    ...(prices.size > 0 && { prices: [...prices].sort().join(", ") }),
    ...(statuses.size > 0 && {
      status: Object.fromEntries(
        [...statuses].sort().map(([status, labels]) => [status, [...labels].sort()]),
      ),
    }),
  };
}

/** The reporter of the embedded data. */
const US = "US";

/** The dataset of one vintage, where it has several. */
function atVintage(dataset: TradeDataset, vintage: string | null): TradeDataset {
  const own = dataset.siblings ?? dataset.vintages;
  return own?.find((one) => one.vintage === vintage)?.data ?? dataset;
}

/** Read = used + skipped: of a dataset that is not read whole, the records of the partners asked for. */
function countsOf(dataset: TradeDataset, use: Use) {
  const rejected = Object.values(dataset.rejected).reduce((sum, count) => sum + count, 0);
  const read = dataset.recordsRead ?? recordsOf(dataset, use.partners);
  let used = 0;
  for (const [label, all] of use.records) {
    for (const { sumOf } of all) used += sumOf ? sumOf.recordsAt(label) : 1;
  }
  const notSelected = read - used - rejected;
  const skipped = { ...dataset.rejected, ...(notSelected > 0 && { "not-selected": notSelected }) };
  return { read, used, skipped };
}

function recordsOf(dataset: TradeDataset, partners: ReadonlySet<string>): number {
  let count = 0;
  for (const partner of partners) {
    for (const series of dataset.seriesOf(partner)) count += series.values.size;
  }
  return count;
}
