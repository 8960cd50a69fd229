import { divideIntervals, linearInterval } from "../numbers/interval.ts";
import { deflatedGrowth } from "./deflate.ts";
import { computed, type Metric, notComputable } from "./metric.ts";
import { percentOf } from "./mistaken-for.ts";
import type { Reason } from "./reason.ts";

/**
 * Growth: `(to / from - 1) * 100`, in percent. Null from zero (`zero-base`), and null where one end
 * is a surplus and the other a deficit (`sign-change`), because no rate joins them. Between two
 * deficits the rate is that of the deficit: from -85.3 to -263 it is +208 %, a deficit that grew.
 */
export function growth(from: number, to: number): number | null {
  return growthReason(from, to) === null ? (to / from - 1) * 100 : null;
}

/** Why growth is not defined, or null where it is. */
export function growthReason(from: number, to: number): Reason | null {
  if (from === 0) return "zero-base";
  return to !== 0 && Math.sign(from) !== Math.sign(to) ? "sign-change" : null;
}

/**
 * Compound annual growth rate: `((to / from) ** (1 / years) - 1) * 100`, in percent a year. Null
 * where growth is, and where the periods are not at least a part of a year apart.
 */
export function compoundAnnualGrowth(from: number, to: number, years: number): number | null {
  if (growthReason(from, to) !== null || years <= 0) return null;
  return ((to / from) ** (1 / years) - 1) * 100;
}

/** Index: `value / base * 100`. Null where the base is zero or has the opposite sign. */
export function index(base: number, value: number): number | null {
  return growthReason(base, value) === null ? (value / base) * 100 : null;
}

type Input = "from" | "to" | "indexBase";

export const growthMetric: Metric<Input> = {
  id: "growth",
  title: "Growth",
  alsoCalled: ["growth rate", "CAGR", "compound annual growth"],
  summary: "the change from one period to another in percent",
  unit: "percent",
  valueTitle: "Growth",
  formula: "(to / from - 1) * 100",
  sign: "negative for a fall; of a deficit, positive where the deficit grew",
  nullWhen:
    "the start is zero (zero-base), a surplus turned into a deficit or back (sign-change), or either figure is missing (no-data, incomplete-period)",
  sources: ["OECD, Data and Metadata Reporting and Presentation Handbook (2007), chapter 4"],
  examples: [
    "trade-metrics growth --partner MX --of imports --period 2020..2024",
    "trade-metrics growth --partner USMCA --of total --data bea-trade --from 2020 --to 2023 --total",
    "trade-metrics growth --partner MX --of balance --from 2017 --to 2025 --project",
    "trade-metrics growth --values 196,274",
    "trade-metrics growth --values 196,274 --deflate 25",
  ],
  inputs: [
    { name: "from", title: "From", unit: "USD", required: true },
    { name: "to", title: "To", unit: "USD", required: true },
    { name: "indexBase", title: "Index base", unit: "USD", required: false, dispensable: true },
  ],
  derived: [
    { name: "change", title: "Change", unit: "USD" },
    { name: "cagr", title: "A year", unit: "percent", optional: true },
    { name: "index", title: "Index", unit: "index", optional: true },
    { name: "real", title: "Real growth", unit: "percent", optional: true },
  ],
  components: ["from", "to", "change", "cagr", "index", "real"],
  asks: {
    about: "partner",
    of: ["total", "exports", "imports", "balance"],
    product: true,
    change: "growth",
    additive: true,
    // By the change: a rate would put partners with next to no trade first.
    ranking: { by: "change", first: "largest", title: "largest rises" },
  },
  mistakenFor: [
    {
      id: "over-end",
      says: "the change over the end in place of the start",
      of: ({ from = 0, to = 0 }) => percentOf(to - from, to),
    },
    {
      id: "end-over-start",
      says: "the end in percent of the start in place of the rise",
      of: ({ from = 0, to = 0 }) => percentOf(to, from),
    },
    {
      id: "less-whole",
      says: "a hundred percent taken off the rise, as if it were the end over the start",
      of: ({ from = 0, to = 0 }) => minus(growth(from, to), 100),
    },
    {
      id: "yearly-compound",
      says: "growth a year (compound) in place of growth over the span",
      of: ({ from = 0, to = 0 }, { years }) =>
        yearly(years, (n) => compoundAnnualGrowth(from, to, n)),
    },
    {
      id: "yearly-average",
      says: "growth over the span divided by its years",
      of: ({ from = 0, to = 0 }, { years }) =>
        yearly(years, (n) => {
          const whole = growth(from, to);
          return whole === null ? null : whole / n;
        }),
    },
    {
      id: "from-end",
      says: "growth from the end back to the start",
      of: ({ from = 0, to = 0 }) => growth(to, from),
    },
  ],
  figures: (to, { of, base, indexBase }) => ({
    ...(base && { from: { of, at: { ...to, period: base } } }),
    to: { of, at: to },
    ...(indexBase && { indexBase: { of, at: { ...to, period: indexBase } } }),
  }),
  compute({ from, to, indexBase }, { years, prices }) {
    const nominal = growth(from, to);
    const derived = {
      change: to - from,
      ...(years !== null && { cagr: compoundAnnualGrowth(from, to, years) }),
      ...(indexBase !== undefined && { index: index(indexBase, to) }),
      ...(prices && { real: nominal === null ? null : deflatedGrowth(nominal, prices.value) }),
    };
    const reason = growthReason(from, to);
    return reason ? notComputable(reason, derived) : computed(nominal!, derived);
  },
  interval({ from, to }) {
    const quotient = divideIntervals(to, from);
    return quotient && linearInterval(quotient, 100, -100);
  },
  // (to / from) / (1 + prices / 100) uses each unknown once, so its interval is the exact range.
  derivedIntervals({ from, to }, { prices }) {
    if (!prices) return {};
    const quotient = divideIntervals(to, from);
    const level = linearInterval(prices.interval, 0.01, 1);
    const real = quotient && divideIntervals(quotient, level);
    return { real: real && linearInterval(real, 100, -100) };
  },
  multipleOf: (value) => 1 + value / 100,
  inverseOf: (value) => (1 / (1 + value / 100) - 1) * 100,
};

function minus(value: number | null, less: number): number | null {
  return value === null ? null : value - less;
}

/** Of one year, yearly growth is growth itself. */
function yearly(years: number | null, of: (years: number) => number | null): number | null {
  return years === null || years <= 1 ? null : of(years);
}
