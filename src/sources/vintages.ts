import { InputError } from "../errors.ts";
import { keptIn } from "../kept-in.ts";
import type { Warning } from "../warning.ts";
import type { DatasetVintage, StoredSeries, TradeDataset } from "./dataset.ts";
import { joinedByKey } from "./joined-series.ts";

/** Which vintages of the datasets may answer; both null: all. */
export interface VintageWish {
  /** The only vintage, by its name. */
  readonly vintage: string | null;
  /** The last day of release: what was known then. */
  readonly asOf: string | null;
  /** Whether a dataset that has nothing of it answers as it is, in silence. */
  readonly lenient?: boolean;
}

export const anyVintage: VintageWish = { vintage: null, asOf: null };

/**
 * The annual revision that a release belongs to: the year of the last one before it.
 * @param month the month in which the publisher revises, `06`; null where it does not.
 */
export function revisionOf(released: string, month: string | null): string | null {
  if (month === null) return null;
  const year = Number(released.slice(0, 4));
  return String(released.slice(5, 7) >= month ? year : year - 1);
}

/**
 * The order in which vintages are asked. Of one annual revision exact dollars come before rounded ones,
 * for a release in between changes no figure of the years before.
 */
function inOrder(one: DatasetVintage, other: DatasetVintage): number {
  const words = ({ revision, isExact, released, vintage }: DatasetVintage) =>
    [revision ?? "", isExact ? "1" : "0", released, vintage].join(" ");
  return words(one) > words(other) ? -1 : 1;
}

/** A dataset whose figures are each from the first vintage that has it. */
export function joinVintages(
  shell: TradeDataset,
  unordered: readonly DatasetVintage[],
): TradeDataset {
  const vintages = [...unordered].sort(inOrder);
  const cache = new Map<string, readonly StoredSeries[]>();
  return {
    ...shell,
    vintages,
    seriesOf(partner) {
      const known = cache.get(partner);
      if (known) return known;
      const all = joinedByKey(vintages.flatMap(({ data }) => data.seriesOf(partner)));
      cache.set(partner, all);
      return all;
    },
  };
}

/** Which kind of figure a series holds, whatever its vintage. */
export function kindOf({
  flow,
  flowBasis,
  sector,
}: {
  readonly flow?: string;
  readonly flowBasis?: string | null;
  readonly sector?: string;
}): string {
  return [flow, flowBasis, sector].join("|");
}

/**
 * The datasets that are each of one annual revision, in the order in which they are asked: of every
 * kind of figure the newest vintage, then without the newest of all, and so on; then those of the
 * revision before.
 */
export function oneRevisionEach(dataset: TradeDataset): readonly TradeDataset[] {
  const known = revisionsKnown.get(dataset);
  if (known) return known;
  const made = revisionsOf(dataset);
  revisionsKnown.set(dataset, made);
  return made;
}

/** Of each dataset made once, so that what is found out of their series is found out once. */
const revisionsKnown = new WeakMap<TradeDataset, readonly TradeDataset[]>();

function revisionsOf({ vintages = [] }: TradeDataset): TradeDataset[] {
  const found = new Set<TradeDataset>();
  for (const [at, { revision }] of vintages.entries()) {
    const left = vintages.slice(at).filter((one) => one.revision === revision);
    const chosen = new Map<string, DatasetVintage>();
    for (const one of left) {
      for (const kind of one.kinds) if (!chosen.has(kind)) chosen.set(kind, one);
    }
    found.add(composed(chosen, revision));
  }
  return [...found];
}

/**
 * Every vintage, the first release first, with what else of its annual revision was known on that day:
 * exports of one vintage beside imports of another of the same revision.
 */
export function vintagesInOneRevision({ vintages = [] }: TradeDataset): DatasetVintage[] {
  const releases = [...vintages].sort((one, other) => (one.released < other.released ? -1 : 1));
  return releases.map((own, at) => {
    const chosen = new Map<string, DatasetVintage>();
    for (const one of releases.slice(0, at + 1)) {
      if (one.revision !== own.revision) continue;
      // A vintage that says something of its own is not overlaid, but by its own kinds.
      for (const kind of one.kinds) if (!own.kinds.includes(kind)) chosen.set(kind, one);
    }
    for (const kind of own.kinds) chosen.set(kind, own);
    return { ...own, data: composed(chosen, own.revision) };
  });
}

type Chosen = ReadonlyMap<string, DatasetVintage>;
const composedKnown = new WeakMap<DatasetVintage, (readonly [Chosen, TradeDataset])[]>();

/** A dataset that has each kind of figure from one vintage; the same whatever day is asked for. */
function composed(chosen: Chosen, revision: string | null): TradeDataset {
  const [first] = chosen.values();
  const known = keptIn(composedKnown, first!, () => []);
  const same = known.find(
    ([one]) =>
      one.size === chosen.size && [...chosen].every(([kind, own]) => one.get(kind) === own),
  );
  if (same) return same[1];
  const made = compose(chosen, revision);
  known.push([chosen, made]);
  return made;
}

