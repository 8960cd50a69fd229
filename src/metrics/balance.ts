import { subtractIntervals } from "../numbers/interval.ts";
import { bothFlows } from "./cell.ts";
import { balancePath, deficitsFirst, exportInput, importInput } from "./flows.ts";
import { computed, type Metric } from "./metric.ts";
import { flowsForBalance } from "./mistaken-for.ts";

/**
 * Trade balance: `exports - imports`, in whole US dollars. Positive for a surplus, negative for a
 * deficit. Exact: both flows are whole dollars. Never null once both flows are known.
 * Source: US Census Bureau and Bureau of Economic Analysis, FT-900.
 */
export function balance(flows: { exports: number; imports: number }): number {
  return flows.exports - flows.imports;
}

export const balanceMetric: Metric<"exports" | "imports"> = {
  id: "balance",
  title: "Trade balance",
  alsoCalled: ["net exports", "trade deficit", "trade surplus", "deficit", "surplus"],
  summary: "exports less imports",
  unit: "USD",
  valueTitle: "Balance",
  formula: "exports - imports",
  sign: "negative for a deficit, positive for a surplus",
  nullWhen: "either flow is missing (no-data, incomplete-period)",
  sources: [
    "US Census Bureau and Bureau of Economic Analysis, U.S. International Trade in Goods and Services (FT-900)",
  ],
  examples: [
    "trade-metrics balance --partner USMCA --period 2020 --total",
    "trade-metrics balance --partner CA,MX --period 2015..2024 --json",
    "trade-metrics balance --partner CA,MX --period 2024 --fields partner,value --format csv",
    "trade-metrics balance --partner MX --product hs:87 --period 2024",
    "trade-metrics balance --partner CA,MX --period 2019..2025 --project --chart",
    "trade-metrics balance --exports 322.7 --imports 475.2",
  ],
  inputs: [exportInput, importInput],
  derived: [
    { name: "balance", title: "Balance", unit: "USD" },
    { name: "total", title: "Total trade", unit: "USD" },
  ],
  components: ["exports", "imports", "balance", "total"],
  untabled: ["balance"],
  asks: { about: "partner", product: true, additive: true, ranking: deficitsFirst },
  waterfall: balancePath,
  mistakenFor: flowsForBalance,
  figures: bothFlows,
  compute(flows) {
    const value = balance(flows);
    return computed(value, { balance: value, total: flows.exports + flows.imports });
  },
  interval: ({ exports, imports }) => subtractIntervals(exports, imports),
};
