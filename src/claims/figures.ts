import { InputError } from "../errors.ts";
import type { Evaluator } from "./evaluate.ts";
import { referencesOf } from "./file/read.ts";
import type { Claim, ClaimFile } from "./file/schema.ts";
import type { ClaimRecipes } from "./recipes.ts";
import type { ClaimFigure } from "./report.ts";
import { readReported } from "./reported.ts";

/** The figures behind every check of a claim: those of its data, then those of its formulas. */
export function figuresBehind(
  claim: Claim,
  recipes: ClaimRecipes | undefined,
  file: ClaimFile,
  evaluator: Evaluator,
): ClaimFigure[] {
  return [...figuresOfData(recipes, evaluator), ...figuresOfFormulas(claim, file)];
}

function figuresOfData(recipes: ClaimRecipes | undefined, evaluator: Evaluator): ClaimFigure[] {
  if (!recipes) return [];
  const { main, definitions } = recipes;
  const all = definitions.length > 0 ? definitions.map(({ recipe }) => recipe) : [main];
  return distinct(all.flatMap((recipe) => computable(() => evaluator.figuresOf(recipe))));
}

/** A claim that cannot be computed has no figures; its check says why. */
function computable(figures: () => ClaimFigure[]): ClaimFigure[] {
  try {
    return figures();
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}

function distinct(figures: readonly ClaimFigure[]): ClaimFigure[] {
  return [...new Map(figures.map((figure) => [JSON.stringify(figure), figure])).values()];
}

function figuresOfFormulas(claim: Claim, file: ClaimFile): ClaimFigure[] {
  return [...new Set(referencesOf(claim).map(([, name]) => name))].flatMap((id): ClaimFigure[] => {
    const fact = file.facts.find((one) => one.id === id);
    const other = file.claims.find((one) => one.id === id);
    const named = fact ?? other;
    if (!named) return [];
    const { says, unit, scale } = named;
    const { value } = readReported({
      id,
      reported: fact ? fact.value : other!.reported,
      scale,
      comparator: "=",
    });
    return [
      {
        name: says,
        partner: null,
        product: null,
        period: null,
        value,
        unit,
        source: fact ? fact.source : `printed in the report (${id})`,
      },
    ];
  });
}
