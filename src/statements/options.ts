import type { Origin, Part } from "./statement.ts";

/** A part of a statement with how likely it is beside the first of its list, which has 1. */
export interface Option<T> extends Part<T> {
  readonly weight: number;
}

type Openness = Readonly<Record<Origin, number>>;

/**
 * How likely the second of a list is meant beside the first, by where the first was found: none but the
 * first where its words stand beside the number. Measured on the texts of the study.
 */
export const openness = {
  partner: {
    ...{ beside: 0, table: 0, clause: 0.1, sentence: 0.15, statement: 0.15, paragraph: 0.2 },
    ...{ heading: 0.2, document: 0.45, default: 0.7 },
  },
  time: {
    ...{ beside: 0, table: 0, clause: 0.1, sentence: 0.15, statement: 0.2, paragraph: 0.3 },
    ...{ heading: 0.4, document: 0.4, default: 0.7 },
  },
  flow: {
    ...{ beside: 0, table: 0, clause: 0.08, sentence: 0.1, statement: 0.2, paragraph: 0.3 },
    ...{ heading: 0.2, document: 0.4, default: 0.7 },
  },
  product: {
    ...{ beside: 0, table: 0, clause: 0.1, sentence: 0.1, statement: 0.3, paragraph: 0.5 },
    ...{ heading: 0.6, document: 0.7, default: 0.7 },
  },
  sector: {
    ...{ beside: 0, table: 0, clause: 0.1, sentence: 0.1, statement: 0.2, paragraph: 0.2 },
    ...{ heading: 0.2, document: 0.3, default: 0.3 },
  },
} as const satisfies Record<string, Openness>;

/** The parts without those that an earlier one says too: of one value, or of one key where that decides. */
export function distinct<T>(
  parts: readonly Part<T>[],
  keyOf: (value: T) => string = JSON.stringify,
): Part<T>[] {
  const seen = new Set<string>();
  return parts.filter(({ value }) => {
    const key = keyOf(value);
    return !seen.has(key) && seen.add(key);
  });
}

/** How much less likely each is than the one before it. */
const DECAY = 0.72;

/** Weighs parts that stand with the likeliest first. */
export function weighed<T>(parts: readonly Part<T>[], most: number, open: Openness): Option<T>[] {
  const [first] = parts;
  if (!first) return [];
  const share = open[first.origin];
  return parts.slice(0, share === 0 ? 1 : most).map(({ value, origin }, index) => ({
    value,
    origin,
    weight: index === 0 ? 1 : share * DECAY ** (index - 1),
  }));
}

type Lists<T> = { readonly [K in keyof T]: readonly Option<T[K]>[] };
type Chosen<T> = { readonly [K in keyof T]: Option<T[K]> };

/** One choice of each part, with the product of their weights. */
export interface Combination<T> {
  readonly parts: Chosen<T>;
  /** The first part that is not the likeliest of its list; null where all are. */
  readonly changed: keyof T | null;
  readonly weight: number;
}

/** Less likely than this nothing is meant. */
const LEAST_WEIGHT = 0.01;

/** Every choice of one of each list that is likely enough, the likeliest first, no more than `most`. */
export function combinations<T extends object>(lists: Lists<T>, most: number): Combination<T>[] {
  const keys = Object.keys(lists) as (keyof T)[];
  const all: { places: number[]; weight: number }[] = [];
  const places: number[] = [];
  // Each list stands with the likeliest first, so that the rest of it need not be looked at.
  const choose = (at: number, weight: number): void => {
    if (at === keys.length) {
      all.push({ places: [...places], weight });
      return;
    }
    const list = lists[keys[at]!];
    for (let place = 0; place < list.length; place++) {
      const both = weight * list[place]!.weight;
      if (both < LEAST_WEIGHT) break;
      places[at] = place;
      choose(at + 1, both);
    }
  };
  choose(0, 1);
  return all
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ places: own, weight }) => {
      const parts: Partial<Record<keyof T, unknown>> = {};
      for (const [at, key] of keys.entries()) parts[key] = lists[key][own[at]!];
      const changed = keys.find((_, at) => own[at] !== 0) ?? null;
      return { parts: parts as Chosen<T>, changed, weight };
    });
}
