import { InputError } from "../errors.ts";
import type { Evaluator } from "./evaluate.ts";
import { referencesOf } from "./file/read.ts";
import type { Claim, ClaimFile } from "./file/schema.ts";
import { recipeOf } from "./recipe.ts";
import type { ClaimFigure } from "./report.ts";
import { readReported } from "./reported.ts";

/** The figures behind every check of a claim: those of its data, then those of its formulas. */
export function figuresBehind(claim: Claim, file: ClaimFile, evaluator: Evaluator): ClaimFigure[] {
  return [...figuresOfData(claim, evaluator), ...figuresOfFormulas(claim, file)];
}

function figuresOfData({ compute }: Claim, evaluator: Evaluator): ClaimFigure[] {
  if (!compute) return [];
  const { definitions, ...shared } = compute;
  const figures = (definitions ?? [{}]).flatMap((definition) =>
    computable(() =>
      evaluator.figuresOf(recipeOf({ ...shared, ...definition }, evaluator.sources)),
    ),
  );
  return distinct(figures);
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
