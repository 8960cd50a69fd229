import type { Partner } from "../../partners/directory.ts";
import { isYear, monthsIn, parsePeriod } from "../../records/period.ts";
import type { SeriesKey } from "../../records/record.ts";
import type { StoredSeries, TradeDataset } from "../dataset.ts";
import type { CompiledIndex, CompiledPartner } from "./compiled.ts";

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The compiled form of a dataset: the inverse of `openCompiled`. Used when the package is built. */
export function compileDataset(dataset: TradeDataset): {
  index: CompiledIndex;
  values: Float64Array;
} {
  const keys = new Table<Omit<SeriesKey, "partner">>();
  const vintages = new Table<string | null>();
  const series: Record<string, CompiledPartner> = {};
  const values: number[] = [];
  for (const partner of dataset.partners) {
    const stored = dataset.seriesOf(partner.code);
    if (stored.length === 0) continue;
    const compiled: Writable<CompiledPartner> = { offset: values.length, series: [] };
    compiled.series = stored
      .flatMap((one) => split(one))
      .map((one) => {
        const { partner: _, ...key } = one.key;
        const grid = gridOf(one);
        for (const value of grid.values) values.push(value);
        return [
          keys.add(key),
          vintages.add(one.vintage),
          grid.step,
          grid.first,
          grid.values.length,
        ] as const;
      });
    series[partner.code] = compiled;
  }
  return {
    index: {
      description: dataset.description,
      productSystems: [...dataset.productSystems],
      partners: dataset.partners as Partner[],
      keys: keys.items,
      vintages: vintages.items,
      series,
    },
    values: new Float64Array(values),
  };
}

/** Years and months of one series lie in grids of their own. */
function split(series: StoredSeries): StoredSeries[] {
  const years = new Map<string, number>();
  const months = new Map<string, number>();
  for (const [label, value] of series.values) {
    const period = parsePeriod(label);
    if (isYear(period)) years.set(label, value);
    else if (monthsIn(period) === 1) months.set(label, value);
    else throw new Error(`${label}: embedded data hold years and months only`);
  }
  return [years, months]
    .filter(({ size }) => size > 0)
    .map((part) => ({ key: series.key, vintage: series.vintage, values: part }));
}

function gridOf({ values }: StoredSeries): { step: 1 | 12; first: number; values: number[] } {
  const steps = [...values].map(([label, value]) => ({ period: parsePeriod(label), value }));
  const step = isYear(steps[0]!.period) ? 12 : 1;
  const numbers = steps.map(({ period, value }) => ({ at: period.first / step, value }));
  const first = Math.min(...numbers.map(({ at }) => at));
  const last = Math.max(...numbers.map(({ at }) => at));
  const grid = new Array<number>(last - first + 1).fill(Number.NaN);
  for (const { at, value } of numbers) grid[at - first] = value;
  return { step, first, values: grid };
}

/** Distinct items in the order of their first appearance. */
class Table<Item> {
  readonly items: Item[] = [];
  readonly #places = new Map<string, number>();

  add(item: Item): number {
    const id = JSON.stringify(item);
    const known = this.#places.get(id);
    if (known !== undefined) return known;
    this.#places.set(id, this.items.length);
    return this.items.push(item) - 1;
  }
}
