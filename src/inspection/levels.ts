import { moneyText } from "../numbers/money-text.ts";
import { isAbove } from "../numbers/rounded-sums.ts";
import { parentOf } from "../products/classification.ts";
import { productSystem } from "../products/product.ts";
import { DOLLARS, type SeriesKey } from "../records/record.ts";
import { seriesId } from "../records/series-id.ts";

/** Figures that are kept; beyond, a file is too large to hold codes against those above them. */
const MOST_FIGURES = 200_000;

/** Systems in which a code begins with that of the whole which holds it. */
const NESTED: ReadonlySet<string> = new Set(["hs", "naics", "sitc", "cn", "hts"]);
/** Systems whose codes do not tell, so that the classification does. */
const TREES: ReadonlySet<string> = new Set(["bec", "ebops"]);

/** The figures of one place by their codes. */
interface Cell {
  readonly key: SeriesKey;
  readonly label: string;
  readonly isTree: boolean;
  readonly figures: Map<string, number>;
}

/** Figures of codes that are less than those of the next level below them add up to. */
export class Levels {
  readonly #cells = new Map<string, Cell>();
  #count = 0;

  add(key: SeriesKey, values: ReadonlyMap<string, number>): void {
    const system = productSystem(key.product) ?? "";
    const isTree = TREES.has(system);
    if (!NESTED.has(system) && !isTree) return;
    const id = seriesId({ ...key, product: system });
    for (const [label, value] of values) {
      if (this.#count >= MOST_FIGURES) return;
      const at = `${id}|${label}`;
      const cell = this.#cells.get(at) ?? { key, label, isTree, figures: new Map() };
      this.#cells.set(at, cell);
      cell.figures.set(key.product, value);
      this.#count += 1;
    }
  }

  /** Each place: the whole, its figure, and what its parts add up to. */
  get places(): string[] {
    return [...this.#cells.values()].flatMap(({ key, label, isTree, figures }) => {
      const place = `${key.partner} ${key.flow} ${label}`;
      const currency = key.currency ?? DOLLARS;
      if (isTree) return tooSmall(place, figures, byParent(figures), currency);
      const lengths = [...new Set([...figures.keys()].map((code) => code.length))].sort(
        (a, b) => a - b,
      );
      return lengths.slice(1).flatMap((length, at) => {
        const sums = new Map<string, number>();
        for (const [code, value] of figures) {
          if (code.length !== length) continue;
          const whole = code.slice(0, lengths[at]!);
          sums.set(whole, (sums.get(whole) ?? 0) + value);
        }
        return tooSmall(place, figures, sums, currency);
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
  currency: string,
): string[] {
  return [...sums].flatMap(([whole, sum]) => {
    const value = cell.get(whole);
    if (value === undefined || !isAbove(sum, value)) return [];
    return [
      `${place} ${whole}: its parts add to ${moneyText(sum, currency)} of ${moneyText(value, currency)}`,
    ];
  });
}
