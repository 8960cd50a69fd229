import { computed, type Metric } from "../metrics/metric.ts";

/**
 * A plain figure of trade: exports, imports, their balance or their sum, in whole US dollars. It is
 * what a report states when it states no ratio.
 */
export const flowMetric: Metric<"figure"> = {
  id: "flow",
  title: "Trade",
  summary: "exports, imports, balance or total trade",
  unit: "USD",
  valueTitle: "Value",
  formula: "exports, imports, exports - imports, or exports + imports",
  sign: "of a balance: negative for a deficit",
  nullWhen: "a flow is missing (no-data, incomplete-period)",
  sources: ["United Nations, International Merchandise Trade Statistics: Compilers Manual (2013)"],
  examples: [],
  inputs: [{ name: "figure", title: "Figure", unit: "USD", required: true }],
  derived: [],
  components: ["figure"],
  asks: {
    about: "partner",
    of: ["total", "exports", "imports", "balance"],
    product: true,
    additive: true,
    ranking: { by: "value", first: "largest", title: "largest" },
  },
  figures: (at, { of }) => ({ figure: { of, at } }),
  compute: ({ figure }) => computed(figure),
  interval: ({ figure }) => figure,
};
