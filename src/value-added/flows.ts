import { type Border, drawBorder, type Exporter, exportsByBorder } from "./border.ts";
import type { Model } from "./model.ts";

/** A flow of goods whose value added is traced; the numbers are indexes, -1 where it is not told. */
export interface Flow {
  /** The row of the table that sells. */
  readonly row: number;
  /** Of the exporters asked for. */
  readonly exporter: number;
  /** The economy that buys. */
  readonly partner: number;
  /** The economy whose final demand absorbs it in the end. */
  readonly destination: number;
  readonly amount: number;
}

/**
 * Gross exports of each exporter by row and partner, E_sr = Z_sr 1 + Y_sr over its border. With
 * `byDestination` each is split by where it ends: final goods in the partner, intermediates by the
 * final demand that the partner's output serves, A_sr (B Y)_rd. Over d that is E_sr again, as far as
 * the table balances.
 */
export function* exportFlows(
  model: Model,
  exporters: readonly Exporter[],
  byDestination: boolean,
): Generator<Flow> {
  const { table, system } = model;
  const allExports = exportsByBorder(table);
  const served = byDestination ? system.solve(table.finalDemand, table.economies.length) : null;
  for (const [exporter, named] of exporters.entries()) {
    const border = drawBorder(table, named);
    const exports = allExports(border);
    const economyOf = economiesOfRegions(border);
    const regions = border.regions.length;
    for (const row of border.members[border.exporter]!) {
      if (served !== null) {
        yield* byFinalDemand(model, border, row, { exporter, served });
        continue;
      }
      for (let r = 0; r < regions; r++) {
        const amount = exports[row * regions + r]!;
        if (amount === 0) continue;
        yield { row, exporter, partner: economyOf[r]!, destination: -1, amount };
      }
    }
  }
}

function* byFinalDemand(
  { table, system }: Model,
  border: Border,
  row: number,
  { exporter, served }: { readonly exporter: number; readonly served: Float64Array },
): Generator<Flow> {
  const economies = table.economies.length;
  const n = table.labels.length;
  const amounts = new Float64Array(economies * economies);
  for (let j = 0; j < n; j++) {
    if (border.regionOf[j] === border.exporter) continue;
    const use = table.flows[row * n + j]! * system.inverseOutput[j]!;
    if (use === 0) continue;
    const to = table.economyOf[j]! * economies;
    for (let d = 0; d < economies; d++) amounts[to + d]! += use * served[j * economies + d]!;
  }
  for (let partner = 0; partner < economies; partner++) {
    if (border.regionOfEconomy[partner] === border.exporter) continue;
    amounts[partner * economies + partner]! += table.finalDemand[row * economies + partner]!;
    for (let destination = 0; destination < economies; destination++) {
      const amount = amounts[partner * economies + destination]!;
      if (amount !== 0) yield { row, exporter, partner, destination, amount };
    }
  }
}

/** Final demand Y by row and by the economy that absorbs it, home included. */
export function* finalDemandFlows({ table }: Model, sellers: readonly Exporter[]): Generator<Flow> {
  const economies = table.economies.length;
  for (const [exporter, named] of sellers.entries()) {
    const border = drawBorder(table, named);
    for (const row of border.members[border.exporter]!) {
      for (let destination = 0; destination < economies; destination++) {
        const amount = table.finalDemand[row * economies + destination]!;
        if (amount !== 0) yield { row, exporter, partner: -1, destination, amount };
      }
    }
  }
}

/** The economy of each region; -1 for a group, which never buys from itself. */
function economiesOfRegions(border: Border): Int32Array {
  const economies = new Int32Array(border.regions.length).fill(-1);
  border.regionOfEconomy.forEach((region, economy) => {
    economies[region] = region === border.exporter && border.isOfGroup ? -1 : economy;
  });
  return economies;
}
