import { InputError } from "../errors.ts";
import type { PlaceOf } from "./file/read.ts";
import type { ClaimFile } from "./file/schema.ts";
import { ComputeError, type Recipe, recipeOf } from "./recipe.ts";
import type { ClaimSources } from "./sources.ts";
import { ofVintage } from "./vintages.ts";

/** How the number of one claim is computed from data. */
export interface ClaimRecipes {
  readonly main: Recipe;
  /** The same under each definition that the claim names; empty where it names none. */
  readonly definitions: readonly { readonly name: string; readonly recipe: Recipe }[];
}

/**
 * The recipes of all claims that are computed from data, by their ids; made before anything is
 * computed, so that a claim file that cannot be understood gives no verdict at all.
 * @throws InputError that names line, claim and key.
 */
export function recipesOf(
  { claims }: ClaimFile,
  sources: ClaimSources,
  place: PlaceOf,
): ReadonlyMap<string, ClaimRecipes> {
  const recipes = new Map<string, ClaimRecipes>();
  for (const [index, { id, compute, vintage }] of claims.entries()) {
    if (!compute) continue;
    const pinned = (recipe: Recipe): Recipe => {
      if (vintage === undefined) return recipe;
      placed(id, ["claims", index, "vintage"], place, () =>
        ofVintage(sources.whole(recipe.data), vintage).forProduct(recipe.product),
      );
      return { ...recipe, vintage };
    };
    const path = ["claims", index, "compute"];
    const { definitions = [], ...own } = compute;
    recipes.set(id, {
      main: pinned(placed(id, path, place, () => recipeOf(own, sources))),
      definitions: definitions.map((definition, number) => ({
        name: Object.entries(definition)
          .map(([key, text]) => `${key} ${text}`)
          .join(", "),
        recipe: pinned(
          placed(id, [...path, "definitions", number], place, () =>
            recipeOf({ ...own, ...definition }, sources),
          ),
        ),
      })),
    });
  }
  return recipes;
}

function placed<T>(id: string, path: readonly PropertyKey[], place: PlaceOf, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const key = error instanceof ComputeError ? [error.key] : [];
    throw new InputError(`${place([...path, ...key])}: ${id}: ${error.message}`, error.hint);
  }
}
