import { InputError } from "../../errors.ts";
import { productSystem } from "../../products/product.ts";
import type { StoredSeries } from "../dataset.ts";

/** Systems whose codes tell which hold which. */
const KNOWN = new Set(["hs", "hts", "sitc", "naics", "bec", "ebops", "wits", "programme"]);
/** Of more codes it is not tried which add up to others. */
const MOST_CODES = 40;
const MOST_SUMS = 20_000;
/** How many of the largest codes may hold others. */
const TRIED = 4;

/** The records of one code that are added up. */
interface OfCode {
  readonly series: Pick<StoredSeries, "key" | "values">;
  readonly labels: readonly string[];
}

interface Amount {
  readonly product: string;
  readonly value: number;
}

/** Whether codes tell which of them hold which. */
export function tellsWholes(product: string): boolean {
  return KNOWN.has(productSystem(product) ?? "hs");
}

/**
 * Codes of a classification that nobody knows here may hold one another. Where one of the largest is to
 * the dollar the sum of others, all of them are not added up.
 * @param place whose trade it is and when, for the message.
 */
export function refuseHiddenWhole(all: readonly OfCode[], place: string): void {
  if (all.length < 3 || all.length > MOST_CODES) return;
  if (tellsWholes(all[0]!.series.key.product)) return;
  const amounts = all
    .map(({ series, labels }): Amount => {
      const value = labels.reduce((sum, label) => sum + (series.values.get(label) ?? 0), 0);
      return { product: series.key.product, value };
    })
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value);
  for (const [at, whole] of amounts.slice(0, TRIED).entries()) {
    const parts = partsOf(whole.value, amounts.slice(at + 1));
    if (!parts) continue;
    throw new InputError(
      `${place}: ${whole.product} is the sum of ${parts.join(" and ")}, which would count twice in all products`,
      "Name the products to add with --product, or give a record of the total.",
    );
  }
}

/** Some of the codes, at least two, that add up to a value; null where none are found. */
function partsOf(value: number, codes: readonly Amount[]): readonly string[] | null {
  const sums = new Map<number, readonly string[]>([[0, []]]);
  for (const { product, value: own } of codes) {
    for (const [sum, parts] of [...sums]) {
      const more = sum + own;
      if (more === value && parts.length > 0) return [...parts, product];
      if (more >= value || sums.has(more) || sums.size >= MOST_SUMS) continue;
      sums.set(more, [...parts, product]);
    }
  }
  return null;
}
