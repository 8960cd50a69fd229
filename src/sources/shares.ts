import type { Partner } from "../partners/directory.ts";
import type { DatasetDescription } from "./description.ts";

/** Published indicators in percent, by area, measure and year. */
export interface SharesDataset {
  readonly description: DatasetDescription;
  readonly areas: readonly Partner[];
  readonly years: readonly number[];
  readonly measures: readonly string[];
  /** How many values it holds. */
  readonly count: number;
  /** Rows that hold no such value, by reason. */
  readonly rejected: Readonly<Record<string, number>>;
  /** Percent as published; undefined where nothing was published. */
  valueOf(area: string, measure: string, year: number): number | undefined;
}

/** The compiled form: for each area and measure the values of all years, null where there is none. */
export interface CompiledShares {
  readonly description: DatasetDescription;
  readonly areas: readonly Partner[];
  readonly years: readonly number[];
  readonly measures: readonly string[];
  readonly values: Readonly<Record<string, readonly (readonly (number | null)[])[]>>;
}

export function sharesDataset(compiled: CompiledShares): SharesDataset {
  const { description, areas, years, measures, values } = compiled;
  const all = Object.values(values).flat(2);
  return {
    description,
    areas,
    years,
    measures,
    rejected: {},
    count: all.filter((value) => value !== null).length,
    valueOf(area, measure, year) {
      if (!Object.hasOwn(values, area)) return undefined;
      const byMeasure = values[area]?.[measures.indexOf(measure)];
      return byMeasure?.[years.indexOf(year)] ?? undefined;
    },
  };
}
