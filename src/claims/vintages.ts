import { InputError } from "../errors.ts";
import { contains, pointInterval } from "../numbers/interval.ts";
import type { OpenDatasets } from "../sources/dataset.ts";
import { anyVintage, withVintages } from "../sources/vintages.ts";
import type { Evaluator } from "./evaluate.ts";
import type { ClaimFile, Comparator } from "./file/schema.ts";
import type { Recipe } from "./recipe.ts";
import type { ReportedNumber } from "./reported.ts";
import type { ClaimSources } from "./sources.ts";
import { type Check, judge, undecided } from "./verdict.ts";

/** In a recipe: the newest vintage of each figure, whatever the report pins. */
const NEWEST = "newest";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Which vintages a report knew: the one that it pins, or what had been released on its day. A date
 * without a day chooses none.
 */
export function knownThen({ report }: ClaimFile) {
  const { vintage, asOf, date } = report;
  if (vintage !== undefined) return { vintage, asOf: null, lenient: true };
  const day = asOf ?? (DAY.test(date) ? date : null);
  return { vintage: null, asOf: day, lenient: true };
}

/** The datasets with one vintage of those that a recipe asks for. */
export function ofVintage(datasets: OpenDatasets, vintage: string): OpenDatasets {
  const wish = vintage === NEWEST ? anyVintage : { vintage, asOf: null };
  return {
    forProduct: (product) => withVintages(datasets.forProduct(product), wish),
    withProducts: (system) => withVintages(datasets.withProducts(system), wish),
  };
}

/** A recipe of one vintage, with what it is compared with. */
export function withVintage(recipe: Recipe, vintage: string): Recipe {
  const { than } = recipe;
  if (!than) return { ...recipe, vintage };
  return { ...recipe, vintage, than: { ...than, recipe: withVintage(than.recipe, vintage) } };
}

/** The names of the vintages of the dataset that a recipe asks, newest first. */
export function vintagesOf(recipe: Recipe, sources: ClaimSources): string[] {
  if (recipe.metric === null) return recipe.inTable ? [] : [...sources.shareEditions.names];
  try {
    const { vintages = [] } = sources.whole(recipe.data).forProduct(recipe.product);
    return vintages.map(({ vintage }) => vintage);
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}

/**
 * The vintage that gives a printed number which the newest does not, of a report that names neither a
 * vintage nor the day on which it was written; null where none does.
 */
export function servingVintage(
  recipe: Recipe,
  reported: ReportedNumber,
  comparator: Comparator,
  evaluator: Evaluator,
): { readonly check: Check; readonly recipe: Recipe } | null {
  if (!evaluator.sources.triesVintages || recipe.vintage) return null;
  for (const vintage of vintagesOf(recipe, evaluator.sources)) {
    const value = numberOf(withVintage(recipe, vintage), evaluator);
    if (value === null) continue;
    const computed = { value, interval: pointInterval(value) };
    const check = judge("data", reported, computed, comparator);
    if (check.verdict === "reproduced") {
      return {
        check: { ...check, note: `by vintage ${vintage}` },
        recipe: withVintage(recipe, vintage),
      };
    }
  }
  return null;
}

/** So far a revision seldom takes a figure. */
const REVISED = 0.02;

/** Of a figure that the data of a report's day do not have, what was released later; null where nothing was. */
export function laterVintage(
  recipe: Recipe,
  reported: ReportedNumber,
  comparator: Comparator,
  evaluator: Evaluator,
): { readonly check: Check; readonly recipe: Recipe } | null {
  if (evaluator.sources.triesVintages || recipe.vintage || recipe.metric === null) return null;
  const newest = withVintage(recipe, NEWEST);
  const value = numberOf(newest, evaluator);
  if (value === null) return null;
  const check = judge("data", reported, { value, interval: pointInterval(value) }, comparator);
  const note = "by data released later: those that the report could know have none";
  const isNear = Math.abs(value - reported.value) < Math.abs(value) * REVISED;
  if (check.verdict === "mismatch" && isNear) {
    return {
      check: undecided(
        "data",
        "not-checkable",
        "data that the report could know: later ones differ little",
      ),
      recipe: newest,
    };
  }
  return { check: { ...check, note }, recipe: newest };
}

/** A number that was right when it was printed, and what it has become since. */
export interface Revised {
  readonly computed: number;
  /** The datasets with the vintages that say so. */
  readonly data: readonly string[];
}

/** What the newest vintages make of a number that is reproduced; null where it stands. */
export function revisedSince(
  recipe: Recipe | null,
  reported: ReportedNumber,
  check: Check,
  evaluator: Evaluator,
): Revised | null {
  if (recipe === null || recipe.metric === null || check.verdict !== "reproduced") return null;
  const newest = withVintage(recipe, NEWEST);
  const computed = numberOf(newest, evaluator);
  if (computed === null || computed === check.computed) return null;
  return stands(reported, computed) ? null : { computed, data: evaluator.besideDataOf(newest) };
}

/** Whether a number is still the printed one; of a bound or a direction, whether it still holds. */
function stands({ rounding, holds }: ReportedNumber, computed: number): boolean {
  const open = !Number.isFinite(holds.low) || !Number.isFinite(holds.high);
  return contains(open ? holds : rounding, computed);
}

function numberOf(recipe: Recipe, evaluator: Evaluator): number | null {
  try {
    return evaluator.evaluate(recipe).value;
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}
