import { type BreakdownMetric, firstMissing, valuesOf, wholeOutcome } from "./breakdown.ts";
import { areFlows, sumOf } from "./flow-list.ts";
import { exportInput, importInput } from "./flows.ts";
import { computed, notComputable } from "./metric.ts";
import { normalisedBalanceMetric } from "./normalised-balance.ts";

/**
 * Grubel-Lloyd index of intra-industry trade: `(1 - sum |X_i - M_i| / sum (X_i + M_i)) * 100`, in
 * percent of all trade, over the products i of two lists of like order; with one product, its own
 * index. 0 where every product moves one way only, 100 where each is exported as much as imported.
 * Null without trade, and where a flow is negative or not a number.
 * Source: Grubel and Lloyd, Intra-Industry Trade (1975), chapter 2.
 */
export function grubelLloyd(exports: readonly number[], imports: readonly number[]): number | null {
  const sums = tradeSums(exports, imports);
  return sums && (1 - sums.gaps / sums.trade) * 100;
}

/**
 * Grubel-Lloyd index corrected for the imbalance of all trade, which keeps the plain index below
 * 100: `(sum (X_i + M_i) - sum |X_i - M_i|) / (sum (X_i + M_i) - |sum X_i - sum M_i|) * 100`.
 * Never below the plain index. Null where that is, and where all trade is one way, so that the
 * divisor is zero.
 * Source: Grubel and Lloyd, Intra-Industry Trade (1975), chapter 2, on the adjustment for the trade imbalance.
 */
export function correctedGrubelLloyd(
  exports: readonly number[],
  imports: readonly number[],
): number | null {
  const sums = tradeSums(exports, imports);
  if (!sums || sums.trade === sums.imbalance) return null;
  return ((sums.trade - sums.gaps) / (sums.trade - sums.imbalance)) * 100;
}

/**
 * Aquino's index: the Grubel-Lloyd index after exports and imports of every product are scaled as
 * if the two totals were equal, `(1 - sum |X_i / X - M_i / M| / 2) * 100`. Null where either total
 * is zero, and where a flow is negative or not a number.
 * Source: Aquino, Intra-industry trade and inter-industry specialization, Weltwirtschaftliches
 * Archiv 114 (1978), 275-296.
 */
export function aquinoIndex(exports: readonly number[], imports: readonly number[]): number | null {
  if (!tradeSums(exports, imports)) return null;
  const [allExports, allImports] = [sumOf(exports), sumOf(imports)];
  if (allExports === 0 || allImports === 0) return null;
  const gaps = exports.map((flow, at) => Math.abs(flow / allExports - imports[at]! / allImports));
  return (1 - sumOf(gaps) / 2) * 100;
}

function tradeSums(exports: readonly number[], imports: readonly number[]) {
  if (exports.length !== imports.length || !areFlows(exports) || !areFlows(imports)) return null;
  const [allExports, allImports] = [sumOf(exports), sumOf(imports)];
  const trade = allExports + allImports;
  if (trade === 0) return null;
  const gaps = sumOf(exports.map((flow, at) => Math.abs(flow - imports[at]!)));
  return { trade, gaps, imbalance: Math.abs(allExports - allImports) };
}

export const grubelLloydMetric: BreakdownMetric<"exports" | "imports"> = {
  id: "grubel-lloyd",
  title: "Grubel-Lloyd intra-industry trade",
  summary: "how much of trade is two-way trade in the same products",
  unit: "percent",
  valueTitle: "Grubel-Lloyd",
  formula:
    "(1 - sum |X_i - M_i| / sum (X_i + M_i)) * 100; corrected: divided by sum (X_i + M_i) - |X - M| instead",
  sign: "never negative: 0 for one-way trade, 100 where each product is exported as much as imported",
  nullWhen:
    "there is no trade (no-whole), or a flow of a product is missing (no-data, incomplete-period)",
  sources: [
    "Grubel and Lloyd, Intra-Industry Trade (1975), chapter 2",
    "Aquino, Intra-industry trade and inter-industry specialization, Weltwirtschaftliches Archiv 114 (1978)",
  ],
  examples: [
    "trade-metrics grubel-lloyd --partner MX,CA,WORLD --period 2023,2024",
    "trade-metrics grubel-lloyd --exports 80 --imports 160",
  ],
  components: [
    { name: "exports", title: "Exports", unit: "USD" },
    { name: "imports", title: "Imports", unit: "USD" },
    { name: "products", title: "Products", unit: "count" },
    { name: "corrected", title: "Corrected", unit: "percent" },
    { name: "aquino", title: "Aquino", unit: "percent" },
  ],
  dimensions: ["product"],
  measures: [],
  eachMember: false,
  about: "reporter-and-partner",
  change: false,
  request({ reporter, partners, product, period }) {
    const request = { reporters: [reporter], partners, product, period, by: "product" as const };
    return { exports: { ...request, of: "exports" }, imports: { ...request, of: "imports" } };
  },
  compute({ exports, imports }) {
    const missing = exports.length === 0 ? "no-data" : firstMissing(exports, imports);
    if (missing) return [wholeOutcome(null, missing, { products: exports.length })];
    const flows = [valuesOf(exports), valuesOf(imports)] as const;
    const value = grubelLloyd(...flows);
    const components = {
      exports: sumOf(flows[0]),
      imports: sumOf(flows[1]),
      products: exports.length,
      corrected: correctedGrubelLloyd(...flows),
      aquino: aquinoIndex(...flows),
    };
    return [wholeOutcome(value, value === null ? "no-whole" : null, components)];
  },
  // Of one product the index is 100 less the size of the normalised balance.
  printed: {
    inputs: [exportInput, importInput],
    derived: [],
    components: ["exports", "imports"],
    compute({ exports, imports }) {
      const value = grubelLloyd([exports!], [imports!]);
      return value === null ? notComputable("no-whole") : computed(value);
    },
    interval({ exports, imports }) {
      const balance = normalisedBalanceMetric.interval({ exports: exports!, imports: imports! });
      if (!balance) return null;
      const sizes = [Math.abs(balance.low), Math.abs(balance.high)];
      const least = balance.low <= 0 && balance.high >= 0 ? 0 : Math.min(...sizes);
      return { low: (1 - Math.max(...sizes)) * 100, high: (1 - least) * 100 };
    },
  },
};
