import type { Interval } from "../../numbers/interval.ts";
import type { CheckedClaim } from "../check.ts";
import type { Evaluator } from "../evaluate.ts";
import type { Explanation } from "../report.ts";
import { type Alternative, type SearchedClaim, type SearchResult, searchGroup } from "./search.ts";

/** How far beyond the number "more than" may be for an alternative to explain it, in percent. */
const INFORMATIVE = 10;

/** Explanations of the wrong claims, by their ids, the best first. */
export function explainClaims(
  checked: readonly CheckedClaim[],
  evaluator: Evaluator,
): Map<string, Explanation[]> {
  const explanations = new Map<string, Explanation[]>();
  for (const group of groupsOf(checked)) {
    const searched = group.flatMap(searchedClaim);
    if (searched.every(({ holds }) => holds)) continue;
    const result = searchGroup(searched, evaluator);
    for (const [index, { id, holds, reported }] of searched.entries()) {
      if (!holds) explanations.set(id, explanationsOf(result, index, reported));
    }
  }
  return explanations;
}

/** Claims of one group together; those without a group each alone. */
function groupsOf(checked: readonly CheckedClaim[]): CheckedClaim[][] {
  const groups = new Map<string, CheckedClaim[]>();
  for (const one of checked) {
    const key = one.claim.group ? `group ${one.claim.group}` : `claim ${one.claim.id}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/** Only claims that are computed from data can be computed in another way. */
function searchedClaim({ claim, recipe, reported, checks }: CheckedClaim): SearchedClaim[] {
  const byData = checks.find(({ by }) => by === "data" || by === "definitions");
  if (!recipe || !byData || byData.computed === null) return [];
  return [
    {
      id: claim.id,
      recipe,
      reported: reported.value,
      wanted: informative(reported.holds, reported.value),
      holds: byData.verdict !== "mismatch",
    },
  ];
}

/** A half line would be reached by almost anything: only numbers near its end explain it. */
function informative({ low, high }: Interval, value: number): Interval {
  const away = (Math.abs(value) * INFORMATIVE) / 100;
  return {
    low: Number.isFinite(low) ? low : high - away,
    high: Number.isFinite(high) ? high : low + away,
  };
}

function explanationsOf(result: SearchResult, index: number, reported: number): Explanation[] {
  const useful = result.alternatives.filter(({ values }) => values[index]!.changed);
  const shown = useful.length > 0 || !result.nearest ? useful : [result.nearest];
  return shown.map((alternative) => explanation(alternative, index, reported, result.tried));
}

function explanation(
  { changes, values, fits, expectedByChance }: Alternative,
  index: number,
  reported: number,
  tried: number,
): Explanation {
  const { computed, fits: fitsThis } = values[index]!;
  return {
    parameters: Object.assign({}, ...changes.map(({ parameters }) => parameters)),
    says: changes.map(({ says }) => says).join("; "),
    computed,
    fits: fitsThis,
    difference: computed === null ? null : computed - reported,
    tried,
    expectedByChance,
    group: { fits, of: values.length },
  };
}
