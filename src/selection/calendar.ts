import {
  monthsIn,
  type Period,
  parsePeriod,
  periodOf,
  yearOf,
  yearPeriod,
} from "../records/period.ts";
import type { Flow } from "../records/record.ts";
import type { StoredSeries } from "../sources/dataset.ts";

const YEAR_LABEL = /^\d{4}$/;
const MONTH_LABEL = /^(\d{4})-(\d{2})$/;

/** For which years and months the data hold figures: whole years, and years that are under way. */
export interface Calendar {
  readonly completeYears: ReadonlySet<number>;
  /** The months so far of a year whose records stop before December. */
  readonly unfinished: ReadonlyMap<number, Period>;
  /** The index of the last month with a record of its own; null where there are no months. */
  readonly lastMonth: number | null;
  /** Periods of twelve months that are no calendar years, such as `2022-04/2023-03`. */
  readonly fiscalYears: ReadonlySet<string>;
}

export const noCalendar: Calendar = {
  completeYears: new Set(),
  unfinished: new Map(),
  lastMonth: null,
  fiscalYears: new Set(),
};

/** The calendar in which all of the flows named have figures. */
export function calendarOf(series: readonly StoredSeries[], flows: readonly Flow[]): Calendar {
  const calendars = flows.map((flow) =>
    flowCalendar(series.filter((one) => one.key.flow === flow)),
  );
  const [first, ...others] = calendars;
  if (!first) return noCalendar;
  const years = new Set(
    calendars.flatMap((each) => [...each.completeYears, ...each.unfinished.keys()]),
  );
  const completeYears = new Set<number>();
  const unfinished = new Map<number, Period>();
  for (const year of years) {
    const ends = [first, ...others].map((each) => lastMonthOf(each, year));
    if (ends.includes(null)) continue;
    const last = Math.min(...(ends as number[]));
    if (last === year * 12 + 11) completeYears.add(year);
    else unfinished.set(year, periodOf(year * 12, last));
  }
  const ends = calendars.map(({ lastMonth }) => lastMonth);
  const lastMonth = ends.includes(null) ? null : Math.min(...(ends as number[]));
  return { completeYears, unfinished, lastMonth, fiscalYears: fiscalYearsOf(calendars) };
}

/** The fiscal years that all of some calendars have. */
export function fiscalYearsOf([first, ...others]: readonly Calendar[]): ReadonlySet<string> {
  const all = [...(first?.fiscalYears ?? [])];
  return new Set(all.filter((label) => others.every((each) => each.fiscalYears.has(label))));
}

function lastMonthOf(calendar: Calendar, year: number): number | null {
  if (calendar.completeYears.has(year)) return year * 12 + 11;
  return calendar.unfinished.get(year)?.last ?? null;
}

function flowCalendar(series: readonly StoredSeries[]): Calendar {
  const completeYears = new Set<number>();
  const unfinished = new Map<number, Period>();
  const kinds = new Map<string, Set<string>>();
  for (const { key, values } of series) {
    const kind = [key.reporter, key.sector, key.flowBasis, key.valuation, key.basis].join("|");
    const labels = kinds.get(kind) ?? new Set();
    kinds.set(kind, labels);
    for (const label of values.keys()) labels.add(label);
  }
  for (const labels of kinds.values()) addLabels(labels, completeYears, unfinished);
  for (const year of completeYears) unfinished.delete(year);
  const months = [...kinds.values()].flatMap((labels) => [...labels].flatMap(monthOf));
  const lastMonth = months.reduce<number | null>((last, one) => Math.max(last ?? one, one), null);
  const labels = [...kinds.values()].flatMap((all) => [...all]);
  return { completeYears, unfinished, lastMonth, fiscalYears: new Set(labels.filter(isFiscal)) };
}

function isFiscal(label: string): boolean {
  if (!label.includes("/")) return false;
  const period = parsePeriod(label);
  return monthsIn(period) === 12 && period.first % 12 !== 0;
}

function monthOf(label: string): number[] {
  const month = MONTH_LABEL.exec(label);
  return month ? [Number(month[1]) * 12 + Number(month[2]) - 1] : [];
}

function addLabels(
  labels: ReadonlySet<string>,
  completeYears: Set<number>,
  unfinished: Map<number, Period>,
): void {
  const months = new Set<number>();
  const intervals: string[] = [];
  for (const label of labels) {
    const month = MONTH_LABEL.exec(label);
    if (YEAR_LABEL.test(label)) completeYears.add(Number(label));
    else if (month) months.add(Number(month[1]) * 12 + Number(month[2]) - 1);
    else intervals.push(label);
  }
  for (const quarter of intervals.map(parsePeriod).filter(isQuarter)) {
    for (let month = quarter.first; month <= quarter.last; month += 1) months.add(month);
  }
  const latest = Math.max(...months);
  for (const january of months) {
    if (january % 12 !== 0) continue;
    let end = january;
    while (months.has(end + 1) && end < january + 11) end += 1;
    if (end === january + 11) completeYears.add(january / 12);
    else if (end === latest) unfinished.set(january / 12, periodOf(january, end));
  }
  for (const label of intervals) {
    const [from, to] = label.split("/").map((end) => MONTH_LABEL.exec(end));
    if (!from || !to || from[2] !== "01" || from[1] !== to[1] || to[2] === "03") continue;
    const year = Number(from[1]);
    unfinished.set(year, periodOf(year * 12, year * 12 + Number(to[2]) - 1));
  }
}

function isQuarter(period: Period): boolean {
  return period.first % 3 === 0 && monthsIn(period) === 3;
}

/** The latest complete years, at most `count`, oldest first; fiscal ones where there are no others. */
export function latestYears(calendar: Calendar, count: number): Period[] {
  if (calendar.completeYears.size === 0) {
    return [...calendar.fiscalYears].sort().slice(-count).map(parsePeriod);
  }
  return [...calendar.completeYears]
    .sort((a, b) => a - b)
    .slice(-count)
    .map(yearPeriod);
}

/** The last month with figures; none where the data are of years. */
export function latestMonth({ lastMonth }: Calendar): Period[] {
  return lastMonth === null ? [] : [periodOf(lastMonth, lastMonth)];
}

/** The months so far, where the period is a year that is under way in this calendar. */
export function unfinishedPart(calendar: Calendar, period: Period): Period | null {
  const year = yearOf(period);
  if (period.label !== String(year)) return null;
  return calendar.unfinished.get(year) ?? null;
}
