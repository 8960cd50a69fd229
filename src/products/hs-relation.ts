/** The editions of the Harmonized System, as UN Comtrade names them. */
export const hsEditions = ["H0", "H1", "H2", "H3", "H4", "H5", "H6"] as const;
export type HsEdition = (typeof hsEditions)[number];

const YEARS: Readonly<Record<HsEdition, number>> = {
  H0: 1992,
  H1: 1996,
  H2: 2002,
  H3: 2007,
  H4: 2012,
  H5: 2017,
  H6: 2022,
};

/** `HS 2022` for `H6`. */
export function hsEditionName(edition: HsEdition): string {
  return `HS ${YEARS[edition]}`;
}

/** The edition of `H6`, `2022` or `HS 2022`; null for anything else. */
export function hsEditionOf(text: string): HsEdition | null {
  const wanted = text.trim().toUpperCase().replace(/^HS ?/, "");
  return hsEditions.find((one) => one === wanted || String(YEARS[one]) === wanted) ?? null;
}

/**
 * What a code of one edition is in another. `same` keeps code and goods, `renamed` only the goods;
 * `split` into several that hold nothing else, `merged` with others into one, `mixed` both;
 * `set-aside`: it took a little of very many codes; `none`: the edition does not have the code.
 */
export type HsRelationKind =
  | "same"
  | "renamed"
  | "split"
  | "merged"
  | "mixed"
  | "set-aside"
  | "none";

export interface HsRelation {
  readonly kind: HsRelationKind;
  /** Codes of the other edition that share goods with it, at the level of the code. */
  readonly counterparts: readonly string[];
  /** Codes of its own edition that share goods with these, itself among them. */
  readonly together: readonly string[];
  /** Codes of either edition that share goods with these and with twenty or more, not counted above. */
  readonly setAside: readonly string[];
}

/** What is known of codes in several editions; of the Harmonized System, the UN's correlation. */
export interface Relations {
  relation(from: HsEdition, code: string, to: HsEdition): HsRelation;
}

/** Codes with as many counterparts or more are set aside, such as 8549, electrical waste. */
const MANY_COUNTERPARTS = 20;

/** One direction of a relation: an edition's subheadings and what they share goods with. */
export interface HsSide {
  readonly codes: readonly string[];
  /** Only what does not keep its code and all of its goods. */
  readonly changes: ReadonlyMap<string, readonly string[]>;
}

/** How the code of one side stands to the other edition, by the UN's correlation at its level. */
export function relate(code: string, own: HsSide, other: HsSide): HsRelation {
  const subheadings = own.codes.filter((one) => one.startsWith(code));
  if (subheadings.length === 0) {
    return { kind: "none", counterparts: [], together: [], setAside: [] };
  }
  const found = across([code], own, other);
  if (subheadings.every((one) => isDiffuse(own, one))) {
    return { kind: "set-aside", counterparts: found.all, together: [code], setAside: [] };
  }
  const back = across(found.counted, other, own);
  const together = [...new Set([code, ...back.counted])].sort();
  return {
    kind: kindOf(code, found.counted, together),
    ...{ counterparts: found.counted, together },
    setAside: [...new Set([...found.all, ...back.all])]
      .filter((one) => !found.counted.includes(one) && !together.includes(one))
      .sort(),
  };
}

function kindOf(
  code: string,
  counterparts: readonly string[],
  together: readonly string[],
): HsRelationKind {
  if (counterparts.length === 0) return "set-aside";
  if (together.length === 1) {
    if (counterparts.length > 1) return "split";
    return counterparts[0] === code ? "same" : "renamed";
  }
  return counterparts.length === 1 ? "merged" : "mixed";
}

/**
 * The smallest selections of two editions that hold these codes and the same goods, or null where
 * they would take more codes than `most`, or hold one that is set aside.
 */
export function commonSelection(
  codes: readonly string[],
  own: HsSide,
  other: HsSide,
  most = 12,
): readonly [own: readonly string[], other: readonly string[]] | null {
  let left: readonly string[] = [...codes].sort();
  let right: readonly string[] = [];
  for (;;) {
    const next = across(left, own, other).counted;
    const back = [...new Set([...left, ...across(next, other, own).counted])].sort();
    if (next.length === 0 || next.length + back.length > most) return null;
    if (next.length === right.length && back.length === left.length) return [left, right];
    [left, right] = [back, next];
  }
}

/** What these codes share goods with, at their own level, with and without codes set aside. */
function across(codes: readonly string[], own: HsSide, other: HsSide) {
  const all = new Set<string>();
  const counted = new Set<string>();
  for (const subheading of own.codes) {
    const code = codes.find((one) => subheading.startsWith(one));
    if (code === undefined) continue;
    for (const counterpart of own.changes.get(subheading) ?? [subheading]) {
      const at = counterpart.slice(0, code.length);
      all.add(at);
      if (!isDiffuse(own, subheading) && !isDiffuse(other, counterpart)) counted.add(at);
    }
  }
  return { all: [...all].sort(), counted: [...counted].sort() };
}

function isDiffuse(side: HsSide, subheading: string): boolean {
  return (side.changes.get(subheading)?.length ?? 0) >= MANY_COUNTERPARTS;
}
