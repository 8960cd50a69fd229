import type { Metric } from "./metric.ts";
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

export const intraregionalShareMetric: Metric<"within" | "whole"> = {
  id: "intraregional-share",
  title: "Intraregional share",
  alsoCalled: ["intra-regional trade", "intra-regional trade share"],
  summary: "how much of a region's trade is among its members",
  unit: "percent",
  valueTitle: "Share",
  formula: "sum of T_ij over members i, j / sum of T_iw over members i * 100",
  sign: "never negative",
  nullWhen:
    "the members do not trade (no-whole), or a flow of a member, as its reporter gives it, is missing (no-data, incomplete-period)",
  sources: ["Mikic and Gilbert, Trade Statistics in Policymaking (UN ESCAP, 2009)"],
  examples: ["trade-metrics intraregional-share --within 30 --whole 120"],
  inputs: [
    { name: "within", title: "Trade among the members", unit: "USD", required: true },
    { name: "whole", title: "All trade of the members", unit: "USD", required: true },
  ],
  derived: [],
  components: ["within", "whole"],
  asks: {
    about: "region",
    of: ["total", "exports", "imports"],
    product: true,
    additive: true,
    ranking: { by: "value", first: "largest", title: "largest" },
  },
  figures: (at, { of }) => ({
    within: { of, at },
    whole: { of, at: { ...at, partner: "all" } },
  }),
  compute: ({ within, whole }, context) => shareMetric.compute({ part: within, whole }, context),
  interval: ({ within, whole }) => shareMetric.interval({ part: within, whole }),
};
