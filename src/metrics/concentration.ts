import type { Interval } from "../numbers/interval.ts";
import { areFlows, sumOf } from "./flow-list.ts";
import { flowInput } from "./flows.ts";
import { computed, type MemberFigure, type Metric, notComputable, valuesOf } from "./metric.ts";

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

/**
 * Every value of the index while each flow stays in its interval. The index rises with a flow whose
 * share is above the index itself and falls with one below it, so the largest value has the flows
 * above some size at their upper ends and all others at their lower ends, and the smallest has every
 * flow as near as it comes to one common size.
 */
function indexInterval(flows: readonly Interval[]): Interval | null {
  if (flows.some(({ low }) => low < 0) || sumOf(flows.map(({ low }) => low)) === 0) return null;
  const sorted = [...flows].sort((a, b) => b.low + b.high - (a.low + a.high));
  let high = 0;
  for (let large = 0; large <= sorted.length; large += 1) {
    const corner = sorted.map((one, at) => (at < large ? one.high : one.low));
    high = Math.max(high, herfindahlHirschman(corner) ?? 0);
  }
  let [below, above] = [0, Math.max(...flows.map((flow) => flow.high))];
  const near = (size: number) => flows.map((flow) => Math.min(flow.high, Math.max(flow.low, size)));
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (below + above) / 2;
    const values = near(middle);
    if (sumOf(values.map((one) => one ** 2)) > middle * sumOf(values)) below = middle;
    else above = middle;
  }
  return { low: herfindahlHirschman(near(above)) ?? high, high };
}

/** So many halvings leave nothing of a double's digits. */
const HALVINGS = 100;

export const concentrationMetric: Metric<"whole", "flows"> = {
  id: "concentration",
  title: "Herfindahl-Hirschman concentration",
  alsoCalled: ["HHI", "Herfindahl index", "Herfindahl-Hirschman index"],
  summary: "how concentrated trade is on few partners or products",
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
    "trade-metrics concentration --of imports --by hs2 --each partner --period 2024",
    "trade-metrics concentration --values 30,30,20,20",
  ],
  inputs: [
    flowInput("flows", "Flows", { list: true }),
    { name: "whole", title: "Whole", unit: "USD", required: false, dispensable: true },
  ],
  derived: [
    { name: "normalised", title: "Normalised", unit: "ratio" },
    { name: "equivalent", title: "Equal members", unit: "ratio" },
    { name: "members", title: "Members", unit: "count" },
    { name: "largest", title: "Largest", unit: "text", optional: true },
    { name: "largestShare", title: "Its share", unit: "percent" },
    { name: "sum", title: "Sum", unit: "USD" },
    { name: "covered", title: "Of the whole", unit: "percent" },
  ],
  components: ["normalised", "equivalent", "members", "largest", "largestShare", "sum", "covered"],
  untabled: ["sum"],
  asks: {
    about: "reporter",
    of: ["exports", "imports", "total"],
    each: ["partner", "product"],
    product: true,
    additive: false,
    ranking: { by: "value", first: "largest", title: "most concentrated" },
  },
  // A partner without a record is not in the list at all; one with half a period cannot be placed.
  figures: (at, { of, each }) => ({
    flows: { of, at, each, absentLeftOut: true },
    whole: { of, at },
  }),
  compute({ flows, whole }, { nameOf }) {
    const values = valuesOf(flows);
    const value = herfindahlHirschman(values);
    const sum = sumOf(values);
    const largest = flows.reduce<MemberFigure | null>(
      (most, one) => (most === null || one.value > most.value ? one : most),
      null,
    );
    const derived = {
      normalised: normalisedHerfindahlHirschman(values),
      equivalent: value === null ? null : 1 / value,
      members: flows.length,
      ...(nameOf && { largest: value === null ? null : nameOf(largest!.member) }),
      largestShare: value === null ? null : (largest!.value / sum) * 100,
      sum,
      covered: whole === undefined || whole === 0 ? null : (sum / whole) * 100,
    };
    return value === null ? notComputable("no-whole", derived) : computed(value, derived);
  },
  interval: ({ flows }) => indexInterval(flows),
};
