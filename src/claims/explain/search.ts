import type { Interval } from "../../numbers/interval.ts";
import { contains } from "../../numbers/interval.ts";
import type { Evaluator } from "../evaluate.ts";
import type { Recipe } from "../recipe.ts";
import { chanceOf, tailProbability } from "./chance.ts";
import { type Change, changeKinds, printingChanges } from "./change.ts";
import { definitionChanges } from "./definitions.ts";
import { exchangeChanges, partnerChanges, partnerSetChanges } from "./partners.ts";
import { periodChanges } from "./periods.ts";

/** A claim of a group: what the report prints, and how it was to be computed. */
export interface SearchedClaim {
  readonly id: string;
  readonly recipe: Recipe;
  readonly reported: number;
  /** Where a computed number must lie to give the printed one. */
  readonly wanted: Interval;
  /** Whether it is reproduced as it stands. */
  readonly holds: boolean;
}

/** What one alternative gives for one claim of the group. */
export interface AlternativeValue {
  readonly id: string;
  readonly computed: number | null;
  readonly fits: boolean;
  /** Whether the alternative changes anything for this claim. */
  readonly changed: boolean;
}

/** One way in which the author may have computed all claims of a group. */
export interface Alternative {
  readonly changes: readonly Change[];
  readonly values: readonly AlternativeValue[];
  /** How many claims of the group it reproduces, those that it leaves alone included. */
  readonly fits: number;
  /** How many alternatives would be expected to do as well if the printed numbers were random. */
  readonly expectedByChance: number;
  /** Mean distance of the changed claims from what is printed, in percent of the printed number. */
  readonly distance: number;
}

export interface SearchResult {
  /** Alternatives that reproduce at least one wrong claim, the best first. */
  readonly alternatives: readonly Alternative[];
  /** The nearest, where none reproduces any. */
  readonly nearest: Alternative | null;
  readonly tried: number;
}

/** How many alternatives a search gives back. */
const SHOWN = 5;

/**
 * Searches for one alternative that gives the printed numbers of all claims of a group: every single
 * change, and every two of different kinds of which at most one needs a new figure for each partner
 * or run of months. Alternatives are ranked by how many claims they reproduce, then by how few
 * changes they need, then by how believable the kind of change is, then by chance.
 */
export function searchGroup(claims: readonly SearchedClaim[], evaluator: Evaluator): SearchResult {
  const wrong = claims.filter(({ holds }) => !holds);
  const recipes = wrong.map(({ recipe }) => recipe);
  const sources = evaluator.sources;
  const broad = [
    ...periodChanges(recipes, sources),
    ...partnerChanges(recipes, sources),
    ...exchangeChanges(recipes),
  ];
  const narrow = [
    ...partnerSetChanges(recipes, sources),
    ...definitionChanges(recipes),
    ...printingChanges,
  ];
  const candidates: Change[][] = [
    ...[...broad, ...narrow].map((one) => [one]),
    ...pairs(narrow, narrow),
    ...crossed(broad, narrow),
  ];
  const tried: { changes: Change[]; values: AlternativeValue[] }[] = [];
  for (const changes of candidates) {
    const values = valuesOf(changes, claims, evaluator);
    if (values) tried.push({ changes, values });
  }
  const chances = chancesOf(claims, tried);
  const alternatives = tried.map(({ changes, values }) =>
    judged(changes, values, claims, chances, tried.length),
  );
  const useful = alternatives.filter(({ values }) =>
    values.some(({ fits, changed }) => fits && changed),
  );
  useful.sort(byMerit);
  const nearest = [...alternatives].sort((a, b) => a.distance - b.distance)[0] ?? null;
  return { alternatives: useful.slice(0, SHOWN), nearest, tried: tried.length };
}

function pairs(all: readonly Change[], others: readonly Change[]): Change[][] {
  return all.flatMap((one, index) =>
    others
      .slice(index + 1)
      .filter((other) => other.what !== one.what)
      .map((other) => [one, other]),
  );
}

function crossed(broad: readonly Change[], narrow: readonly Change[]): Change[][] {
  return broad.flatMap((one) => narrow.map((other) => [one, other]));
}

/** Null where the changes leave every wrong claim as it was, or one of them changes nothing. */
function valuesOf(
  changes: readonly Change[],
  claims: readonly SearchedClaim[],
  evaluator: Evaluator,
): AlternativeValue[] | null {
  let touchesWrong = false;
  const values: AlternativeValue[] = [];
  for (const { id, recipe, wanted, holds } of claims) {
    const changed = applyAll(changes, recipe);
    if (!changed) {
      values.push({ id, computed: null, fits: holds, changed: false });
      continue;
    }
    if (!holds) touchesWrong = true;
    const { value } = evaluator.tryEvaluate(changed);
    values.push({
      id,
      computed: value,
      fits: value !== null && contains(wanted, value),
      changed: true,
    });
  }
  return touchesWrong ? values : null;
}

function applyAll(changes: readonly Change[], recipe: Recipe): Recipe | null {
  let current: Recipe = recipe;
  for (const change of changes) {
    const next = change.apply(current);
    if (!next) return null;
    current = next;
  }
  return current;
}

/** For each claim, how likely it is that the number of some alternative gives the printed one. */
function chancesOf(
  claims: readonly SearchedClaim[],
  tried: readonly { values: readonly AlternativeValue[] }[],
): number[] {
  return claims.map(({ reported, wanted }, index) => {
    const values = tried.flatMap(({ values: all }) => {
      const { changed, computed } = all[index]!;
      return changed && computed !== null ? [computed] : [];
    });
    return chanceOf(reported, wanted, values);
  });
}

function judged(
  changes: readonly Change[],
  values: readonly AlternativeValue[],
  claims: readonly SearchedClaim[],
  chances: readonly number[],
  tried: number,
): Alternative {
  const touched = values.flatMap((value, index) => (value.changed ? [{ value, index }] : []));
  const mean = touched.reduce((sum, { index }) => sum + chances[index]!, 0) / touched.length;
  const fitted = touched.filter(({ value }) => value.fits).length;
  const distances = touched.map(({ value, index }) => {
    const { reported } = claims[index]!;
    return value.computed === null
      ? Number.POSITIVE_INFINITY
      : Math.abs((value.computed - reported) / reported) * 100;
  });
  return {
    changes,
    values,
    fits: values.filter(({ fits }) => fits).length,
    expectedByChance: tried * tailProbability(touched.length, fitted, mean),
    distance: distances.reduce((sum, one) => sum + one, 0) / distances.length,
  };
}

function byMerit(a: Alternative, b: Alternative): number {
  return (
    b.fits - a.fits ||
    a.changes.length - b.changes.length ||
    rankOf(a) - rankOf(b) ||
    a.expectedByChance - b.expectedByChance ||
    a.distance - b.distance
  );
}

function rankOf({ changes }: Alternative): number {
  return changes.reduce((sum, { what }) => sum + changeKinds.indexOf(what), 0);
}