function compose(chosen: Chosen, revision: string | null): TradeDataset {
  const parts = [...new Set(chosen.values())];
  const [first] = parts;
  const cache = new Map<string, readonly StoredSeries[]>();
  return {
    ...first!.data,
    revision,
    siblings: parts,
    ...(parts.some(({ data }) => data.somePartners) && { somePartners: true }),
    seriesOf(partner) {
      const known = cache.get(partner);
      if (known) return known;
      const series = parts.flatMap((part) =>
        part.data.seriesOf(partner).filter(({ key }) => chosen.get(kindOf(key)) === part),
      );
      cache.set(partner, series);
      return series;
    },
  };
}

/** The dataset without the vintages that list only some partners, where any is left. */
export function listingAll(dataset: TradeDataset): TradeDataset {
  const all = dataset.vintages?.filter(({ data }) => !data.somePartners) ?? [];
  if (all.length === 0) return dataset;
  return all.length === 1 ? all[0]!.data : joinVintages(dataset, all);
}

/**
 * A dataset with the vintages that are wished for alone.
 * @throws InputError where it has none of them.
 */
export function withVintages(dataset: TradeDataset, wish: VintageWish): TradeDataset {
  if (wish.vintage === null && wish.asOf === null) return dataset;
  const { vintages, description } = dataset;
  if (!vintages) return ofOneVintage(dataset, wish);
  const kept = vintages.filter(
    ({ vintage, released }) =>
      (wish.vintage === null || vintage === wish.vintage) &&
      (wish.asOf === null || released <= wish.asOf),
  );
  if (kept.length === 1) return kept[0]!.data;
  if (kept.length > 1) return joinedOnce(dataset, kept, wish);
  const names = [...vintages]
    .sort((one, other) => (one.released < other.released ? -1 : 1))
    .map(({ vintage, released }) => `${vintage} of ${released}`);
  throw new InputError(
    wish.vintage !== null
      ? `--vintage: ${description.id} has no vintage ${wish.vintage} (it has ${names.join(", ")})`
      : `--as-of: ${description.id} was released later than ${wish.asOf} (it has ${names.join(", ")})`,
  );
}

/**
 * The datasets of a question with the vintages wished for. The one that answers must have them; others
 * from which it takes a part, such as petroleum, answer as they are where they have not, which is said.
 */
export class ChosenVintages {
  readonly #wish: VintageWish;
  readonly #known = new Map<TradeDataset, TradeDataset>();
  readonly #warnings = new Map<string, Warning>();

  constructor(wish: VintageWish) {
    this.#wish = wish;
  }

  get warnings(): readonly Warning[] {
    return [...this.#warnings.values()];
  }

  /** @throws InputError where the dataset that answers has no such vintage. */
  of(dataset: TradeDataset): TradeDataset {
    const known = this.#known.get(dataset);
    if (known) return known;
    const chosen = this.#chosen(dataset);
    this.#known.set(dataset, chosen);
    return chosen;
  }

  #chosen(dataset: TradeDataset): TradeDataset {
    try {
      return withVintages(dataset, this.#wish);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      if (this.#wish.lenient) return this.#wish.asOf === null ? dataset : oldestOf(dataset);
      if (this.#known.size === 0) throw error;
      const { id } = dataset.description;
      this.#warnings.set(id, {
        code: "other-vintage",
        message: `${error.message.replace(/^--[\w-]+: /, "")}; it answers as it is`,
      });
      return dataset;
    }
  }
}

/** The first release: what comes nearest to a day before it. */
function oldestOf(dataset: TradeDataset): TradeDataset {
  const [first] = vintagesInOneRevision(dataset);
  return first?.data ?? dataset;
}

const joinedKnown = new WeakMap<TradeDataset, Map<string, TradeDataset>>();

/** The same for the same wish, so that what is found out of its series is found out once. */
function joinedOnce(
  dataset: TradeDataset,
  kept: readonly DatasetVintage[],
  { vintage, asOf }: VintageWish,
): TradeDataset {
  const known = keptIn(joinedKnown, dataset, () => new Map());
  return keptIn(known, `${vintage} ${asOf}`, () => joinVintages(dataset, kept));
}

/** A dataset with one vintage, of which only the month is known: what is not refused answers. */
function ofOneVintage(dataset: TradeDataset, { vintage, asOf }: VintageWish): TradeDataset {
  const { description } = dataset;
  const own = description.vintage;
  if (vintage !== null && own !== vintage) {
    const has = own === null ? "whose vintage is not known" : `which is of vintage ${own}`;
    throw new InputError(`--vintage: ${description.id} has no vintage ${vintage}, ${has}`);
  }
  if (asOf !== null && own !== null && own > asOf) {
    throw new InputError(`--as-of: ${description.id} was released later than ${asOf} (${own})`);
  }
  return dataset;
}
