import type { Measure } from "../../metrics/cell.ts";
import { yearOf, yearPeriod } from "../../records/period.ts";
import type { Rank, Recipe } from "../recipe.ts";
import type { Change } from "./change.ts";
import { nearness } from "./periods.ts";

const AROUND = [-1, 1, -2, 2];
const MEASURES: readonly Measure[] = ["exports", "imports", "balance", "total"];

type RankOf = Recipe & { readonly rank: Rank };

/** Other ranks: by another column or flow, from the other end, of a year before or after. */
export function rankChanges(recipes: readonly Recipe[]): Change[] {
  const ranks = recipes.filter((recipe): recipe is RankOf => recipe.rank !== null);
  if (ranks.length === 0) return [];
  return [...byOthers(ranks), ...ofOtherYears(ranks), otherEnd];
}

const otherEnd: Change = {
  what: "mistaken",
  parameters: { first: "reversed" },
  says: "counted from the other end",
  apply: (recipe) =>
    recipe.rank && {
      ...recipe,
      rank: { ...recipe.rank, first: recipe.rank.first === "largest" ? "smallest" : "largest" },
    },
};

function byOthers(ranks: readonly RankOf[]): Change[] {
  const columns = new Set(ranks.flatMap((recipe) => columnsOf(recipe)));
  const byColumn = [...columns].map(
    (by): Change => ({
      ...{ what: "measure", parameters: { by }, says: `by ${by} instead` },
      apply: (recipe) =>
        recipe.rank && columnsOf(recipe).includes(by) && recipe.rank.by !== by
          ? { ...recipe, rank: { ...recipe.rank, by, first: firstBy(by) } }
          : null,
    }),
  );
  if (!ranks.some(({ metric }) => metric?.asks.of)) return byColumn;
  const byFlow = MEASURES.map(
    (of): Change => ({
      ...{ what: "measure", parameters: { of }, says: `by ${of} instead` },
      apply: (recipe) =>
        recipe.rank && recipe.metric?.asks.of && recipe.of !== of ? { ...recipe, of } : null,
    }),
  );
  return [...byColumn, ...byFlow];
}

/** The largest flow comes first, and of balances the largest deficit. */
function firstBy(by: string): Rank["first"] {
  return by === "balance" ? "smallest" : "largest";
}

/** The columns in money of the rows of a metric. */
function columnsOf({ metric }: Recipe): string[] {
  if (!metric || metric.asks.of) return [];
  return [...metric.inputs, ...metric.derived]
    .filter(({ unit }) => unit === "USD")
    .map(({ name }) => name);
}

function ofOtherYears(ranks: readonly RankOf[]): Change[] {
  const years = new Set(ranks.map(({ period }) => yearOf(period)));
  return [...years].flatMap((year) =>
    AROUND.map((by): Change => {
      const period = yearPeriod(year + by);
      return {
        what: "year",
        parameters: { period: period.label },
        says: `period ${period.label} instead of ${year}`,
        weight: nearness(Math.abs(by)),
        apply: (recipe) =>
          recipe.rank && recipe.period.label === String(year) ? { ...recipe, period } : null,
      };
    }),
  );
}
