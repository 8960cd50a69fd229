import type { Interval } from "../../numbers/interval.ts";
import type { CheckedClaim } from "../check.ts";
import type { Evaluator } from "../evaluate.ts";
import type { Explanation } from "../report.ts";
import type { Alternative } from "./merit.ts";
import { applyAll, type SearchedClaim, type SearchResult, searchGroup } from "./search.ts";

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
    for (const [index, claim] of searched.entries()) {
      if (claim.holds) continue;
      const found = explanationsOf(result, index);
      explanations.set(
        claim.id,
        found.map((one) => explanation(one, index, claim, result.tried, evaluator)),
      );
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

/** How many explanations of a group are shown, and how many more of a claim alone. */
const SHOWN_OF_GROUP = 3;
const SHOWN_OF_CLAIM = 2;

/** A group that so few alternatives would fit by chance is explained, near misses included. */
const EVIDENCE = 0.01;

/**
 * The explanations of one claim: those of its group that touch it, then, where none of these gives
 * its number, what would give it alone, or comes nearest.
 */
function explanationsOf({ alternatives, nearest }: SearchResult, index: number): Alternative[] {
  const touching = alternatives.filter(({ computed }) => computed[index] !== null);
  const shown = touching.filter(({ reproduced }) => reproduced > 1).slice(0, SHOWN_OF_GROUP);
  const settled = shown.some(
    ({ fits, expectedByChance }) => fits[index] || expectedByChance < EVIDENCE,
  );
  if (!settled) {
    shown.push(...touching.filter(({ fits }) => fits[index]).slice(0, SHOWN_OF_CLAIM));
  }
  const near = nearest[index];
  if (shown.length === 0 && near) shown.push(near);
  return shown;
}

function explanation(
  { changes, computed, fits, reproduced, expectedByChance }: Alternative,
  index: number,
  { recipe, reported }: SearchedClaim,
  tried: number,
  evaluator: Evaluator,
): Explanation {
  const value = computed[index] ?? null;
  // What is printed of a figure does not change which figures are behind it.
  const changed = applyAll(
    changes.filter((change) => "apply" in change),
    recipe,
  );
  return {
    parameters: Object.assign({}, ...changes.map(({ parameters }) => parameters)),
    says: changes.map(({ says }) => says).join("; "),
    computed: value,
    fits: fits[index]!,
    difference: value === null ? null : value - reported,
    tried,
    expectedByChance,
    group: { fits: reproduced, of: fits.length },
    figures: value === null || !changed ? [] : evaluator.figuresOf(changed),
  };
}
