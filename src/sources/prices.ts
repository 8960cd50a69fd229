import { monthLabel, monthsIn, type Period, parsePeriod } from "../records/period.ts";
import type { DatasetDescription } from "./description.ts";

/** The compiled form: the level of each month from the first, null where none was published. */
export interface CompiledPrices {
  readonly description: DatasetDescription;
  readonly first: string;
  readonly values: readonly (number | null)[];
}

/** What prices were in a period. */
export interface PriceLevel {
  /** The mean of its months; null where some of them lie outside of the index. */
  readonly level: number | null;
  /** Months within the index that were never published, and are left out of the mean. */
  readonly unpublished: readonly string[];
}

/** An index of prices by month. */
export interface PriceIndex {
  readonly description: DatasetDescription;
  /** How many months it holds. */
  readonly count: number;
  levelOf(period: Period): PriceLevel;
}

export function priceIndex({ description, first, values }: CompiledPrices): PriceIndex {
  const start = parsePeriod(first).first;
  return {
    description,
    count: values.filter((value) => value !== null).length,
    levelOf(period) {
      const months = Array.from({ length: monthsIn(period) }, (_, at) => ({
        label: monthLabel(period.first + at),
        level: values[period.first + at - start],
      }));
      if (months.some(({ level }) => level === undefined)) return { level: null, unpublished: [] };
      const levels = months.flatMap(({ level }) => level ?? []);
      const sum = levels.reduce((all, level) => all + level, 0);
      return {
        level: levels.length === 0 ? null : sum / levels.length,
        unpublished: months.filter(({ level }) => level === null).map(({ label }) => label),
      };
    },
  };
}
