import type { Interval } from "../../numbers/interval.ts";
import type { CheckedClaim } from "../check.ts";
import type { Evaluator } from "../evaluate.ts";
import type { Explanation } from "../report.ts";
import { isWord } from "../reported.ts";
import { formulaAlternatives } from "./formulas.ts";
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
  for (const one of checked) {
    if (!explanations.has(one.claim.id)) {
      const found = formulaExplanations(one);
      if (found.length > 0) explanations.set(one.claim.id, found);
    }
  }
  return explanations;
}

/** What would give the number of a wrong claim by formula. */
function formulaExplanations({ claim, reported, checks, formula }: CheckedClaim): Explanation[] {
  const check = checks.find(({ by, verdict }) => by === "formula" && verdict === "mismatch");
  if (!check || check.computed === null || !claim.formula || !formula) return [];
  const { numbers, sign } = formula;
  const searched = {
    reported: reported.value,
    wanted: informative(reported.holds, reported.value),
    holds: false,
    unit: reported.rounding.high - reported.rounding.low || 1,
  };
  const found = formulaAlternatives(claim.formula, numbers, check.computed, sign, searched);
  return found.alternatives
    .filter(({ confidence }) => confidence >= LIKELY)
    .slice(0, SHOWN)
    .map(({ changes, computed, expectedByChance, confidence }) => ({
      ...described(changes),
      computed: computed[0]!,
      fits: true,
      difference: computed[0]! - reported.value,
      tried: found.tried,
      expectedByChance,
      confidence,
      group: { fits: 1, of: 1 },
      figures: [],
    }));
}

function described(changes: Alternative["changes"]): Pick<Explanation, "parameters" | "says"> {
  return {
    parameters: Object.assign({}, ...changes.map(({ parameters }) => parameters)),
    says: changes.map(({ says }) => says).join("; "),
  };
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
  if (!recipe || recipe.tableRank) return [];
  if (isWord(claim.reported)) return [];
  if (!byData || byData.computed === null) return [];
  return [
    {
      id: claim.id,
      recipe,
      reported: reported.value,
      wanted: informative(reported.holds, reported.value),
      holds: byData.verdict !== "mismatch",
      unit: reported.rounding.high - reported.rounding.low || 1,
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

/** How many explanations are shown of a group, and of a claim alone. */
const SHOWN = 3;

/** Less likely ones are not shown: what chance explains as well explains nothing. */
const LIKELY = 0.1;

/** A group that so few alternatives would fit by chance is explained, near misses included. */
const EVIDENCE = 0.01;

/**
 * The explanations of one claim: those of its group that touch it, then, where none of these gives
 * its number, what would give it alone.
 */
function explanationsOf({ alternatives, alone }: SearchResult, index: number): Alternative[] {
  const touching = alternatives.filter(({ computed }) => computed[index] !== null);
  const likely = (one: Alternative) => one.confidence >= LIKELY;
  const shown = touching
    .filter(({ reproduced }) => reproduced > 1)
    .filter(likely)
    .slice(0, SHOWN);
  const settled = shown.some(
    ({ fits, expectedByChance }) => fits[index] || expectedByChance < EVIDENCE,
  );
  if (!settled) shown.push(...alone[index]!.filter(likely).slice(0, SHOWN));
  return shown;
}

function explanation(
  { changes, computed, fits, reproduced, expectedByChance, confidence }: Alternative,
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
    ...described(changes),
    computed: value,
    fits: fits[index]!,
    difference: value === null ? null : value - reported,
    tried,
    expectedByChance,
    confidence,
    group: { fits: reproduced, of: fits.length },
    figures: value === null || !changed ? [] : evaluator.figuresOf(changed),
  };
}
