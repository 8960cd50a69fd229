import { InputError } from "../../errors.ts";
import { contains } from "../../numbers/interval.ts";
import type { Evaluator } from "../evaluate.ts";
import { printed } from "../printing.ts";
import type { Recipe } from "../recipe.ts";
import { chanceOf } from "./chance.ts";
import { type Change, type PrintedDigits, type PrintingChange, UNKNOWN } from "./change.ts";
import { type Alternatives, alternativesOf, type Combination, isLong } from "./combinations.ts";
import { searchedValue } from "./comparisons.ts";
import {
  type Alternative,
  type Evidence,
  expectedByChance,
  type Trial,
  weightOf,
} from "./merit.ts";

/** A claim of a group: what the report prints, and how it was to be computed. */
export interface SearchedClaim extends Evidence, PrintedDigits {
  readonly id: string;
  readonly recipe: Recipe;
}

export interface SearchResult {
  /** Alternatives that reproduce at least one wrong claim, the likeliest for the group first. */
  readonly alternatives: readonly Alternative[];
  /** For each claim, those that reproduce it, the likeliest for this claim alone first. */
  readonly alone: readonly (readonly Alternative[])[];
  readonly tried: number;
}

/**
 * Searches for one alternative that gives the printed numbers of all claims of a group. Alternatives
 * are ranked by how likely the slip is, times how much better it fits than chance does. A change that
 * alone changes nothing is not tried with another; one that alone gives nothing, only with definitions.
 */
export function searchGroup(claims: readonly SearchedClaim[], evaluator: Evaluator): SearchResult {
  const wrong = claims.filter(({ holds }) => !holds).map(({ recipe }) => recipe);
  const search = new Search(claims);
  const alternatives = alternativesOf(wrong, evaluator.sources);
  const asStated = claims.map(({ recipe }) => unprintedValue(recipe, evaluator));
  const effects = new Map<Change, Effect>();
  for (const combination of alternatives.combinations) {
    const { figures } = combination;
    if (figures.length > 1 && isInVain(figures, effects)) continue;
    const raw = tryCombination(combination, alternatives, claims, evaluator, search);
    if (figures.length === 1) effects.set(figures[0]!, effectOf(raw, asStated));
  }
  return search.result();
}

/** What a change does alone: other numbers, the same, or none, because the data have none. */
type Effect = "others" | "same" | "none";

function effectOf(
  raw: readonly (number | null)[] | null,
  asStated: readonly (number | null)[],
): Effect {
  if (!raw || raw.every((value) => value === null)) return "none";
  return raw.some((value, at) => value !== null && value !== asStated[at]) ? "others" : "same";
}

/** Two definitions may have a number where each alone has none, but not in another period. */
function isInVain(figures: readonly Change[], effects: ReadonlyMap<Change, Effect>): boolean {
  const own = figures.map((one) => effects.get(one));
  if (own.includes("same")) return true;
  return own.includes("none") && figures.some(({ what }) => isLong(what));
}

/** What a search keeps of its trials: those that fit, and how the numbers lie. */
export class Search {
  tried = 0;
  readonly useful: Trial[] = [];
  /** For each claim, every number that an alternative gives for it. */
  readonly values: number[][];

  constructor(readonly claims: readonly Evidence[]) {
    this.values = claims.map(() => []);
  }

  add(trial: Trial): void {
    this.tried += 1;
    let fits = false;
    for (const [index, value] of trial.computed.entries()) {
      if (value === null) continue;
      this.values[index]!.push(value);
      if (trial.fits[index] && !this.claims[index]!.holds) fits = true;
    }
    if (fits) this.useful.push(trial);
  }

  result(): SearchResult {
    const { claims, tried, useful } = this;
    const chances = claims.map(({ reported, wanted }, index) =>
      chanceOf(reported, wanted, this.values[index]!, tried),
    );
    const ranked = (trials: readonly Trial[], only: number | null): Alternative[] => {
      const weighed = trials.map((trial) => ({ trial, weight: weightOf(trial, claims, only) }));
      const all = weighed.reduce((sum, { weight }) => sum + weight, UNKNOWN);
      return weighed
        .sort((a, b) => b.weight - a.weight)
        .map(({ trial, weight }) => ({
          ...trial,
          reproduced: trial.fits.filter((fit) => fit).length,
          expectedByChance: expectedByChance(trial, chances, tried),
          confidence: weight / all,
        }));
    };
    return {
      alternatives: ranked(useful, null),
      alone: claims.map((_, index) =>
        ranked(
          useful.filter(({ fits, computed }) => fits[index] && computed[index] !== null),
          index,
        ),
      ),
      tried,
    };
  }
}

/** Tries one change of figures with each change of printing; the figures that it gives, if any. */
function tryCombination(
  { figures, printings }: Combination,
  { priorOf }: Alternatives,
  claims: readonly SearchedClaim[],
  evaluator: Evaluator,
  search: Search,
): readonly (number | null)[] | null {
  const recipes = claims.map(({ recipe }) => applyAll(figures, recipe));
  const touched = recipes.some((recipe, index) => recipe !== null && !claims[index]!.holds);
  if (!touched) return null;
  const raw = recipes.map((recipe) => (recipe ? unprintedValue(recipe, evaluator) : null));
  if (raw.every((value) => value === null)) return null;
  for (const printing of printings) {
    const changes = printing ? [...figures, printing] : figures;
    if (changes.length === 0) continue;
    const computed = recipes.map((recipe, index) => {
      const value = raw[index]!;
      if (!recipe || value === null) return null;
      return finite(reprinted(value, recipe, printing, claims[index]!));
    });
    const fits = computed.map((value, index) =>
      value === null
        ? claims[index]!.holds && recipes[index] === null
        : contains(claims[index]!.wanted, value),
    );
    search.add({ changes, prior: priorOf(changes), computed, fits });
  }
  return raw;
}

function reprinted(
  value: number,
  recipe: Recipe,
  printing: PrintingChange | null,
  digits: PrintedDigits,
): number | null {
  const shown = printing?.reprint ? printing.reprint(recipe) : recipe.printing;
  if (shown === null) return null;
  // A figure that is compared with another is computed as it is printed.
  const own = recipe.than ? value : printed(value, recipe, shown);
  return printing?.rewrite ? printing.rewrite(own, digits) : own;
}

/** The reciprocal of nothing has no bounds. */
function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
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
    return searchedValue(recipe, evaluator);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}
