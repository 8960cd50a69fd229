import { parentOf } from "../products/classification.ts";
import { productSystem } from "../products/product.ts";
import type { SeriesKey } from "../records/record.ts";

/** Figures that are kept; beyond, a file is too large to hold codes against those above them. */
const MOST_FIGURES = 200_000;

/** Systems in which a code begins with that of the whole which holds it. */
const NESTED: ReadonlySet<string> = new Set(["hs", "naics", "sitc", "cn", "hts", "schedule-b"]);
/** Systems whose codes do not tell, so that the classification does. */
const TREES: ReadonlySet<string> = new Set(["bec", "ebops"]);

/** Figures of codes that are less than those of the next level below them add up to. */
export class Levels {
  readonly #cells = new Map<string, Map<string, number>>();
  #count = 0;

  add(key: SeriesKey, label: string, value: number): void {
    const { reporter, partner, flow, sector, flowBasis, valuation, basis, product } = key;
    const system = productSystem(product) ?? "";
    if (!NESTED.has(system) && !TREES.has(system)) return;
    if (this.#count >= MOST_FIGURES) return;
    const kind = [sector, flowBasis, valuation, basis, key.currency, key.edition, key.adjusted];
    const id = [`${partner} ${flow} ${label}`, reporter, ...kind, system].join("|");
    const cell = this.#cells.get(id) ?? new Map<string, number>();
    this.#cells.set(id, cell.set(product, value));
    this.#count += 1;
  }

  /** Each place: the whole, its figure, and what its parts add up to. */
  get places(): string[] {
    return [...this.#cells].flatMap(([id, cell]) => {
      const place = id.slice(0, id.indexOf("|"));
      if (TREES.has(id.slice(id.lastIndexOf("|") + 1))) {
        return tooSmall(place, cell, byParent(cell));
      }
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
        return tooSmall(place, cell, sums);
      });
    });
  }
}

/** What the codes that have the same nearest whole among them add up to. */
function byParent(cell: ReadonlyMap<string, number>): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [code, value] of cell) {
    let whole = parentOf(code);
    while (whole !== null && !cell.has(whole)) whole = parentOf(whole);
    if (whole !== null) sums.set(whole, (sums.get(whole) ?? 0) + value);
  }
  return sums;
}

function tooSmall(
  place: string,
  cell: ReadonlyMap<string, number>,
  sums: ReadonlyMap<string, number>,
): string[] {
  return [...sums].flatMap(([whole, sum]) => {
    const value = cell.get(whole);
    // Rounded parts differ from a rounded whole by no more than their rounding.
    if (value === undefined || sum <= value * 1.0001 + 1) return [];
    return [`${place} ${whole}: its parts add to ${sum} of ${value}`];
  });
}
