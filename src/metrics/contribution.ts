import {
  type BreakdownMetric,
  type MemberFigure,
  type MemberOutcome,
  single,
} from "./breakdown.ts";
import { sumOf } from "./flow-list.ts";

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

/** The contributions of all members of two lists of like order, which are the whole. */
export function contributions(from: readonly number[], to: readonly number[]): Contribution[] {
  const whole = { from: sumOf(from), to: sumOf(to) };
  return from.map((start, at) => contribution({ from: start, to: to[at] ?? Number.NaN }, whole));
}

type Ends = { readonly from: number; readonly to: number };

export const contributionMetric: BreakdownMetric<"from" | "to" | "fromWhole" | "toWhole"> = {
  id: "contribution",
  title: "Contribution to growth",
  summary: "what each partner or product adds to a change; the parts add up to the whole",
  unit: "percent",
  valueTitle: "Points",
  formula: "(to_i - from_i) / from of the whole * 100",
  sign: "negative for a member that fell",
  nullWhen:
    "the whole starts from zero (zero-base), or a figure of the member or the whole is missing (no-data, incomplete-period)",
  sources: ["OECD, Data and Metadata Reporting and Presentation Handbook (2007), chapter 4"],
  examples: [
    "trade-metrics contribution --of imports --from 2020 --to 2024 --top 5",
    "trade-metrics contribution --of exports --by hs2 --partner MX --from 2023 --to 2024 --top 5",
  ],
  components: [
    { name: "from", title: "From", unit: "USD" },
    { name: "to", title: "To", unit: "USD" },
    { name: "change", title: "Change", unit: "USD" },
    { name: "shareOfChange", title: "Of the change", unit: "percent" },
  ],
  dimensions: ["partner", "product"],
  measures: ["total", "exports", "imports"],
  eachMember: true,
  about: "reporter",
  change: true,
  request({ of, reporter, partners, product, period, base, by }) {
    const to = { of, reporters: [reporter], partners, product, period, by };
    const from = { ...to, period: base };
    return { from, to, fromWhole: { ...from, by: null }, toWhole: { ...to, by: null } };
  },
  compute({ from, to, fromWhole, toWhole }) {
    const start = single(fromWhole);
    const end = single(toWhole);
    const whole =
      start.value === null || end.value === null ? null : { from: start.value, to: end.value };
    const missing = start.reason ?? end.reason;
    const rows: MemberOutcome[] = [];
    const known: Ends[] = [];
    for (const [at, first] of from.entries()) {
      const ends = endsOf(first, to[at]!);
      if (ends) known.push(ends);
      const row = { kind: "member", member: first.member } as const;
      if (ends) rows.push({ ...row, ...outcomeOf(ends, whole, missing) });
      else if (first.reason !== "no-data" || to[at]!.reason !== "no-data") {
        const components = { from: first.value, to: to[at]!.value, change: null };
        const reason = first.reason ?? to[at]!.reason;
        rows.push({
          ...row,
          value: null,
          reason,
          components: { ...components, shareOfChange: null },
        });
      }
    }
    if (!whole) return rows;
    const rest = {
      from: whole.from - sumOf(known.map((ends) => ends.from)),
      to: whole.to - sumOf(known.map((ends) => ends.to)),
    };
    if (rest.from !== 0 || rest.to !== 0) {
      rows.push({ kind: "rest", member: null, ...outcomeOf(rest, whole, missing) });
    }
    rows.push({ kind: "whole", member: null, ...outcomeOf(whole, whole, missing) });
    return rows;
  },
  printed: null,
};

function endsOf(from: MemberFigure, to: MemberFigure): Ends | null {
  return from.value === null || to.value === null ? null : { from: from.value, to: to.value };
}

function outcomeOf(ends: Ends, whole: Ends | null, missing: MemberFigure["reason"]) {
  const { change, points, shareOfChange } = whole
    ? contribution(ends, whole)
    : { change: ends.to - ends.from, points: null, shareOfChange: null };
  const reason = points === null ? (missing ?? ("zero-base" as const)) : null;
  return { value: points, reason, components: { ...ends, change, shareOfChange } };
}
