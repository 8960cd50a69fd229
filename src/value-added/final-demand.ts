import { type Answer, answer, ROUNDING, relativeDifference, type SolverOption } from "./answer.ts";
import { checkAsked } from "./asked.ts";
import {
  type Border,
  drawBorder,
  type Exporter,
  exporterName,
  exportsByBorder,
  finalSales,
} from "./border.ts";
import { type Model, modelOf } from "./model.ts";
import { percent, totalExports } from "./origin.ts";
import type { InputOutputTable } from "./tables/table.ts";

export interface FinalDemandOptions extends SolverOption {
  /** Economies or groups whose value added is followed; default: every economy. */
  readonly origins?: readonly Exporter[];
  /** Also by industry of origin; default: no. */
  readonly byIndustry?: boolean;
}

export interface FinalDemandRow {
  readonly origin: string;
  /** All its value added that ends in final demand anywhere, in the table's unit. */
  readonly valueAdded: number;
  /** Absorbed at home (TiVA DXD_DVA). */
  readonly atHome: number;
  /** Absorbed abroad (TiVA FFD_DVA): exports of value added, VAX of Johnson and Noguera (2012). */
  readonly abroad: number;
  /** `abroad` in percent of `valueAdded`; null where there is none. */
  readonly shareAbroad: number | null;
  /** Gross exports of the origin, to set `abroad` against: VAX ratio = abroad / grossExports. */
  readonly grossExports: number;
  readonly absorbedBy: readonly { readonly economy: string; readonly valueAdded: number }[];
  /** By industry of origin and absorbing economy; empty unless asked for. */
  readonly byIndustry: readonly IndustryRow[];
}

interface IndustryRow {
  readonly industry: string;
  readonly economy: string;
  readonly valueAdded: number;
}

export interface FinalDemandAnswer extends Answer {
  readonly rows: readonly FinalDemandRow[];
}

/**
 * Value added by where it is finally absorbed: v_s' (B Y)_sr, the value added of s in the final
 * demand of r (Johnson and Noguera 2012). Computed as w_s' Y_r with (I - A)' w_s = v_s; by industry
 * of origin as v (B Y), with B Y the solution for the final demand of every economy.
 */
export function valueAddedInFinalDemand(
  table: InputOutputTable,
  options: FinalDemandOptions = {},
): FinalDemandAnswer {
  checkAsked("valueAddedInFinalDemand", table, options, { origins: "any", byIndustry: "yes-no" });
  const model = modelOf(table, options.solver);
  const origins = options.origins ?? table.economies;
  const borders = origins.map((origin) => drawBorder(table, origin));
  const n = table.labels.length;
  const width = origins.length;
  const right = new Float64Array(n * width);
  borders.forEach((border, k) => {
    for (const i of border.members[border.exporter]!) {
      right[i * width + k] = model.valueAddedShare[i]!;
    }
  });
  const multipliers = model.system.solve(right, width, { transpose: true });
  const byIndustry =
    options.byIndustry === true
      ? model.system.solve(table.finalDemand, table.economies.length)
      : null;
  const exportsOf = exportsByBorder(table);
  const rows = origins.map((origin, k): FinalDemandRow => {
    const border = borders[k]!;
    const regions = border.regions.length;
    const sales = finalSales(table, border);
    const absorbed = new Float64Array(regions);
    for (let i = 0; i < n; i++) {
      const multiplier = multipliers[i * width + k]!;
      for (let r = 0; r < regions; r++) absorbed[r]! += multiplier * sales[i * regions + r]!;
    }
    const valueAdded = absorbed.reduce((sum, value) => sum + value, 0);
    const atHome = absorbed[border.exporter]!;
    return {
      origin: exporterName(origin),
      valueAdded,
      atHome,
      abroad: valueAdded - atHome,
      shareAbroad: percent(valueAdded - atHome, valueAdded),
      grossExports: totalExports(border, exportsOf(border)),
      absorbedBy: border.regions.map((economy, r) => ({ economy, valueAdded: absorbed[r]! })),
      byIndustry: byIndustry === null ? [] : industryRows(model, border, byIndustry),
    };
  });
  const identities = [];
  if (options.origins === undefined) {
    const demand = table.finalDemand.reduce((sum, value) => sum + value, 0);
    const all = rows.reduce((sum, row) => sum + row.valueAdded, 0);
    const difference = relativeDifference(all, demand);
    identities.push({
      name: "value added of all origins = final demand of the world",
      difference,
      tolerance: ROUNDING,
    });
  }
  return { ...answer(model.system.report, identities, table.warnings), rows };
}

/** v (B Y) of the origin's rows, folded by industry and region. */
function industryRows(model: Model, border: Border, output: Float64Array): IndustryRow[] {
  const { table, valueAddedShare } = model;
  const economies = table.economies.length;
  const regions = border.regions.length;
  const sums = new Float64Array(table.industries.length * regions);
  for (const i of border.members[border.exporter]!) {
    for (let g = 0; g < economies; g++) {
      const to = table.industryOf[i]! * regions + border.regionOfEconomy[g]!;
      sums[to]! += valueAddedShare[i]! * output[i * economies + g]!;
    }
  }
  return Array.from(sums, (valueAdded, at) => ({
    industry: table.industries[Math.floor(at / regions)]!,
    economy: border.regions[at % regions]!,
    valueAdded,
  }));
}
