import { InputError } from "../errors.ts";
import type { Gap } from "../records/record.ts";
import { seriesId } from "../records/series-id.ts";
import type { Warning } from "../warning.ts";
import type { DatasetVintage, StoredSeries, TradeDataset } from "./dataset.ts";

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
  const found = new Map<string, TradeDataset>();
  for (const [at, { revision }] of vintages.entries()) {
    const left = vintages.slice(at).filter((one) => one.revision === revision);
    const chosen = new Map<string, DatasetVintage>();
    for (const one of left) {
      for (const kind of one.kinds) if (!chosen.has(kind)) chosen.set(kind, one);
    }
    const id = [...chosen].map(([kind, { vintage }]) => `${kind} ${vintage}`).join(";");
    if (!found.has(id)) found.set(id, composed(chosen, revision));
  }
  return [...found.values()];
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

/** A dataset that has each kind of figure from one vintage. */
function composed(
  chosen: ReadonlyMap<string, DatasetVintage>,
  revision: string | null,
): TradeDataset {
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

/** Series of one key as one, each figure from the first that has it. */
export function joinedByKey(all: readonly StoredSeries[]): StoredSeries[] {
  const byKey = new Map<string, StoredSeries[]>();
  for (const series of all) {
    const id = seriesId(series.key);
    const own = byKey.get(id);
    if (own) own.push(series);
    else byKey.set(id, [series]);
  }
  return [...byKey.values()].map((own) => (own.length === 1 ? own[0]! : joined(own)));
}

function joined(all: readonly StoredSeries[]): StoredSeries {
  let values: ReadonlyMap<string, number> | null = null;
  const vintages = new Set(all.map(({ vintage }) => vintage));
  return {
    key: all[0]!.key,
    vintage: vintages.size === 1 ? all[0]!.vintage : null,
    originOf: (label) => {
      const own = all.find((one) => one.values.has(label));
      return own?.originOf?.(label) ?? own;
    },
    get values() {
      values ??= joinedValues(all);
      return values;
    },
    ...(all.some(({ gaps }) => gaps) && { gaps: joinedGaps(all) }),
    ...(all.some(({ statusOf }) => statusOf) && {
      statusOf: (label: string) =>
        all.find((one) => one.values.has(label))?.statusOf?.(label) ?? "",
    }),
  };
}

/** What a vintage holds back is no figure, whatever an older one had. */
function joinedValues(all: readonly StoredSeries[]): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (const series of [...all].reverse()) {
    for (const [label, value] of series.values) values.set(label, value);
    for (const [label, gap] of series.gaps ?? []) if (gap === "suppressed") values.delete(label);
  }
  return values;
}

function joinedGaps(all: readonly StoredSeries[]): ReadonlyMap<string, Gap> {
  const gaps = new Map<string, Gap>();
  for (const series of [...all].reverse()) {
    for (const label of series.values.keys()) gaps.delete(label);
    for (const [label, gap] of series.gaps ?? []) {
      if (gap === "suppressed" || !all.some(({ values }) => values.has(label)))
        gaps.set(label, gap);
    }
  }
  return gaps;
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
  if (kept.length > 1) return joinVintages(dataset, kept);
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
