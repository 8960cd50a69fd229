import type { Recipe } from "../recipe.ts";
import type { ClaimSources } from "../sources.ts";
import { vintagesOf } from "../vintages.ts";
import type { Change } from "./change.ts";

/** The same figure of another vintage: revised since, or not yet revised. */
export function vintageChanges(recipes: readonly Recipe[], sources: ClaimSources): Change[] {
  const names = new Set(recipes.flatMap((recipe) => vintagesOf(recipe, sources)));
  return [...names].map((vintage) => ({
    what: "vintage",
    parameters: { vintage },
    says: `vintage ${vintage}`,
    apply: (recipe) =>
      recipe.inTable || recipe.vintage === vintage ? null : { ...recipe, vintage },
  }));
}
