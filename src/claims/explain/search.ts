import { InputError } from "../../errors.ts";
import { contains, type Interval } from "../../numbers/interval.ts";
import { type Evaluator, printed } from "../evaluate.ts";
import type { Recipe } from "../recipe.ts";
import { chanceOf } from "./chance.ts";
import { alternativesOf, type Change, type Combination } from "./combinations.ts";
import { type Alternative, byMerit, judged, type Trial } from "./merit.ts";

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

export interface SearchResult {
  /** Alternatives that reproduce at least one wrong claim, the best first. */
  readonly alternatives: readonly Alternative[];
  /** For each claim, the alternative that comes nearest to it. */
  readonly nearest: readonly (Alternative | null)[];
  readonly tried: number;
}

/**
 * Searches for one alternative that gives the printed numbers of all claims of a group. Alternatives
 * are ranked by how many claims they reproduce, then by how few changes they need, then by how
 * believable these are, then by chance.
 */
export function searchGroup(claims: readonly SearchedClaim[], evaluator: Evaluator): SearchResult {
  const wrong = claims.filter(({ holds }) => !holds).map(({ recipe }) => recipe);
  const trials: Trial[] = [];
  for (const combination of alternativesOf(wrong, evaluator.sources)) {
    trials.push(...trialsOf(combination, claims, evaluator));
  }
  const chances = claims.map(({ reported, wanted }, index) =>
    chanceOf(
      reported,
      wanted,
      trials.map(({ computed }) => computed[index]!),
    ),
  );
  const judge = (trial: Trial) => judged(trial, claims, chances, trials.length);
  const useful = trials.filter(({ fits, computed }) =>
    fits.some((fit, index) => fit && computed[index] !== null),
  );
  return {
    alternatives: useful.map(judge).sort(byMerit),
    nearest: claims.map((_, index) => {
      const trial = nearestTo(index, claims[index]!.reported, trials);
      return trial && judge(trial);
    }),
    tried: trials.length,
  };
}

/** The outcomes of one change of figures with each change of printing. */
function trialsOf(
  { figures, printings }: Combination,
  claims: readonly SearchedClaim[],
  evaluator: Evaluator,
): Trial[] {
  const recipes = claims.map(({ recipe }) => applyAll(figures, recipe));
  const touched = recipes.some((recipe, index) => recipe !== null && !claims[index]!.holds);
  if (!touched) return [];
  const raw = recipes.map((recipe) => (recipe ? unprintedValue(recipe, evaluator) : null));
  const trials: Trial[] = [];
  for (const printing of printings) {
    const changes = printing ? [...figures, printing] : figures;
    if (changes.length === 0) continue;
    const computed = claims.map((_, index) => {
      const recipe = recipes[index];
      const value = raw[index];
      if (!recipe || value === null || value === undefined) return null;
      const shown = printing ? printing.apply(recipe) : recipe;
      return shown && printed(value, shown);
    });
    const fits = computed.map((value, index) =>
      value === null
        ? claims[index]!.holds && recipes[index] === null
        : contains(claims[index]!.wanted, value),
    );
    trials.push({ changes, computed, fits });
  }
  return trials;
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

/** Data that cannot decide between two figures give no number. */
function unprintedValue(recipe: Recipe, evaluator: Evaluator): number | null {
  try {
    return evaluator.unprinted(recipe).value;
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

function nearestTo(index: number, reported: number, trials: readonly Trial[]): Trial | null {
  let best: Trial | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const trial of trials) {
    const value = trial.computed[index];
    if (value === null || value === undefined) continue;
    const distance = Math.abs(value - reported);
    if (distance < least) {
      best = trial;
      least = distance;
    }
  }
  return best;
}
