import type { Evaluator } from "../evaluate.ts";
import { compared, printed } from "../printing.ts";
import type { Comparison, Recipe } from "../recipe.ts";
import type { Change } from "./change.ts";

/** A change made of whichever figure of a comparison it touches: of both where they share what it changes. */
export function ofEither(change: Change): Change {
  return {
    ...change,
    apply(recipe) {
      const { than } = recipe;
      if (!than) return change.apply(recipe);
      const own = { ...recipe, than: null };
      const [one, other] = [change.apply(own), change.apply(than.recipe)];
      if ((!one && !other) || one?.than) return null;
      return { ...(one ?? own), than: { ...than, recipe: other ?? than.recipe } };
    },
  };
}

const NAMES: Readonly<Record<Comparison["as"], string>> = {
  difference: "the difference",
  times: "how many times as much",
  percent: "how much more in percent",
  "percent-of": "the first in percent of the second",
  "percent-over-first": "the difference in percent of the first",
};

/** What authors print in place of a comparison: the other way round, compared otherwise, one figure. */
export function comparisonChanges(recipes: readonly Recipe[]): Change[] {
  const all = recipes.flatMap(({ than }) => than ?? []);
  if (all.length === 0) return [];
  const used = new Set(all.map(({ as }) => as));
  const ways = (Object.keys(NAMES) as Comparison["as"][]).flatMap((as): Change[] =>
    [...used]
      .filter((one) => one !== as)
      .map((one) => ({
        ...of({ comparedBy: as }, `${NAMES[as]} in place of ${NAMES[one]}`),
        apply: (recipe) =>
          recipe.than?.as === one ? { ...recipe, than: { ...recipe.than, as } } : null,
      })),
  );
  return [
    ...ways,
    {
      ...of({ compared: "the other way round" }, "the second figure compared with the first"),
      apply(recipe) {
        const { than } = recipe;
        if (!than) return null;
        return { ...than.recipe, than: { ...than, recipe: { ...recipe, than: null } } };
      },
    },
    {
      ...of({ compared: "the first alone" }, "the first figure alone, not compared"),
      apply: (recipe) => (recipe.than ? { ...recipe, than: null } : null),
    },
    {
      ...of({ compared: "the second alone" }, "the second figure alone"),
      apply: (recipe) => recipe.than?.recipe ?? null,
    },
  ];
}

function of(
  parameters: Change["parameters"],
  says: string,
): Pick<Change, "what" | "parameters" | "says"> {
  return { what: "mistaken", parameters, says };
}

/** The number that a search looks at: unprinted, but of a comparison of two printed figures. */
export function searchedValue(recipe: Recipe, evaluator: Evaluator): number | null {
  const own = evaluator.value(recipe);
  const { than, printing } = recipe;
  if (own === null || !than) return own;
  const other = searchedValue(than.recipe, evaluator);
  if (other === null) return null;
  const second = than.recipe.than ? other : printed(other, than.recipe, than.recipe.printing);
  return compared(printed(own, recipe, printing), second, than.as).value;
}
