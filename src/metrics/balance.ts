import { subtractIntervals } from "../numbers/interval.ts";
import { exportInput, flowRequests, importInput } from "./flows.ts";
import { computed, type Metric } from "./metric.ts";

/**
 * Trade balance: `exports - imports`, in whole US dollars. Positive for a surplus, negative for a
 * deficit. Exact: both flows are whole dollars. Never null once both flows are known.
 * Source: US Census Bureau, FT-900, "trade balance"; IMTS 2010 (United Nations), chapter I.
 */
export function balance(flows: { exports: number; imports: number }): number {
  return flows.exports - flows.imports;
}

export const balanceMetric: Metric<"exports" | "imports"> = {
  id: "balance",
  title: "Trade balance",
  summary: "exports less imports",
  unit: "USD",
  valueTitle: "Balance",
  formula: "exports - imports",
  sign: "negative for a deficit, positive for a surplus",
  nullWhen: "either flow is missing",
  sources: [
    "US Census Bureau and Bureau of Economic Analysis, U.S. International Trade in Goods and Services (FT-900)",
  ],
  inputs: [exportInput, importInput],
  derived: [
    { name: "balance", title: "Balance", unit: "USD" },
    { name: "total", title: "Total trade", unit: "USD" },
  ],
  components: ["exports", "imports", "balance", "total"],
  untabled: ["balance"],
  options: ["product"],
  request: flowRequests,
  compute(flows) {
    const value = balance(flows);
    return computed(value, { balance: value, total: flows.exports + flows.imports });
  },
  interval: ({ exports, imports }) => subtractIntervals(exports, imports),
};
