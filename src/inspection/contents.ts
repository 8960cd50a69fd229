import { monthLabel, parsePeriod } from "../records/period.ts";
import type { SeriesKey } from "../records/record.ts";
import type { StoredSeries } from "../sources/dataset.ts";
import type { StoredFacts } from "../sources/engines/stored-facts.ts";
import type { Kind } from "../sources/records/kept-series.ts";

/** What the series of a file hold, told from each of them alone, so that none needs to be kept. */
export class Contents {
  readonly partners = new Set<string>();
  readonly products = new Set<string>();
  readonly periods = new Set<string>();
  /** Reporters whose imports hold freight and insurance. */
  readonly cifReporters = new Set<string>();
  /** Years that stand beside their months or quarters in one series. */
  readonly yearsBesideParts = new Set<string>();
  readonly #kinds = new Map<string, number>();
  readonly #gaps: { id: string; series: string; months: readonly string[] }[] = [];

  /** Takes what is known of the records of a table without them. */
  addFacts({ partners, products, periods, kinds, withGaps, yearsBesideParts }: StoredFacts): void {
    for (const partner of partners) this.partners.add(partner);
    for (const product of products) this.products.add(product);
    for (const period of periods) this.periods.add(period);
    for (const year of yearsBesideParts) this.yearsBesideParts.add(year);
    for (const { kind, reporter, count } of kinds) this.#count(kind, reporter, count);
    for (const { key, months: present } of withGaps) this.#addGaps(key, present);
  }

  add(series: Iterable<StoredSeries>): void {
    for (const { key, values } of series) {
      this.partners.add(key.partner);
      this.products.add(key.product);
      const labels = [...values.keys()];
      for (const label of labels) this.periods.add(label);
      for (const year of yearsBesideParts(labels)) this.yearsBesideParts.add(year);
      this.#count(key, key.reporter, values.size);
      this.#addGaps(key, labels);
    }
  }

  #count(kind: Kind, reporter: string, count: number): void {
    if (kind.flow === "import" && kind.valuation === "cif") this.cifReporters.add(reporter);
    const name = wordsOf(kind)
      .filter((word) => word !== null)
      .join(", ");
    this.#kinds.set(name, (this.#kinds.get(name) ?? 0) + count);
  }

  #addGaps(key: SeriesKey, labels: readonly string[]): void {
    const missing = missingMonths(labels);
    if (missing.length === 0) return;
    const name = [key.partner, key.flow, key.product].join(" ");
    const id = [key.reporter, name, ...wordsOf(key)].join(" ");
    this.#gaps.push({ id, series: name, months: missing });
  }

  /** How many records there are of each kind of figure, such as `import, general, customs`. */
  get kinds(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#kinds].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** Months missing between the first and the last of a series. */
  get gaps(): readonly { readonly series: string; readonly months: readonly string[] }[] {
    const sorted = [...this.#gaps].sort((a, b) => (a.id < b.id ? -1 : 1));
    return sorted.map(({ series, months }) => ({ series, months }));
  }
}

function wordsOf({ flow, sector, flowBasis, valuation, basis, adjusted, prices }: Kind) {
  const plain = [flow, sector, flowBasis, valuation, basis];
  return [...plain, adjusted ? "seasonally adjusted" : null, prices ? `at ${prices}` : null];
}

const months = new Map<string, number | null>();

/** The month that a label names; null where it names another period. */
function monthOf(label: string): number | null {
  let month = months.get(label);
  if (month === undefined) {
    const { first, last } = parsePeriod(label);
    month = first === last ? first : null;
    months.set(label, month);
  }
  return month;
}

function missingMonths(labels: readonly string[]): string[] {
  const present = new Set(labels.map(monthOf).filter((month) => month !== null));
  const missing: string[] = [];
  const last = Math.max(...present);
  for (let month = Math.min(...present); month < last; month += 1) {
    if (!present.has(month)) missing.push(monthLabel(month));
  }
  return missing;
}

/** The years of one series that have records of their months or quarters as well. */
function yearsBesideParts(labels: readonly string[]): string[] {
  const parts = new Set(
    labels.filter((label) => label.includes("-")).map((label) => label.slice(0, 4)),
  );
  return parts.size === 0 ? [] : labels.filter((label) => parts.has(label));
}
