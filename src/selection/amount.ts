import {
  isYear,
  monthLabel,
  monthsIn,
  type Period,
  periodOf,
  yearPeriod,
} from "../records/period.ts";
import type { Gap, Series } from "../records/record.ts";

/** What a series holds for a period: a sum, only some of its months, a gap, or nothing. */
export type Amount =
  | { readonly kind: "sum"; readonly value: number; readonly labels: readonly string[] }
  | { readonly kind: "incomplete"; readonly labels: readonly string[] }
  | { readonly kind: "gap"; readonly gap: Gap; readonly labels: readonly string[] }
  | { readonly kind: "none" };

/**
 * The amount of a period: the record of that very period where there is one, else the sum of its
 * years, else of its quarters, else of its months. A record of the whole period is never added to those of its parts.
 * @param covered tells whether the publisher gave figures for a part of the period at all; a part
 *   that is covered, but not in this series, is a zero flow.
 */
export function amountOf(
  series: Pick<Series, "values" | "gaps">,
  period: Period,
  covered: (label: string) => boolean = () => false,
): Amount {
  const own = series.values.get(period.label);
  if (own !== undefined) return { kind: "sum", value: own, labels: ownLabel(period) };
  const gap = series.gaps?.get(period.label);
  if (gap) return { kind: "gap", gap, labels: [] };
  const found: string[] = [];
  for (const labels of partsOf(period)) {
    const sum = sumOver(series, labels, covered);
    if (sum?.kind === "sum" || sum?.kind === "gap") return sum;
    // A year beside months of the next: all are records of the period.
    if (sum?.kind === "incomplete") found.push(...sum.labels);
  }
  return found.length > 0 ? { kind: "incomplete", labels: found } : { kind: "none" };
}

function sumOver(
  series: Pick<Series, "values" | "gaps">,
  labels: readonly string[],
  covered: (label: string) => boolean,
): Amount | null {
  const found: string[] = [];
  let value = 0;
  let complete = labels.length > 0;
  let gap: Gap | undefined;
  for (const label of labels) {
    const amount = series.values.get(label);
    const own = amount === undefined ? series.gaps?.get(label) : undefined;
    if (own) gap = own === "suppressed" ? own : (gap ?? own);
    else if (amount === undefined) complete &&= covered(label);
    else {
      found.push(label);
      value += amount;
    }
  }
  if (gap) return { kind: "gap", gap, labels: [] };
  if (found.length === 0) return null;
  // Kept by many figures, so that those of one period share their list.
  const held = found.length === labels.length ? labels : found;
  return complete ? { kind: "sum", value, labels: held } : { kind: "incomplete", labels: held };
}

const ownKnown = new WeakMap<Period, readonly string[]>();

/** The label of a period as a list, which its figures share. */
function ownLabel(period: Period): readonly string[] {
  let known = ownKnown.get(period);
  if (!known) {
    known = [period.label];
    ownKnown.set(period, known);
  }
  return known;
}

const partsKnown = new WeakMap<Period, readonly (readonly string[])[]>();

/** The ways in which a period is made of others: of years, of quarters, of months. */
function partsOf(period: Period): readonly (readonly string[])[] {
  const known = partsKnown.get(period);
  if (known) return known;
  const parts = [yearLabels(period), quarterLabels(period), monthLabels(period)];
  partsKnown.set(period, parts);
  return parts;
}

const labelsKnown = new WeakMap<Period, readonly string[]>();

/** The labels of all records that could be a period or parts of it. */
export function labelsIn(period: Period): readonly string[] {
  const known = labelsKnown.get(period);
  if (known) return known;
  const labels = [period.label, ...partsOf(period).flat()];
  labelsKnown.set(period, labels);
  return labels;
}

/** The whole years of a period of several; empty where it is not made of whole years. */
function yearLabels(period: Period): string[] {
  const whole = period.first % 12 === 0 && period.last % 12 === 11 && !isYear(period);
  if (!whole) return [];
  const labels: string[] = [];
  for (let first = period.first; first <= period.last; first += 12) {
    labels.push(yearPeriod(first / 12).label);
  }
  return labels;
}

/** The quarters of a period of several; empty where it is not made of whole quarters. */
function quarterLabels(period: Period): string[] {
  const whole = period.first % 3 === 0 && period.last % 3 === 2 && monthsIn(period) > 3;
  if (!whole) return [];
  const labels: string[] = [];
  for (let first = period.first; first <= period.last; first += 3) {
    labels.push(periodOf(first, first + 2).label);
  }
  return labels;
}

/** The months of a period; none for a single month, whose own record was looked up already. */
function monthLabels(period: Period): string[] {
  if (period.first === period.last) return [];
  const labels: string[] = [];
  for (let month = period.first; month <= period.last; month += 1) labels.push(monthLabel(month));
  return labels;
}
