import { productSystem } from "../products/product.ts";
import type { SeriesKey } from "../records/record.ts";

/** Figures that are kept; beyond, a file is too large to hold codes against those above them. */
const MOST_FIGURES = 200_000;

/** Systems in which a code begins with that of the whole which holds it. */
const NESTED: ReadonlySet<string> = new Set(["hs", "naics", "sitc", "cn", "hts", "schedule-b"]);

/** Figures of codes that are less than those of the next level below them add up to. */
export class Levels {
  readonly #cells = new Map<string, Map<string, number>>();
  #count = 0;

  add(key: SeriesKey, label: string, value: number): void {
    const { reporter, partner, flow, sector, flowBasis, valuation, basis, product } = key;
    if (!NESTED.has(productSystem(product) ?? "") || this.#count >= MOST_FIGURES) return;
    const kind = [sector, flowBasis, valuation, basis, key.currency, key.edition, key.adjusted];
    const id = [`${partner} ${flow} ${label}`, reporter, ...kind, productSystem(product)].join("|");
    const cell = this.#cells.get(id) ?? new Map<string, number>();
    this.#cells.set(id, cell.set(product, value));
    this.#count += 1;
  }

  /** Each place: the whole, its figure, and what its parts add up to. */
  get places(): string[] {
    return [...this.#cells].flatMap(([id, cell]) => {
      const lengths = [...new Set([...cell.keys()].map((code) => code.length))].sort(
        (a, b) => a - b,
      );
      return lengths.slice(1).flatMap((length, at) => {
        const sums = new Map<string, number>();
        for (const [code, value] of cell) {
          if (code.length !== length) continue;
          const whole = code.slice(0, lengths[at]!);
          sums.set(whole, (sums.get(whole) ?? 0) + value);
        }
        return [...sums].flatMap(([whole, sum]) => {
          const value = cell.get(whole);
          // Rounded parts differ from a rounded whole by no more than their rounding.
          if (value === undefined || sum <= value * 1.0001 + 1) return [];
          return [`${id.slice(0, id.indexOf("|"))} ${whole}: its parts add to ${sum} of ${value}`];
        });
      });
    });
  }
}
