import { InputError } from "../../errors.ts";
import { contains, type Interval } from "../../numbers/interval.ts";
import { type Evaluator, printed } from "../evaluate.ts";
import type { Recipe } from "../recipe.ts";
import { chanceOf } from "./chance.ts";
import type { Change } from "./change.ts";
import { alternativesOf, type Combination } from "./combinations.ts";
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
  /** For each claim, the alternative that comes nearest to it; by chance, so many would as well. */
  readonly nearest: readonly (Alternative | null)[];
  readonly tried: number;
  /** For each claim, how many alternatives would give its number if it were random. */
  readonly expected: readonly number[];
}

/**
 * Searches for one alternative that gives the printed numbers of all claims of a group. Alternatives
 * are ranked by how many claims they reproduce, then by how few changes they need, then by how
 * believable these are, then by chance.
 */
export function searchGroup(claims: readonly SearchedClaim[], evaluator: Evaluator): SearchResult {
  const wrong = claims.filter(({ holds }) => !holds).map(({ recipe }) => recipe);
  const search = new Search(claims);
  for (const combination of alternativesOf(wrong, evaluator.sources)) {
    tryCombination(combination, claims, evaluator, search);
  }
  const { tried, useful, nearest } = search;
  const chances = claims.map(({ reported, wanted }, index) =>
    chanceOf(reported, wanted, search.values[index]!, tried),
  );
  const judge = (trial: Trial) => judged(trial, claims, chances, tried);
  return {
    alternatives: useful.map(judge).sort(byMerit),
    nearest: nearest.map((trial, index) => {
      if (!trial) return null;
      const { reported } = claims[index]!;
      const away = Math.abs(trial.computed[index]! - reported);
      const around = { low: reported - away, high: reported + away };
      const chance = chanceOf(reported, around, search.values[index]!, tried);
      return { ...judge(trial), expectedByChance: tried * chance };
    }),
    tried,
    expected: chances.map((chance) => tried * chance),
  };
}

/** What a search keeps of its trials: those that fit, the nearest, and how the numbers lie. */
class Search {
  tried = 0;
  readonly useful: Trial[] = [];
  readonly nearest: (Trial | null)[];
  /** For each claim, every number that an alternative gives for it. */
  readonly values: number[][];
  readonly #least: number[];

  constructor(readonly claims: readonly SearchedClaim[]) {
    this.nearest = claims.map(() => null);
    this.values = claims.map(() => []);
    this.#least = claims.map(() => Number.POSITIVE_INFINITY);
  }

  add(trial: Trial): void {
    this.tried += 1;
    let fits = false;
    for (const [index, value] of trial.computed.entries()) {
      if (value === null) continue;
      this.values[index]!.push(value);
      if (trial.fits[index]) fits = true;
      const distance = Math.abs(value - this.claims[index]!.reported);
      if (distance < this.#least[index]!) {
        this.#least[index] = distance;
        this.nearest[index] = trial;
      }
    }
    if (fits) this.useful.push(trial);
  }
}

/** Tries one change of figures with each change of printing. */
function tryCombination(
  { figures, printings }: Combination,
  claims: readonly SearchedClaim[],
  evaluator: Evaluator,
  search: Search,
): void {
  const recipes = claims.map(({ recipe }) => applyAll(figures, recipe));
  const touched = recipes.some((recipe, index) => recipe !== null && !claims[index]!.holds);
  if (!touched) return;
  const raw = recipes.map((recipe) => (recipe ? unprintedValue(recipe, evaluator) : null));
  if (raw.every((value) => value === null)) return;
  for (const printing of printings) {
    const changes = printing ? [...figures, printing] : figures;
    if (changes.length === 0) continue;
    const computed = recipes.map((recipe, index) => {
      const value = raw[index]!;
      if (!recipe || value === null) return null;
      const shown = printing ? printing.reprint(recipe) : recipe.printing;
      return shown && finite(printed(value, recipe.metric, shown));
    });
    const fits = computed.map((value, index) =>
      value === null
        ? claims[index]!.holds && recipes[index] === null
        : contains(claims[index]!.wanted, value),
    );
    search.add({ changes, computed, fits });
  }
}

/** Nothing upside down has no bounds. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** The recipe after all changes, or null where one of them does not touch it. */
export function applyAll(changes: readonly Change[], recipe: Recipe): Recipe | null {
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
