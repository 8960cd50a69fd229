import { drawBorder } from "./border.ts";
import { SharedSolutions } from "./shared-solutions.ts";
import { LeontiefSystem, type SolveMethod } from "./solve/leontief.ts";
import type { InputOutputTable } from "./tables/table.ts";

/** What is computed once for a table and used by every answer about it. */
export interface Model {
  readonly table: InputOutputTable;
  readonly system: LeontiefSystem;
  /** Value added per unit of output, v = 1 - column sums of A, n; zero where output is zero. */
  readonly valueAddedShare: Float64Array;
  /** What every exporter needs, solved once; null where each is solved for itself. */
  readonly shared: SharedSolutions | null;
}

const models = new WeakMap<InputOutputTable, Map<SolveMethod, Model>>();

export function modelOf(table: InputOutputTable, method: SolveMethod = "auto"): Model {
  const known = models.get(table) ?? new Map<SolveMethod, Model>();
  models.set(table, known);
  let model = known.get(method);
  if (model === undefined) {
    const blocks = drawBorder(table).members.filter((rows) => rows.length > 0);
    const system = new LeontiefSystem(table.flows, table.output, blocks, method);
    const valueAddedShare = table.valueAdded.map((value, i) => value * system.inverseOutput[i]!);
    const shared = system.isInverted ? new SharedSolutions(table, system, valueAddedShare) : null;
    model = { table, system, valueAddedShare, shared };
    known.set(method, model);
  }
  model.system.startReport();
  return model;
}
