import { InputError } from "../errors.ts";
import { ComputeError } from "./compute-error.ts";
import { type Places, Problems } from "./file/problems.ts";
import type { PlaceOf } from "./file/read.ts";
import type { Claim, ClaimFile } from "./file/schema.ts";
import { pricesProblem } from "./guards/prices.ts";
import { subjectProblem } from "./guards/subject.ts";
import { unitProblem } from "./guards/units.ts";
import { orientationOf, wordsProblem } from "./guards/words.ts";
import type { Recipe } from "./recipe.ts";
import { recipeOf } from "./recipe-of.ts";
import type { ClaimSources } from "./sources.ts";
import { ofVintage, withVintage } from "./vintages.ts";

/** How the number of one claim is computed from data. */
export interface ClaimRecipes {
  readonly main: Recipe;
  /** The same under each definition that the claim names; empty where it names none. */
  readonly definitions: readonly { readonly name: string; readonly recipe: Recipe }[];
}

/**
 * The recipes of all claims that are computed from data, by their ids; made and held against the
 * claims before anything is computed, so that a claim file that cannot be understood gives no verdict
 * at all.
 * @throws InputError that names line, claim and key of everything that is wrong.
 */
export function recipesOf(
  file: ClaimFile,
  sources: ClaimSources,
  place: PlaceOf,
  lineOf: Places["lineOf"] = () => null,
): ReadonlyMap<string, ClaimRecipes> {
  const problems = new Problems({ place, lineOf });
  const recipes = makeRecipes(file, sources, problems);
  problems.throwIfAny();
  return recipes;
}

/** The recipes of the claims that can be understood; what is wrong with the others is added. */
export function makeRecipes(
  { claims }: ClaimFile,
  sources: ClaimSources,
  problems: Problems,
): Map<string, ClaimRecipes> {
  const recipes = new Map<string, ClaimRecipes>();
  for (const [index, claim] of claims.entries()) {
    const { id, compute, vintage } = claim;
    if (!compute) continue;
    const path = ["claims", index, "compute"];
    const { definitions = [], ...own } = compute;
    const pinned = (recipe: Recipe | null): Recipe | null => {
      if (!recipe || vintage === undefined) return recipe;
      const at = ["claims", index, "vintage"];
      return hasVintage(recipe, vintage, sources, (message, hint) =>
        problems.add(at, `${id}: ${message}`, hint),
      )
        ? withVintage(recipe, vintage)
        : null;
    };
    const made = (at: PropertyKey[], words: typeof own) =>
      pinned(checked(claim, at, problems, () => recipeOf(words, sources)));
    const main = made(path, own);
    const others = definitions.map((definition, number) => ({
      name: Object.entries(definition)
        .map(([key, text]) => `${key} ${text}`)
        .join(", "),
      recipe: made([...path, "definitions", number], { ...own, ...definition }),
    }));
    if (!main) continue;
    const understood = others.flatMap(({ name, recipe }) => (recipe ? [{ name, recipe }] : []));
    recipes.set(id, { main, definitions: understood });
  }
  return recipes;
}

/** Whether the data of a recipe have a vintage; what is wrong is told where they do not. */
function hasVintage(
  { metric, data, product, inTable, period }: Recipe,
  vintage: string,
  sources: ClaimSources,
  tell: (message: string, hint: string | null) => void,
): boolean {
  if (inTable) {
    const table = inTable.descriptionOf(period);
    if (table.vintage === vintage) return true;
    tell(`vintage: ${table.id} is of ${table.vintage ?? "no vintage that it states"}`, null);
    return false;
  }
  if (metric === null) {
    const { shares, shareEditions } = sources;
    if (shareEditions.of(vintage)) return true;
    const has = shareEditions.names.join(", ");
    tell(`vintage: ${shares.description.id} has no vintage ${vintage} (it has ${has})`, null);
    return false;
  }
  try {
    ofVintage(sources.whole(data), vintage).forProduct(product);
    return true;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    tell(error.message, error.hint);
    return false;
  }
}

/** A recipe that fits its claim, counted in the direction in which the claim prints its number. */
function checked(
  claim: Claim,
  path: readonly PropertyKey[],
  problems: Problems,
  make: () => Recipe,
): Recipe | null {
  try {
    const recipe = make();
    const message =
      unitProblem(claim, recipe) ??
      wordsProblem(claim, recipe) ??
      pricesProblem(claim, recipe) ??
      subjectProblem(claim, recipe);
    if (message !== null) {
      const key = /^(?:compute\.)?(\w+): /.exec(message)![1]!;
      const at = message.startsWith("compute.") ? [...path, key] : [...path.slice(0, 2), key];
      problems.add(at, `${claim.id}: ${message}`);
    }
    const { negated } = orientationOf(claim, recipe);
    return negated ? { ...recipe, printing: { ...recipe.printing, negated } } : recipe;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const key = error instanceof ComputeError ? [error.key] : [];
    problems.add([...path, ...key], `${claim.id}: ${error.message}`, error.hint);
    return null;
  }
}
