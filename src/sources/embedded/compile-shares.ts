import { InputError } from "../../errors.ts";
import { type DataPackage, objectsOf } from "../records/data-package.ts";
import type { CompiledShares } from "../shares.ts";

/**
 * The compiled form of a data package of shares, whose table has the columns `period` (years),
 * `area`, `measure` and `value` (percent).
 */
export function compileShares({ description, tables, partners }: DataPackage): CompiledShares {
  const cells = tables.flatMap(({ source }) =>
    objectsOf(source).map(({ place, row }) => {
      const { period, area, measure } = row;
      const value = Number(row.value);
      if (!/^\d{4}$/.test(period ?? "") || !area || !measure || !Number.isFinite(value)) {
        throw new InputError(`${place}: expected a year, an area, a measure and a percentage`);
      }
      return { year: Number(period), area, measure, value };
    }),
  );
  const years = [...new Set(cells.map(({ year }) => year))].sort((a, b) => a - b);
  const measures = [...new Set(cells.map(({ measure }) => measure))].sort();
  const values: Record<string, (number | null)[][]> = {};
  for (const { area, measure, year, value } of cells) {
    values[area] ??= measures.map(() => years.map(() => null));
    values[area][measures.indexOf(measure)]![years.indexOf(year)] = value;
  }
  return { description, areas: partners, years, measures, values };
}
