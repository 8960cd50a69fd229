import {
  type BreakdownMetric,
  firstMissing,
  type MemberFigure,
  single,
  valuesOf,
  wholeOutcome,
} from "./breakdown.ts";
import { areFlows, sumOf } from "./flow-list.ts";

/**
 * Herfindahl-Hirschman index: `sum of (x_i / X) ** 2`, X the sum of the x_i. From 1/n, where all n
 * members have the same share, to 1, where one has all. No unit; times 10,000 it is the index of
 * competition authorities. It does not depend on order or scale. Null where the flows add up to
 * nothing, or where one is negative or not a number.
 * Source: Hirschman, The paternity of an index, American Economic Review 54 (1964), 761-762.
 */
export function herfindahlHirschman(flows: readonly number[]): number | null {
  const whole = sumOf(flows);
  if (!areFlows(flows) || whole === 0) return null;
  return sumOf(flows.map((flow) => (flow / whole) ** 2));
}

/**
 * Normalised Herfindahl-Hirschman index: `(H - 1/n) / (1 - 1/n)`, from 0 for equal shares to 1, so
 * that lists of unlike length compare. n counts every member of the list, those without trade too.
 * Null where the index is, and for a single member, for which no spread is possible.
 * Source: World Bank, WITS, Trade Outcomes Indicators, Hirschman Herfindahl index.
 */
export function normalisedHerfindahlHirschman(flows: readonly number[]): number | null {
  const index = herfindahlHirschman(flows);
  const count = flows.length;
  if (index === null || count < 2) return null;
  return Math.max(0, (index - 1 / count) / (1 - 1 / count));
}

export const concentrationMetric: BreakdownMetric<"flows" | "whole"> = {
  id: "concentration",
  title: "Herfindahl-Hirschman concentration",
  summary: "how much of trade falls on few partners or products, from 1/n to 1",
  unit: "ratio",
  valueTitle: "Concentration",
  formula: "sum of (x_i / X)^2; normalised (H - 1/n) / (1 - 1/n)",
  sign: "1 where one member has all trade, 1/n where all n members have the same",
  nullWhen:
    "there is no trade (no-whole), there are no figures (no-data), or a member has only a part of the period (incomplete-period)",
  sources: [
    "Hirschman, The paternity of an index, American Economic Review 54 (1964), 761-762",
    "World Bank, World Integrated Trade Solution, Trade Outcomes Indicators (normalised)",
  ],
  examples: [
    "trade-metrics concentration --of exports --period 2020..2024",
    "trade-metrics concentration --of imports --by hs2 --partner MX,CA --period 2024",
  ],
  components: [
    { name: "normalised", title: "Normalised", unit: "ratio" },
    { name: "equivalent", title: "Equal members", unit: "ratio" },
    { name: "members", title: "Members", unit: "count" },
    { name: "largestShare", title: "Largest", unit: "percent" },
    { name: "sum", title: "Sum", unit: "USD" },
    { name: "covered", title: "Of the whole", unit: "percent" },
  ],
  untabled: ["sum"],
  dimensions: ["partner", "product"],
  measures: ["exports", "imports", "total"],
  eachMember: false,
  about: "reporter",
  change: false,
  request({ of, reporter, partners, product, period, by }) {
    const whole = { of, reporters: [reporter], partners, product, period, by: null };
    return { flows: { ...whole, by }, whole };
  },
  // A partner without a record is not in the list at all; one with half a period cannot be placed.
  compute({ flows, whole }) {
    const members = flows.filter(({ reason }) => reason !== "no-data");
    const missing = members.length === 0 ? "no-data" : firstMissing(members);
    if (missing) return [wholeOutcome(null, missing, { members: members.length })];
    return [concentrationOutcome(members, single(whole).value)];
  },
  printed: null,
};

function concentrationOutcome(members: readonly MemberFigure[], published: number | null) {
  const values = valuesOf(members);
  const value = herfindahlHirschman(values);
  const sum = sumOf(values);
  const components = {
    normalised: normalisedHerfindahlHirschman(values),
    equivalent: value === null ? null : 1 / value,
    members: members.length,
    largestShare: value === null ? null : (values.reduce((a, b) => Math.max(a, b)) / sum) * 100,
    sum,
    covered: published === null || published === 0 ? null : (sum / published) * 100,
  };
  return wholeOutcome(value, value === null ? "no-whole" : null, components);
}
