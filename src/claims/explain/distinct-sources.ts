import type { Recipe } from "../recipe.ts";

/** Of the recipes that draw on one dataset, the first: a group may draw on several. */
export function distinctSources(recipes: readonly Recipe[]): readonly Recipe[] {
  const byData = new Map<string, Recipe>();
  for (const recipe of recipes) {
    const id = recipe.metric === null ? "shares" : `${recipe.data}|${recipe.product.id}`;
    if (!byData.has(id)) byData.set(id, recipe);
  }
  return [...byData.values()];
}
