import {
  addIntervals,
  divideIntervals,
  type Interval,
  linearInterval,
  multiplyIntervals,
  pointInterval,
  subtractIntervals,
} from "../numbers/interval.ts";
import { scaleExponent } from "../numbers/printed.ts";
import type { Formula } from "./file/schema.ts";

/** A number and everything that its rounding lets it be. */
export interface Bounded {
  readonly value: number;
  readonly interval: Interval;
}

type Arguments = readonly Bounded[];

/**
 * The formulas over numbers of a report. Each gives null where it is not defined: a divisor that
 * may be zero, a growth across zero. Growth, share, ratio and deflate use each number once, so that
 * their intervals are exact ranges.
 */
const formulas: Readonly<Record<keyof Required<Formula>, (all: Arguments) => Bounded | null>> = {
  sum: (all) =>
    all.reduce((a, b) => combine(a.value + b.value, addIntervals(a.interval, b.interval))),
  difference: ([a, b]) => combine(a!.value - b!.value, subtractIntervals(a!.interval, b!.interval)),
  product: ([a, b]) => combine(a!.value * b!.value, multiplyIntervals(a!.interval, b!.interval)),
  ratio: ([a, b]) => quotient(a!, b!, 1, 0),
  share: ([part, whole]) => quotient(part!, whole!, 100, 0),
  growth: ([from, to]) => quotient(to!, from!, 100, -100),
  average: (all) => {
    const sum = formulas.sum(all)!;
    return combine(sum.value / all.length, linearInterval(sum.interval, 1 / all.length));
  },
  // (1 + growth) / (1 + prices) - 1: both in percent.
  deflate: ([growth, prices]) => quotient(plusHundred(growth!), plusHundred(prices!), 100, -100),
  // A fixed amount while prices rise: 1 / (1 + prices) - 1.
  "real-value": ([prices]) =>
    quotient({ value: 100, interval: pointInterval(100) }, plusHundred(prices!), 100, -100),
};

export function evaluateFormula(
  formula: Formula,
  argumentOf: (name: string) => Bounded,
): Bounded | null {
  const [name, arguments_] = formulaParts(formula);
  return formulas[name](arguments_.map(argumentOf));
}

/** The name of a formula and its arguments. */
export function formulaParts(formula: Formula): [keyof Required<Formula>, readonly string[]] {
  const [entry] = Object.entries(formula);
  return entry as [keyof Required<Formula>, readonly string[]];
}

/**
 * Numbers in quotes with the scale of their claim, where they have none of their own: all of a sum,
 * difference or average, the first of a ratio, and of a product one that stands with no named amount.
 */
export function scaledLiterals(
  formula: Formula,
  scale: string,
  named: ReadonlySet<string>,
): Formula {
  if (scale === "") return formula;
  const [name, parts] = formulaParts(formula);
  const isPlain = (part: string) => !named.has(part) && /^[^/]*\d\s*$/.test(part);
  const scaled = (part: string) => (isPlain(part) ? `${part} ${scale}` : part);
  const all = ["sum", "difference", "average"].includes(name);
  const first = name === "ratio" || (name === "product" && !parts.some((part) => named.has(part)));
  if (!all && !first) return formula;
  return { [name]: parts.map((part, at) => (all || at === 0 ? scaled(part) : part)) } as Formula;
}

/** Whether a printed number says its own scale. */
export function hasScale(text: string): boolean {
  const word = /([a-z]+)\s*$/i.exec(text)?.[1];
  return word !== undefined && scaleExponent(word) !== undefined;
}

function combine(value: number, interval: Interval): Bounded {
  return {
    value,
    interval: { low: Math.min(interval.low, value), high: Math.max(interval.high, value) },
  };
}

function quotient(a: Bounded, b: Bounded, factor: number, offset: number): Bounded | null {
  const interval = divideIntervals(a.interval, b.interval);
  if (!interval) return null;
  return combine((a.value / b.value) * factor + offset, linearInterval(interval, factor, offset));
}

function plusHundred({ value, interval }: Bounded): Bounded {
  return { value: value + 100, interval: linearInterval(interval, 1, 100) };
}
