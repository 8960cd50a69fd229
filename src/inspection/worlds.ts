import { aggregates } from "../partners/aggregates.ts";
import { partnerGroups } from "../partners/groups.ts";
import { type SeriesKey, WORLD } from "../records/record.ts";

/** Cells of which sums are kept; beyond, a file is too large to hold partners against their world. */
const MOST_CELLS = 200_000;

const wholes: ReadonlySet<string> = new Set([
  ...aggregates.flatMap(({ code, kind }) => (kind === "aggregate" ? [code] : [])),
  ...partnerGroups.map(({ id }) => id),
]);
const listed: ReadonlySet<string> = new Set(aggregates.map(({ code }) => code));

interface Cell {
  world: number | null;
  sum: number;
}

/** Published worlds that are less than what their partners add up to. */
export class Worlds {
  readonly #cells = new Map<string, Cell>();

  add(key: SeriesKey, label: string, value: number): void {
    const { reporter, partner, flow, sector, flowBasis, valuation, basis, product } = key;
    // A code that nobody knows may be a whole of others.
    const isPartner = !wholes.has(partner) && (/^[A-Z]{2}$/.test(partner) || listed.has(partner));
    if (partner !== WORLD && !isPartner) return;
    const kind = [sector, flowBasis, valuation, basis, key.currency, key.edition, key.adjusted];
    const id = [`${flow} ${product} ${label}`, reporter, ...kind].join("|");
    const known = this.#cells.get(id);
    if (!known && this.#cells.size >= MOST_CELLS) return;
    const cell = known ?? { world: null, sum: 0 };
    this.#cells.set(id, cell);
    if (partner === WORLD) cell.world = value;
    else cell.sum += value;
  }

  /** Each place: the world, and what its partners add up to. */
  get places(): string[] {
    return [...this.#cells].flatMap(([id, { world, sum }]) => {
      // Rounded partners differ from a rounded world by no more than their rounding.
      if (world === null || sum <= world * 1.0001 + 1) return [];
      return [`${id.slice(0, id.indexOf("|"))}: partners add to ${sum} of ${world}`];
    });
  }
}
