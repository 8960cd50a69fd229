import type { Recipe } from "../recipe.ts";

/** Of the recipes that draw on one dataset, the first: a group may draw on several. */
export function distinctSources(recipes: readonly Recipe[]): readonly Recipe[] {
  const byData = new Map<string, Recipe>();
  for (const recipe of recipes) {
    const id = sourceId(recipe);
    if (!byData.has(id)) byData.set(id, recipe);
  }
  return [...byData.values()];
}

function sourceId({ metric, inTable, data, product }: Recipe): string {
  if (inTable) return `tables of ${inTable.others.table.description.sha256}`;
  return metric === null ? "shares" : `${data}|${product.id}`;
}
