import { areFlows, sumOf } from "./flow-list.ts";
import { flowInput } from "./flows.ts";
import { computed, type Metric, notComputable, valuesOf } from "./metric.ts";

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

export const complementarityMetric: Metric<never, "exports" | "imports"> = {
  id: "complementarity",
  title: "Trade complementarity",
  alsoCalled: ["TCI", "trade complementarity index"],
  summary: "how well a reporter's exports match a partner's imports",
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
  examples: ["trade-metrics complementarity --exports 50,30,20 --imports 10,50,40"],
  inputs: [
    flowInput("exports", "Exports", { list: true }),
    flowInput("imports", "Partner's imports", { list: true }),
  ],
  derived: [{ name: "products", title: "Products", unit: "count" }],
  components: ["exports", "imports", "products"],
  asks: {
    about: "pair",
    each: ["product"],
    product: true,
    additive: false,
    ranking: { by: "value", first: "largest", title: "best matches" },
  },
  figures: (at, { each }) => ({
    exports: { of: "exports", at: { ...at, partner: "all" }, each },
    imports: { of: "imports", at: { ...at, reporter: at.partner, partner: "all" }, each },
  }),
  compute(lists) {
    const flows = [valuesOf(lists.exports), valuesOf(lists.imports)] as const;
    const [exports, imports] = [sumOf(flows[0]), sumOf(flows[1])];
    const derived = { products: flows[0].length };
    if (exports === 0) return notComputable("no-exports", derived);
    if (imports === 0) return notComputable("no-imports", derived);
    const value = tradeComplementarity(...flows);
    return value === null ? notComputable("no-whole", derived) : computed(value, derived);
  },
  // Each flow stands in its own share and in the sum below all shares, so that ends bound nothing.
  interval: () => null,
};
