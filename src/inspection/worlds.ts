import { moneyText } from "../numbers/money-text.ts";
import { isAbove } from "../numbers/rounded-sums.ts";
import { aggregates } from "../partners/aggregates.ts";
import { partnerGroups } from "../partners/groups.ts";
import { DOLLARS, type SeriesKey, WORLD } from "../records/record.ts";
import { seriesId } from "../records/series-id.ts";

/** Cells of which sums are kept; beyond, a file is too large to hold partners against their world. */
const MOST_CELLS = 200_000;

const wholes: ReadonlySet<string> = new Set([
  ...aggregates.flatMap(({ code, kind }) => (kind === "aggregate" ? [code] : [])),
  ...partnerGroups.map(({ id }) => id),
]);
const listed: ReadonlySet<string> = new Set(aggregates.map(({ code }) => code));

interface Cell {
  readonly place: string;
  readonly currency: string;
  world: number | null;
  sum: number;
}

/** Published worlds that are less than what their partners add up to. */
export class Worlds {
  readonly #cells = new Map<string, Cell>();

  add(key: SeriesKey, values: ReadonlyMap<string, number>): void {
    const { partner, flow, product, currency = DOLLARS } = key;
    // A code that nobody knows may be a whole of others.
    const isPartner = !wholes.has(partner) && (/^[A-Z]{2}$/.test(partner) || listed.has(partner));
    if (partner !== WORLD && !isPartner) return;
    const series = seriesId({ ...key, partner: "" });
    for (const [label, value] of values) {
      const id = `${series}|${label}`;
      const known = this.#cells.get(id);
      if (!known && this.#cells.size >= MOST_CELLS) continue;
      const cell = known ?? { place: `${flow} ${product} ${label}`, currency, world: null, sum: 0 };
      this.#cells.set(id, cell);
      if (partner === WORLD) cell.world = value;
      else cell.sum += value;
    }
  }

  /** Each place: the world, and what its partners add up to. */
  get places(): string[] {
    return [...this.#cells.values()].flatMap(({ place, currency, world, sum }) =>
      world !== null && isAbove(sum, world)
        ? [`${place}: partners add to ${moneyText(sum, currency)} of ${moneyText(world, currency)}`]
        : [],
    );
  }
}
