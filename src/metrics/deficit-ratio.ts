import { divideIntervals, linearInterval } from "../numbers/interval.ts";
import { bothFlows } from "./cell.ts";
import { balancePath, deficitsFirst, exportInput, importInput } from "./flows.ts";
import { computed, type Metric, notComputable } from "./metric.ts";
import { percentOf } from "./mistaken-for.ts";

/**
 * Deficit-to-export ratio: `(exports - imports) / exports * 100`, in percent of exports. Negative
 * for a deficit; never above 100. Null when exports are zero, because a ratio to nothing is not
 * defined: neither 0 nor infinity says so.
 * Source: the "US Trade Deficit / US Exports" of trade reports; the ratio is the normalised form
 * 1 - imports/exports of the import cover (World Bank WITS, Trade Outcomes Indicators).
 */
export function deficitRatio(flows: { exports: number; imports: number }): number | null {
  if (flows.exports === 0) return null;
  return ((flows.exports - flows.imports) / flows.exports) * 100;
}

export const deficitRatioMetric: Metric<"exports" | "imports"> = {
  id: "deficit-ratio",
  title: "Deficit-to-export ratio",
  alsoCalled: ["deficit", "deficit in percent of exports"],
  summary: "the trade balance in percent of exports",
  unit: "percent",
  valueTitle: "Balance\u00a0/ exports",
  formula: "balance / exports * 100, balance = exports - imports",
  sign: "negative for a deficit, positive for a surplus",
  nullWhen: "exports are zero (no-exports), or either flow is missing (no-data, incomplete-period)",
  sources: ["World Bank, World Integrated Trade Solution, Trade Outcomes Indicators"],
  examples: [
    "trade-metrics deficit-ratio --partner MX",
    "trade-metrics deficit-ratio --partner CA,MX,CN,IE,VN --period 2024-01/2024-11",
    "trade-metrics deficit-ratio --partner CA,MX,CN,IE,VN --period 2024-01/2024-11 --format svg",
    "trade-metrics deficit-ratio --partner MX --template '{{period}} {{value}}' --digits 1",
    "trade-metrics deficit-ratio --exports 300.1 --imports 452.6",
  ],
  inputs: [exportInput, importInput],
  derived: [{ name: "balance", title: "Balance", unit: "USD" }],
  components: ["exports", "imports", "balance"],
  asks: { about: "partner", product: true, additive: true, ranking: deficitsFirst },
  waterfall: balancePath,
  mistakenFor: [
    {
      id: "over-imports",
      says: "the balance over imports in place of exports",
      of: ({ exports = 0, imports = 0 }) => percentOf(exports - imports, imports),
    },
    {
      id: "over-total",
      says: "the balance over exports plus imports in place of exports",
      of: ({ exports = 0, imports = 0 }) => percentOf(exports - imports, exports + imports),
    },
    {
      id: "exports-over-imports",
      says: "exports over imports in place of the balance over exports",
      of: ({ exports = 0, imports = 0 }) => percentOf(exports, imports),
    },
    {
      id: "imports-over-exports",
      says: "imports over exports in place of the balance over exports",
      of: ({ exports = 0, imports = 0 }) => percentOf(imports, exports),
    },
  ],
  figures: bothFlows,
  compute(flows) {
    const derived = { balance: flows.exports - flows.imports };
    const value = deficitRatio(flows);
    return value === null ? notComputable("no-exports", derived) : computed(value, derived);
  },
  // 100 - imports / exports * 100 uses each flow once, so its interval is the exact range.
  interval({ exports, imports }) {
    const quotient = divideIntervals(imports, exports);
    return quotient && linearInterval(quotient, -100, 100);
  },
};
