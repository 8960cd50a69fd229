import { type BreakdownMetric, firstMissing, valuesOf, wholeOutcome } from "./breakdown.ts";
import { areFlows, sumOf } from "./flow-list.ts";

/**
 * Trade complementarity: `(1 - sum |m_kj - x_ki| / 2) * 100`, where x_ki is the share of product k in
 * the exports of one economy and m_kj its share in the imports of another; two lists of like order.
 * From 0, where nothing that the one exports is imported by the other, to 100, where the shares
 * match. Null where either list adds up to nothing, and where a flow is negative or not a number.
 * Source: Michaely, Trade Preferential Agreements in Latin America: an ex ante assessment, World
 * Bank Policy Research Working Paper 1583 (1996); World Bank, WITS, Trade Outcomes Indicators.
 */
export function tradeComplementarity(
  exports: readonly number[],
  imports: readonly number[],
): number | null {
  if (exports.length !== imports.length || !areFlows(exports) || !areFlows(imports)) return null;
  const [allExports, allImports] = [sumOf(exports), sumOf(imports)];
  if (allExports === 0 || allImports === 0) return null;
  const gaps = exports.map((flow, at) => Math.abs(imports[at]! / allImports - flow / allExports));
  return (1 - sumOf(gaps) / 2) * 100;
}

export const complementarityMetric: BreakdownMetric<"exports" | "imports"> = {
  id: "complementarity",
  title: "Trade complementarity",
  summary: "how well the products that a reporter exports match those that a partner imports",
  unit: "percent",
  valueTitle: "Complementarity",
  formula: "(1 - sum |m_kj - x_ki| / 2) * 100, x and m shares in all exports and all imports",
  sign: "never negative: 0 for no overlap, 100 where the shares match",
  nullWhen:
    "the reporter exports nothing (no-exports), the partner imports nothing (no-imports), or a flow of a product, the partner's as it reports it, is missing (no-data, incomplete-period)",
  sources: [
    "Michaely, Trade Preferential Agreements in Latin America, World Bank Policy Research Working Paper 1583 (1996)",
    "World Bank, World Integrated Trade Solution, Trade Outcomes Indicators",
  ],
  examples: ["trade-metrics complementarity --partner MX --period 2024"],
  components: [
    { name: "exports", title: "Exports", unit: "USD" },
    { name: "imports", title: "Partner's imports", unit: "USD" },
    { name: "products", title: "Products", unit: "count" },
  ],
  dimensions: ["product"],
  measures: [],
  eachMember: false,
  about: "reporter-and-partner",
  change: false,
  request({ reporter, partners, product, period }) {
    const flows = { partners: "world", product, period, by: "product" } as const;
    return {
      exports: { ...flows, of: "exports", reporters: [reporter] },
      imports: { ...flows, of: "imports", reporters: partners },
    };
  },
  compute({ exports, imports }) {
    const missing = exports.length === 0 ? "no-data" : firstMissing(exports, imports);
    if (missing) return [wholeOutcome(null, missing, { products: exports.length })];
    const flows = [valuesOf(exports), valuesOf(imports)] as const;
    const components = {
      exports: sumOf(flows[0]),
      imports: sumOf(flows[1]),
      products: exports.length,
    };
    if (components.exports === 0) return [wholeOutcome(null, "no-exports", components)];
    if (components.imports === 0) return [wholeOutcome(null, "no-imports", components)];
    return [wholeOutcome(tradeComplementarity(...flows), null, components)];
  },
  printed: null,
};
