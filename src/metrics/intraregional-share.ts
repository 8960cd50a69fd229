import { type BreakdownMetric, firstMissing, single, wholeOutcome } from "./breakdown.ts";
import { share, shareMetric } from "./share.ts";

/**
 * Intraregional share: `sum of T_ij over i and j in the region / sum of T_iw over i in it * 100`, in
 * percent: how much of the trade of a region's members is with each other. From 0 to 100. Null when
 * the members do not trade at all.
 * Source: Mikic and Gilbert, Trade Statistics in Policymaking (UN ESCAP, 2009), intraregional trade
 * share.
 */
export function intraregionalShare(flows: { within: number; whole: number }): number | null {
  return share(flows.within, flows.whole);
}

export const intraregionalShareMetric: BreakdownMetric<"within" | "whole"> = {
  id: "intraregional-share",
  title: "Intraregional share",
  summary: "how much of a region's trade is among its members",
  unit: "percent",
  valueTitle: "Share",
  formula: "sum of T_ij over members i, j / sum of T_iw over members i * 100",
  sign: "never negative",
  nullWhen:
    "the members do not trade (no-whole), or a flow of a member, as its reporter gives it, is missing (no-data, incomplete-period)",
  sources: ["Mikic and Gilbert, Trade Statistics in Policymaking (UN ESCAP, 2009)"],
  examples: ["trade-metrics intraregional-share --within 30 --whole 120"],
  components: [
    { name: "within", title: "Among members", unit: "USD" },
    { name: "whole", title: "All trade", unit: "USD" },
  ],
  dimensions: [],
  measures: ["total", "exports", "imports"],
  eachMember: false,
  about: "region",
  change: false,
  request({ of, region, product, period }) {
    const whole = { of, reporters: region, partners: "world", product, period, by: null } as const;
    return { within: { ...whole, partners: region }, whole };
  },
  compute(figures) {
    const flows = { within: single(figures.within).value, whole: single(figures.whole).value };
    const missing = firstMissing(figures.within, figures.whole);
    if (missing) return [wholeOutcome(null, missing, flows)];
    const value = intraregionalShare(flows as { within: number; whole: number });
    return [wholeOutcome(value, value === null ? "no-whole" : null, flows)];
  },
  printed: {
    inputs: [
      { name: "within", title: "Trade among the members", unit: "USD", required: true },
      { name: "whole", title: "All trade of the members", unit: "USD", required: true },
    ],
    derived: [],
    components: ["within", "whole"],
    compute: ({ within, whole }, context) =>
      shareMetric.compute({ part: within!, whole: whole! }, context),
    interval: ({ within, whole }) => shareMetric.interval({ part: within!, whole: whole! }),
  },
};
