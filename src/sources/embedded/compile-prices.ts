import { InputError } from "../../errors.ts";
import type { CompiledPrices } from "../prices.ts";
import { type DataPackage, objectsOf } from "../records/data-package.ts";

/** The compiled form of a data package of prices: a table with the columns `period` (months), `index`. */
export function compilePrices({ description, tables }: DataPackage): CompiledPrices {
  const levels = new Map<string, number>();
  for (const { source } of tables) {
    for (const { place, row } of objectsOf(source)) {
      const level = Number(row.index);
      if (!/^\d{4}-\d{2}$/.test(row.period ?? "") || !(level > 0)) {
        throw new InputError(`${place}: expected a month and a level of prices above zero`);
      }
      levels.set(row.period!, level);
    }
  }
  const { first, last } = description.coverage;
  const values: (number | null)[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      const label = `${year}-${String(month).padStart(2, "0")}`;
      if (label >= first && label <= last) values.push(levels.get(label) ?? null);
    }
  }
  return { description, first, values };
}
