import { divideIntervals, linearInterval, subtractIntervals } from "../numbers/interval.ts";
import { type Cell, lifted } from "./cell.ts";
import { growthReason } from "./growth.ts";
import { computed, type Metric, notComputable } from "./metric.ts";

/** What one member has to do with the change of the whole. */
export interface Contribution {
  readonly change: number;
  /** Percentage points of the growth of the whole; null where the whole starts from zero. */
  readonly points: number | null;
  /** Percent of the change of the whole; null where the whole does not change. */
  readonly shareOfChange: number | null;
}

/**
 * Contribution to growth: `(to_i - from_i) / sum of from * 100`, in percentage points: the points of
 * all members add up to the growth of the whole, and their shares of the change to 100. Negative for
 * a member that fell. Null where the whole starts from zero.
 * Source: OECD, Data and Metadata Reporting and Presentation Handbook (2007), chapter 4,
 * contributions to growth.
 */
export function contribution(
  member: { from: number; to: number },
  whole: { from: number; to: number },
): Contribution {
  const change = member.to - member.from;
  const all = whole.to - whole.from;
  return {
    change,
    points: whole.from === 0 ? null : (change / whole.from) * 100,
    shareOfChange: all === 0 ? null : (change / all) * 100,
  };
}

type Ends = "from" | "to" | "fromWhole" | "toWhole";

export const contributionMetric: Metric<Ends> = {
  id: "contribution",
  title: "Contribution to growth",
  alsoCalled: ["growth contribution", "points of growth"],
  summary: "what each partner or product adds to a change",
  unit: "percent",
  printedAs: ["percentage-points"],
  valueTitle: "Points",
  formula: "(to_i - from_i) / from of the whole * 100",
  sign: "negative for a member that fell; of a deficit, positive where the member added to it",
  nullWhen:
    "the whole starts from zero (zero-base), the whole turned from a surplus into a deficit or back (sign-change), or a figure of the member or the whole is missing (no-data, incomplete-period)",
  sources: ["OECD, Data and Metadata Reporting and Presentation Handbook (2007), chapter 4"],
  examples: [
    "trade-metrics contribution --of imports --from 2020 --to 2024 --top 5",
    "trade-metrics contribution --of exports --by hs2 --partner MX --from 2023 --to 2024 --top 5",
    "trade-metrics contribution --of balance --by partner --from 2022 --to 2023 --top 3",
  ],
  inputs: [
    { name: "from", title: "From", unit: "USD", required: true },
    { name: "to", title: "To", unit: "USD", required: true },
    { name: "fromWhole", title: "Whole, from", unit: "USD", required: true },
    { name: "toWhole", title: "Whole, to", unit: "USD", required: true },
  ],
  derived: [
    { name: "change", title: "Change", unit: "USD" },
    { name: "shareOfChange", title: "Of the change", unit: "percent" },
  ],
  components: ["from", "to", "change", "shareOfChange"],
  asks: {
    about: "reporter",
    of: ["total", "exports", "imports", "balance"],
    by: ["partner"],
    product: true,
    change: "plain",
    additive: true,
    // By the change, since points of a falling balance have the other sign.
    ranking: { by: "change", first: "largest", title: "largest rises" },
    years: 1,
  },
  figures(to, { of, by, base, broken }) {
    const from = { ...to, period: base ?? to.period };
    const wholeOf = (at: Cell) => (broken ? { ...at, ...broken } : lifted(at, ...by));
    return {
      from: { of, at: from },
      to: { of, at: to },
      fromWhole: { of, at: wholeOf(from) },
      toWhole: { of, at: wholeOf(to) },
    };
  },
  compute({ from, to, fromWhole, toWhole }) {
    const whole = { from: fromWhole, to: toWhole };
    const { change, points, shareOfChange } = contribution({ from, to }, whole);
    const derived = { change, shareOfChange };
    const reason = growthReason(fromWhole, toWhole);
    return reason || points === null
      ? notComputable(reason ?? "zero-base", derived)
      : computed(points, derived);
  },
  // Each number of the points stands in them once.
  interval({ from, to, fromWhole }) {
    const quotient = divideIntervals(subtractIntervals(to, from), fromWhole);
    return quotient && linearInterval(quotient, 100);
  },
};
