import { bothFlows } from "./cell.ts";
import { balancePath, deficitsFirst, exportInput, importInput } from "./flows.ts";
import { computed, type Metric, notComputable } from "./metric.ts";

/**
 * Normalised trade balance: `(exports - imports) / (exports + imports)`, a number without unit from
 * -1 (imports only) to 1 (exports only); 0 where trade is balanced. It compares economies of unlike
 * size. Null when there is no trade at all.
 * Source: Mikic and Gilbert, Trade Statistics in Policymaking (UN ESCAP, 2009), normalized trade
 * balance.
 */
export function normalisedBalance(flows: { exports: number; imports: number }): number | null {
  const total = flows.exports + flows.imports;
  return total === 0 ? null : (flows.exports - flows.imports) / total;
}

export const normalisedBalanceMetric: Metric<"exports" | "imports"> = {
  id: "normalised-balance",
  title: "Normalised trade balance",
  alsoCalled: ["NTB", "trade balance index", "relative trade balance"],
  summary: "the trade balance as a part of total trade, from -1 to 1",
  unit: "ratio",
  valueTitle: "Balance\u00a0/ total trade",
  formula: "(exports - imports) / (exports + imports)",
  sign: "negative for a deficit, positive for a surplus",
  nullWhen: "there is no trade (no-whole), or either flow is missing (no-data, incomplete-period)",
  sources: ["Mikic and Gilbert, Trade Statistics in Policymaking (UN ESCAP, 2009)"],
  examples: [
    "trade-metrics normalised-balance --partner USMCA --period 2020..2024",
    "trade-metrics normalised-balance --exports 300.1 --imports 452.6",
  ],
  inputs: [exportInput, importInput],
  derived: [
    { name: "balance", title: "Balance", unit: "USD" },
    { name: "total", title: "Total trade", unit: "USD" },
  ],
  components: ["exports", "imports", "balance", "total"],
  untabled: ["total"],
  asks: { about: "partner", product: true, additive: true, ranking: deficitsFirst },
  waterfall: balancePath,
  figures: bothFlows,
  compute(flows) {
    const total = flows.exports + flows.imports;
    const derived = { balance: flows.exports - flows.imports, total };
    const value = normalisedBalance(flows);
    return value === null ? notComputable("no-whole", derived) : computed(value, derived);
  },
  // It rises with exports and falls with imports, so its ends lie at opposite corners.
  interval({ exports, imports }) {
    if (exports.low < 0 || imports.low < 0) return null;
    const low = normalisedBalance({ exports: exports.low, imports: imports.high });
    const high = normalisedBalance({ exports: exports.high, imports: imports.low });
    return low === null || high === null ? null : { low, high };
  },
};
