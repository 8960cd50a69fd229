import { InputError } from "../../errors.ts";
import type { Recipe } from "../recipe.ts";
import type { ClaimSources } from "../sources.ts";
import type { Change } from "./change.ts";

/** The same figure of another vintage: revised since, or not yet revised. */
export function vintageChanges(recipes: readonly Recipe[], sources: ClaimSources): Change[] {
  const names = new Set(recipes.flatMap((recipe) => vintagesOf(recipe, sources)));
  return [...names].map((vintage) => ({
    what: "vintage",
    parameters: { vintage },
    says: `vintage ${vintage}`,
    apply: (recipe) =>
      recipe.metric === null || recipe.vintage === vintage ? null : { ...recipe, vintage },
  }));
}

/** The vintages of the data that answer a recipe. */
export function vintagesOf({ metric, data, product }: Recipe, sources: ClaimSources): string[] {
  if (metric === null) return [];
  try {
    const { vintages = [] } = sources.whole(data).forProduct(product);
    return vintages.map(({ vintage }) => vintage);
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}
