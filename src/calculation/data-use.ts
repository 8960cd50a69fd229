import { DOLLARS, type Series } from "../records/record.ts";
import type { TradeDataset } from "../sources/dataset.ts";
import type { UsedFigure } from "./flow-figure.ts";
import type { DataUse } from "./result.ts";

interface Use {
  readonly partners: Set<string>;
  readonly records: Map<Series, Set<string>>;
  readonly vintages: Set<string>;
  readonly reporters: Set<string>;
  readonly currencies: Set<string>;
  readonly filters: Set<string>;
  readonly adjusted: Set<boolean>;
}

/** Counts, while rows are computed, which records of which datasets went into the answer. */
export class DataUseTally {
  readonly #uses = new Map<TradeDataset, Use>();

  add({ dataset, partner, figure }: UsedFigure): void {
    const use: Use = this.#uses.get(dataset) ?? {
      partners: new Set(),
      records: new Map(),
      vintages: new Set(),
      reporters: new Set(),
      currencies: new Set(),
      filters: new Set(),
      adjusted: new Set(),
    };
    this.#uses.set(dataset, use);
    use.partners.add(partner);
    for (const { series, labels } of figure.records) {
      const seen = use.records.get(series) ?? new Set();
      use.records.set(series, seen);
      for (const label of labels) seen.add(label);
      use.reporters.add(series.key.reporter);
    }
    const { provenance } = figure;
    if (!provenance) return;
    if (provenance.vintage) use.vintages.add(provenance.vintage);
    use.currencies.add(provenance.currency);
    if (provenance.filter !== "") use.filters.add(provenance.filter);
    if (provenance.adjusted !== null) use.adjusted.add(provenance.adjusted);
  }

  datasets(): TradeDataset[] {
    return [...this.#uses.keys()];
  }

  toArray(): DataUse[] {
    return [...this.#uses].map(([dataset, use]) => {
      const { description } = dataset;
      const vintages = [...use.vintages].sort();
      return {
        id: description.id,
        title: description.title,
        source: description.publisher,
        vintage: vintages.length > 0 ? vintages.join(", ") : description.vintage,
        sha256: description.sha256,
        basis: description.basis,
        ...identityOf(use),
        rows: countsOf(dataset, use),
      };
    });
  }
}

/** What the figures are of, as far as it is not what most are: US trade in dollars, unfiltered. */
function identityOf({ reporters, currencies, filters, adjusted }: Use) {
  const isUsual = reporters.size === 0 || (reporters.size === 1 && reporters.has(US));
  const inDollars = currencies.size === 0 || (currencies.size === 1 && currencies.has(DOLLARS));
  return {
    ...(!isUsual && { reporters: [...reporters].sort() }),
    ...(!inDollars && { currency: [...currencies].sort().join(", ") }),
    ...(filters.size > 0 && { where: [...filters].join(" ") }),
    ...(adjusted.has(true) && { adjusted: true }),
  };
}

/** The reporter of the embedded data. */
const US = "US";

/** Read = used + skipped: of a dataset that is not read whole, the records of the partners asked for. */
function countsOf(dataset: TradeDataset, use: Use) {
  const rejected = Object.values(dataset.rejected).reduce((sum, count) => sum + count, 0);
  const read = dataset.recordsRead ?? recordsOf(dataset, use.partners);
  const used = [...use.records.values()].reduce((sum, labels) => sum + labels.size, 0);
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
