import { monthLabel, parsePeriod } from "../records/period.ts";
import type { StoredSeries } from "../sources/dataset.ts";

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

  add(series: Iterable<StoredSeries>): void {
    for (const { key, values } of series) {
      this.partners.add(key.partner);
      this.products.add(key.product);
      if (key.flow === "import" && key.valuation === "cif") this.cifReporters.add(key.reporter);
      const labels = [...values.keys()];
      for (const label of labels) this.periods.add(label);
      for (const year of yearsBesideParts(labels)) this.yearsBesideParts.add(year);
      const words = [key.flow, key.sector, key.flowBasis, key.valuation, key.basis];
      const kind = words.filter((word) => word !== null).join(", ");
      this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + values.size);
      const months = missingMonths(labels);
      if (months.length === 0) continue;
      const name = [key.partner, key.flow, key.product].join(" ");
      const id = [key.reporter, name, ...words].join(" ");
      this.#gaps.push({ id, series: name, months });
    }
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
