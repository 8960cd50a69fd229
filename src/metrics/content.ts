import type { DescribedMetric } from "./metric.ts";

/**
 * Content of a good by a rule of origin, computed from its bill of materials. Amounts are in the
 * currency of the bill.
 */
export const contentMetric: DescribedMetric = {
  id: "content",
  title: "Regional and labour value content (USMCA)",
  summary: "how much of a good is regional, as the rule of origin counts it and truly",
  unit: "percent",
  formula:
    "(base - VNM) / base * 100, base = transaction value or net cost; truly: VNM is all content added outside the region, at any tier",
  sign: "below zero where non-originating materials are worth more than the base",
  nullWhen:
    "made outside the region (made-outside-region), the base is not given (no-net-cost, no-value), or, for labour, no plant has a wage (no-wages)",
  sources: [
    "USMCA Chapter 4, Article 4.5 and the Appendix to Annex 4-B",
    "Uniform Regulations, 19 CFR part 182 appendix A; 29 CFR part 810",
  ],
  examples: [
    "trade-metrics content --example steel-spring",
    "trade-metrics content --example three-tier --date 2024-07-01",
    "trade-metrics content --example three-tier --date 2024-07-01 --by tier",
  ],
  components: [
    { name: "measure", title: "regional or labour content, or roll-up by tier", unit: "text" },
    { name: "part", title: "The good, by its id in the bill", unit: "text" },
    { name: "partName", title: "Its name", unit: "text" },
    { name: "tier", title: "Steps from the final good", unit: "count" },
    { name: "origin", title: "Where it is made", unit: "text" },
    { name: "trueValue", title: "Content without roll-up", unit: "percent" },
    { name: "gapPoints", title: "Counted less true content, in points", unit: "percent" },
    { name: "threshold", title: "What the rule demands", unit: "percent" },
    { name: "qualifies", title: "Whether it reaches that", unit: "flag" },
    { name: "margin", title: "By how many points", unit: "percent" },
    { name: "countedWhenUsed", title: "What of it counts in the next good", unit: "percent" },
  ],
};
