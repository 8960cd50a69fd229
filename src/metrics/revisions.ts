import type { DescribedMetric } from "./metric.ts";

/**
 * Revision: the figure of one vintage less that of the vintage before, in US dollars, and in percent of
 * the latter's size. The percentage is null where the earlier figure is zero.
 */
export function revision(
  before: number,
  after: number,
): { change: number; percent: number | null } {
  const change = after - before;
  return { change, percent: before === 0 ? null : (change / Math.abs(before)) * 100 };
}

/** Every vintage of one figure, for `data revisions`. */
export const revisionsMetric: DescribedMetric = {
  id: "revisions",
  command: "data revisions",
  title: "Revisions",
  summary: "every vintage of a figure, and how it was revised",
  unit: "USD",
  formula: "figure of a vintage - figure of the vintage before; in percent of the latter's size",
  sign: "positive where the later figure is higher; a deficit that grew has a negative revision",
  nullWhen:
    "the revision is null for the first vintage, in percent also where the earlier is zero (zero-base)",
  sources: ["International Monetary Fund, Data Quality Assessment Framework (2012): revisions"],
  components: [
    { name: "revision", title: "Revision", unit: "USD" },
    { name: "revisionPercent", title: "Revision in percent", unit: "percent" },
  ],
  examples: [
    "trade-metrics data revisions --partner MX --period 2023",
    "trade-metrics data revisions --partner CN --period 2025-11 --of imports",
  ],
};
