import { divideIntervals, linearInterval } from "../numbers/interval.ts";
import { bothFlows } from "./cell.ts";
import { balancePath, deficitsFirst, exportInput, importInput } from "./flows.ts";
import { computed, type Metric, notComputable } from "./metric.ts";
import { percentOf } from "./mistaken-for.ts";

/**
 * Export-import coverage: `exports / imports * 100`, in percent: how much of the imports the
 * exports would pay for. Above 100 for a surplus, below 100 for a deficit, never negative. Null when
 * imports are zero, because nothing is there to be covered.
 * Source: Mikic and Gilbert, Trade Statistics in Policymaking (UN ESCAP, 2009), export/import
 * coverage, there as the quotient itself; UNCTAD Handbook of Statistics.
 */
export function coverage(flows: { exports: number; imports: number }): number | null {
  return flows.imports === 0 ? null : (flows.exports / flows.imports) * 100;
}

export const coverageMetric: Metric<"exports" | "imports"> = {
  id: "coverage",
  title: "Export-import coverage",
  alsoCalled: ["export-import ratio", "coverage ratio"],
  summary: "exports in percent of imports",
  unit: "percent",
  valueTitle: "Exports\u00a0/ imports",
  formula: "exports / imports * 100",
  sign: "above 100 for a surplus, below 100 for a deficit",
  nullWhen: "imports are zero (no-imports), or either flow is missing (no-data, incomplete-period)",
  sources: ["Mikic and Gilbert, Trade Statistics in Policymaking (UN ESCAP, 2009)"],
  examples: [
    "trade-metrics coverage --partner MX,CA --period 2024",
    "trade-metrics coverage --exports 300.1 --imports 452.6",
  ],
  inputs: [exportInput, importInput],
  derived: [{ name: "balance", title: "Balance", unit: "USD" }],
  components: ["exports", "imports", "balance"],
  asks: { about: "partner", product: true, additive: true, ranking: deficitsFirst },
  waterfall: balancePath,
  mistakenFor: [
    {
      id: "imports-over-exports",
      says: "imports over exports in place of exports over imports",
      of: ({ exports = 0, imports = 0 }) => percentOf(imports, exports),
    },
    {
      id: "balance-over-imports",
      says: "the balance over imports in place of exports over imports",
      of: ({ exports = 0, imports = 0 }) => percentOf(exports - imports, imports),
    },
  ],
  figures: bothFlows,
  compute(flows) {
    const derived = { balance: flows.exports - flows.imports };
    const value = coverage(flows);
    return value === null ? notComputable("no-imports", derived) : computed(value, derived);
  },
  interval({ exports, imports }) {
    const quotient = divideIntervals(exports, imports);
    return quotient && linearInterval(quotient, 100);
  },
};
