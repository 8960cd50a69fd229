import { type Answer, answer, relativeDifference, type SolverOption } from "./answer.ts";
import { checkAsked } from "./asked.ts";
import { type Border, drawBorder, type Exporter, exporterName, exportsByBorder } from "./border.ts";
import { type Model, modelOf } from "./model.ts";
import { BALANCE_TOLERANCE } from "./tables/check.ts";
import type { InputOutputTable } from "./tables/table.ts";

export interface BalanceOptions extends SolverOption {
  /** Economies or groups whose balance it is; default: every economy. */
  readonly reporters?: readonly Exporter[];
}

/** Trade of one economy with another, gross and in value added, in the table's unit. */
export interface BalanceRow {
  readonly reporter: string;
  readonly partner: string;
  readonly exports: number;
  readonly imports: number;
  /** exports - imports; negative for a deficit. */
  readonly grossBalance: number;
  /** Value added of the reporter in the partner's final demand: VAX. */
  readonly valueAddedExports: number;
  /** Value added of the partner in the reporter's final demand. */
  readonly valueAddedImports: number;
  /** valueAddedExports - valueAddedImports; negative for a deficit. */
  readonly valueAddedBalance: number;
}

export interface BalanceAnswer extends Answer {
  readonly rows: readonly BalanceRow[];
}

/**
 * The balance with each partner, gross and in value added (Johnson and Noguera 2012). Gross: E_sr
 * less E_rs. In value added: v_s' (B Y)_sr less v_r' (B Y)_rs, where value added counts as exported
 * to the economy whose final demand absorbs it, by whatever route. With one partner the two
 * differ; over all partners they are the same, output less domestic absorption.
 *
 * Computed without B: (I - A)' w_s = v_s gives the exports w_s' Y_r, and (I - A) x = Y_s the
 * imports, v x summed over the rows of each partner.
 *
 * Source: Johnson and Noguera (2012), Journal of International Economics 86(2), 224-236.
 */
export function valueAddedBalance(
  table: InputOutputTable,
  options: BalanceOptions = {},
): BalanceAnswer {
  checkAsked("valueAddedBalance", table, options, { reporters: "any" });
  const model = modelOf(table, options.solver);
  const reporters = options.reporters ?? table.economies;
  const borders = reporters.map((reporter) => drawBorder(table, reporter));
  const multipliers = multipliersOf(model, borders);
  const outputs = outputsFor(model, borders);
  const exportsOf = exportsByBorder(table);
  let worst = 0;
  const rows = reporters.flatMap((reporter, k) => {
    const border = borders[k]!;
    const gross = grossFlows(border, exportsOf(border));
    const added = valueAddedFlows(model, border, {
      multipliers,
      outputs,
      k,
      width: borders.length,
    });
    const balances = { gross: 0, added: 0, exports: 0 };
    const own: BalanceRow[] = [];
    border.regions.forEach((partner, r) => {
      if (r === border.exporter) return;
      const grossBalance = gross.exports[r]! - gross.imports[r]!;
      const addedBalance = added.exports[r]! - added.imports[r]!;
      balances.gross += grossBalance;
      balances.added += addedBalance;
      balances.exports += gross.exports[r]!;
      own.push({
        reporter: exporterName(reporter),
        partner,
        exports: gross.exports[r]!,
        imports: gross.imports[r]!,
        grossBalance,
        valueAddedExports: added.exports[r]!,
        valueAddedImports: added.imports[r]!,
        valueAddedBalance: addedBalance,
      });
    });
    // Both are small beside the trade that they are the difference of, so that is the scale.
    const difference = balances.added - balances.gross;
    worst = Math.max(worst, relativeDifference(balances.exports + difference, balances.exports));
    return own;
  });
  const identities = [
    {
      name: "over all partners, the balance in value added = the gross balance",
      difference: worst,
      tolerance: BALANCE_TOLERANCE,
    },
  ];
  return { ...answer(model.system.report, identities, table.warnings), rows };
}

interface Flows {
  readonly exports: Float64Array;
  readonly imports: Float64Array;
}

function grossFlows(border: Border, all: Float64Array): Flows {
  const regions = border.regions.length;
  const exports = new Float64Array(regions);
  const imports = new Float64Array(regions);
  border.regionOf.forEach((region, i) => {
    if (region !== border.exporter) imports[region]! += all[i * regions + border.exporter]!;
    else for (let r = 0; r < regions; r++) exports[r]! += all[i * regions + r]!;
  });
  return { exports, imports };
}

/** w_s of (I - A)' w_s = v_s for every reporter, n x reporters. */
function multipliersOf({ table, system, valueAddedShare }: Model, borders: readonly Border[]) {
  const width = borders.length;
  const right = new Float64Array(table.labels.length * width);
  borders.forEach((border, k) => {
    for (const i of border.members[border.exporter]!) right[i * width + k] = valueAddedShare[i]!;
  });
  return system.solve(right, width, { transpose: true });
}

/** x of (I - A) x = Y_s for every reporter, n x reporters. */
function outputsFor({ table, system }: Model, borders: readonly Border[]): Float64Array {
  const { finalDemand, economies, labels } = table;
  const width = borders.length;
  const right = new Float64Array(labels.length * width);
  borders.forEach((border, k) => {
    economies.forEach((_, g) => {
      if (border.regionOfEconomy[g] !== border.exporter) return;
      for (let i = 0; i < labels.length; i++) {
        right[i * width + k]! += finalDemand[i * economies.length + g]!;
      }
    });
  });
  return system.solve(right, width);
}

function valueAddedFlows(
  { table, valueAddedShare }: Model,
  border: Border,
  solved: { multipliers: Float64Array; outputs: Float64Array; k: number; width: number },
): Flows {
  const { multipliers, outputs, k, width } = solved;
  const economies = table.economies.length;
  const exports = new Float64Array(border.regions.length);
  const imports = new Float64Array(border.regions.length);
  border.regionOf.forEach((region, i) => {
    imports[region]! += valueAddedShare[i]! * outputs[i * width + k]!;
    const multiplier = multipliers[i * width + k]!;
    for (let g = 0; g < economies; g++) {
      exports[border.regionOfEconomy[g]!]! += multiplier * table.finalDemand[i * economies + g]!;
    }
  });
  return { exports, imports };
}
