import { type Answer, answer, ROUNDING, relativeDifference, type SolverOption } from "./answer.ts";
import { checkAsked } from "./asked.ts";
import { drawBorder, grossExports } from "./border.ts";
import { modelOf } from "./model.ts";
import { DomesticBlocks } from "./solve/domestic-blocks.ts";
import type { InputOutputTable } from "./tables/table.ts";

export interface AdvantageRow {
  readonly exporter: string;
  readonly industry: string;
  /** Gross exports of the industry, in the table's unit. */
  readonly grossExports: number;
  /** Value added by the industry in all exports of its economy, its own and those of others. */
  readonly valueAdded: number;
  /** Balassa's index of gross exports; null where the economy or the world exports none. */
  readonly gross: number | null;
  /** The same index of value added; null likewise. */
  readonly inValueAdded: number | null;
}

export interface AdvantageAnswer extends Answer {
  readonly rows: readonly AdvantageRow[];
}

/**
 * Revealed comparative advantage (Balassa 1965) of each industry of each economy, of gross exports
 * and of value added: the share of the industry in the economy's exports over its share in the
 * world's. In value added, the exports of industry i are the domestic value added that i contributes
 * to the exports of all industries at home, v_i (L_ss E_s)_i, counted once (Koopman, Wang and Wei
 * 2014, section V; Wang, Wei and Zhu 2013, equation 39): an industry that sells to exporters counts,
 * what exporters buy abroad does not.
 */
export function revealedAdvantage(
  table: InputOutputTable,
  options: SolverOption = {},
): AdvantageAnswer {
  checkAsked("revealedAdvantage", table, options, {});
  const model = modelOf(table, options.solver);
  const border = drawBorder(table);
  const regions = border.regions.length;
  const industries = table.industries.length;
  const allExports = grossExports(table, border);
  const exports = new Float64Array(table.labels.length);
  exports.forEach((_, i) => {
    for (let r = 0; r < regions; r++) exports[i]! += allExports[i * regions + r]!;
  });
  const needed = exports.slice();
  const blocks = new DomesticBlocks(table.flows, model.system.inverseOutput, [...border.members]);
  blocks.solve(needed, 1, false);
  const gross = new Float64Array(regions * industries);
  const added = new Float64Array(regions * industries);
  border.regionOf.forEach((region, i) => {
    const at = region * industries + table.industryOf[i]!;
    gross[at]! += exports[i]!;
    added[at]! += model.valueAddedShare[i]! * needed[i]!;
  });
  const grossIndex = balassa(gross, industries);
  const addedIndex = balassa(added, industries);
  const rows = table.economies.flatMap((exporter, s) =>
    table.industries.map((industry, i) => ({
      exporter,
      industry,
      grossExports: gross[s * industries + i]!,
      valueAdded: added[s * industries + i]!,
      gross: grossIndex[s * industries + i]!,
      inValueAdded: addedIndex[s * industries + i]!,
    })),
  );
  const identities = [
    {
      name: "the index of the world is 1 in every industry",
      difference: Math.max(
        farthestFromOne(gross, grossIndex, industries),
        farthestFromOne(added, addedIndex, industries),
      ),
      tolerance: ROUNDING,
    },
  ];
  return { ...answer(model.system.report, identities, table.warnings), rows };
}

/** (x_si / x_s*) / (x_*i / x_**), null where a whole is not positive. */
function balassa(amounts: Float64Array, industries: number): (number | null)[] {
  const { byEconomy, byIndustry, all } = wholes(amounts, industries);
  return Array.from(amounts, (amount, at) => {
    const economy = byEconomy[Math.floor(at / industries)]!;
    const industry = byIndustry[at % industries]!;
    return economy > 0 && industry > 0 && all > 0 ? amount / economy / (industry / all) : null;
  });
}

/** Weighted by the shares of economies in the world, the index of each industry sums to 1. */
function farthestFromOne(
  amounts: Float64Array,
  index: readonly (number | null)[],
  industries: number,
): number {
  const { byEconomy, byIndustry, all } = wholes(amounts, industries);
  let worst = 0;
  byIndustry.forEach((whole, i) => {
    if (!(whole > 0)) return;
    let sum = 0;
    byEconomy.forEach((economy, s) => {
      sum += (economy / all) * (index[s * industries + i] ?? 0);
    });
    worst = Math.max(worst, relativeDifference(sum, 1));
  });
  return worst;
}

function wholes(amounts: Float64Array, industries: number) {
  const byEconomy = new Float64Array(amounts.length / industries);
  const byIndustry = new Float64Array(industries);
  let all = 0;
  amounts.forEach((amount, at) => {
    byEconomy[Math.floor(at / industries)]! += amount;
    byIndustry[at % industries]! += amount;
    all += amount;
  });
  return { byEconomy, byIndustry, all };
}
