import type { DescribedMetric } from "./metric.ts";

/**
 * Content of a good by a rule of origin, computed from its bill of materials. Amounts are in the
 * currency of the bill.
 */
export const contentMetric: DescribedMetric = {
  id: "content",
  title: "Regional and labour value content (USMCA)",
  alsoCalled: ["rules of origin", "local content"],
  summary: "how much of a good is regional, by rules of origin",
  unit: "percent",
  formula:
    "(base - VNM) / base * 100, base = net cost, transaction value or adjusted value; truly: VNM is all content added outside the region, at any tier",
  sign: "below zero where non-originating materials are worth more than the base",
  nullWhen:
    "made outside the region (made-outside-region), the base is not given (no-net-cost, no-value), no plant has a wage (no-wages), what a requirement asks for is not stated (not-stated), or the line is the verdict on all requirements (verdict)",
  sources: [
    "USMCA Chapter 4, Article 4.5 and the Appendix to Annex 4-B",
    "Harmonized Tariff Schedule of the United States, General Note 11",
    "Uniform Regulations, 19 CFR part 182 appendix A; 29 CFR part 810",
  ],
  examples: [
    "trade-metrics content --example steel-spring",
    "trade-metrics content --example gearbox --date 2024-07-01",
    "trade-metrics content --example three-tier --date 2024-07-01 --steel 75 --aluminium 71",
    "trade-metrics content --example three-tier --date 2024-07-01 --by tier",
  ],
  components: [
    {
      name: "measure",
      title: "Regional content of a good, a requirement, labour content, or roll-up by tier",
      unit: "text",
    },
    { name: "requirement", title: "Which requirement; all for the verdict", unit: "text" },
    { name: "bill", title: "The bill that it stands in, where there are several", unit: "text" },
    { name: "part", title: "The good, by its id in the bill", unit: "text" },
    { name: "partName", title: "Its name", unit: "text" },
    { name: "tier", title: "Steps from the final good", unit: "count" },
    { name: "parent", title: "The good that it goes into", unit: "text" },
    { name: "origin", title: "Where it is made", unit: "text" },
    { name: "class", title: "What it is, which decides its threshold", unit: "text" },
    { name: "vehicle", title: "Vehicle", unit: "text" },
    { name: "method", title: "By which method it is computed", unit: "text" },
    { name: "trueValue", title: "Content without roll-up", unit: "percent" },
    { name: "gapPoints", title: "Counted less true content, in points", unit: "percent" },
    { name: "base", title: "Net cost, transaction value or adjusted value", unit: "number" },
    {
      name: "nonOriginatingMaterials",
      title: "Non-originating materials, as the rule counts them (VNM)",
      unit: "number",
    },
    {
      name: "nonRegionalContent",
      title: "Content added outside the region, at any tier",
      unit: "number",
    },
    { name: "counted", title: "What counts as originating", unit: "number" },
    { name: "regional", title: "What is regional", unit: "number" },
    { name: "gap", title: "Counted less regional", unit: "number" },
    { name: "returned", title: "Regional content inside materials from outside", unit: "number" },
    { name: "threshold", title: "What the rule demands", unit: "percent" },
    { name: "thresholdSource", title: "The article that demands it", unit: "text" },
    {
      name: "thresholdReading",
      title: "What that was checked against; unverified where no public text was read",
      unit: "text",
    },
    { name: "qualifies", title: "Whether it qualifies; a vehicle by all rules", unit: "flag" },
    { name: "qualifiesReason", title: "Why it does or does not", unit: "text" },
    { name: "qualifiesWithoutRollUp", title: "Whether it would without roll-up", unit: "flag" },
    { name: "margin", title: "By how many points", unit: "percent" },
    { name: "marginAmount", title: "By what amount", unit: "number" },
    { name: "countedWhenUsed", title: "What of it counts in the next good", unit: "percent" },
    {
      name: "rolledUp",
      title: "Non-originating content that counts as originating there",
      unit: "number",
    },
    { name: "netCost", title: "Net cost of the vehicle", unit: "number" },
    { name: "highWageMaterials", title: "Materials from high-wage plants", unit: "number" },
    { name: "highWageLabour", title: "Labour at high wages", unit: "number" },
    { name: "materialsAndManufacturing", title: "Both, of net cost", unit: "percent" },
    {
      name: "trueMaterialsAndManufacturing",
      title: "What high-wage plants add themselves, of net cost",
      unit: "percent",
    },
    { name: "highWageValueAdded", title: "What high-wage plants add themselves", unit: "number" },
    {
      name: "technologyCredit",
      title: "Credit for wages in research and information technology",
      unit: "percent",
    },
    { name: "assemblyCredit", title: "Credit for a high-wage plant", unit: "percent" },
    {
      name: "leastFromMaterials",
      title: "What materials and manufacturing must reach alone",
      unit: "percent",
    },
    { name: "parts", title: "Goods of the tier", unit: "count" },
    { name: "partsValue", title: "Their value", unit: "number" },
  ],
};
