import type { FigureRequest } from "../metrics/metric.ts";
import { isYear, monthsIn, type Period, periodOf, yearOf, yearPeriod } from "../records/period.ts";
import { type Calendar, calendarOf, latestYears, unfinishedPart } from "../selection/calendar.ts";
import { isWanted } from "../selection/select.ts";
import type { OpenDatasets } from "../sources/dataset.ts";
import { flowsOf } from "./measure.ts";
import type { Question } from "./question.ts";
import type { WarningList } from "./warnings.ts";

/** How many years an answer shows when no period is asked for. */
const DEFAULT_YEARS = 5;

/** A period to show, and whether it is a projection of an unfinished year. */
export interface ShownPeriod {
  readonly period: Period;
  readonly projectedFrom: Period | null;
}

/**
 * The periods of an answer. Without a wish, the five latest complete years. A year that is under
 * way is never shown as a year: it becomes the months that it has, with a warning, or, where that
 * was asked for, a projection that says so.
 */
export function shownPeriods(
  question: Pick<Question, "periods" | "project">,
  calendar: Calendar,
  warnings: WarningList,
  defaultYears = DEFAULT_YEARS,
): ShownPeriod[] {
  const wanted = question.periods ?? latestYears(calendar, defaultYears);
  if (wanted.length === 0) {
    warnings.add(
      "no-complete-year",
      "the data hold no complete year (ask for months with --period)",
    );
  }
  return wanted.map((period) => {
    const part = unfinishedPart(calendar, period);
    if (!part) return { period, projectedFrom: null };
    if (question.project) {
      warnings.add(
        "projected",
        `${period.label} is projected: each flow of the last full year times its months ${part.label} over the same months of the year before`,
      );
      return { period, projectedFrom: part };
    }
    warnings.add(
      "unfinished-year",
      `${period.label} is not complete: ${part.label} is shown in its place`,
    );
    return { period: part, projectedFrom: null };
  });
}

/** The calendar of the figures that a question needs, of the first partner with complete years. */
export function questionCalendar(question: Question, datasets: OpenDatasets): Calendar {
  const [first] = question.partners.partners;
  const subject = { partners: [first!.code], period: periodOf(0, 11) };
  const requested = question.metric.request(subject, calendarParameters(question));
  const requests = Object.values(requested) as FigureRequest[];
  const calendars = requests.map((request) => requestCalendar(request, question, datasets));
  return intersection(calendars);
}

function calendarParameters(question: Question) {
  const { of, product, petroleum, petroleumFlows } = question;
  const plain = { of, product, petroleum, petroleumFlows, whole: null };
  return { ...plain, basePeriod: () => null, indexBase: null, compoundAnnualGrowth: false };
}

function requestCalendar(
  request: FigureRequest,
  question: Question,
  datasets: OpenDatasets,
): Calendar {
  const dataset = datasets.forProduct(request.product);
  const flows = flowsOf(request.of).map(({ flow }) => flow);
  let found: Calendar | null = null;
  for (const { code } of question.partners.partners) {
    const series = dataset.seriesOf(code).filter(({ key }) => isWanted(key, question.preferences));
    if (series.length === 0) continue;
    const calendar = calendarOf(series, flows);
    if (calendar.completeYears.size > 0) return calendar;
    found ??= calendar;
  }
  return found ?? { completeYears: new Set(), unfinished: new Map() };
}

/** The years in which all of several calendars have figures. */
export function intersection(calendars: readonly Calendar[]): Calendar {
  const [first, ...others] = calendars;
  if (!first) return { completeYears: new Set(), unfinished: new Map() };
  const completeYears = new Set(
    [...first.completeYears].filter((year) => others.every((each) => each.completeYears.has(year))),
  );
  return { completeYears, unfinished: first.unfinished };
}

/**
 * The period from which the growth of a period is measured: the one asked for; else the same
 * months a year before, for years, for months so far, and where asked for; else the run of months
 * just before.
 */
export function basePeriodOf(
  question: Pick<Question, "from" | "over" | "periods">,
  period: Period,
): Period {
  if (question.from) return likePeriod(question.from, period, question.periods ?? []);
  const length = monthsIn(period);
  const aYear = question.over === "year" || isYear(period) || length > 1;
  const step = aYear && length <= 12 ? 12 : length;
  return periodOf(period.first - step, period.last - step);
}

/**
 * The start that was asked for; where the end is a year that became the months it has so far, and
 * the start is a whole year, the same months of that year.
 */
function likePeriod(from: Period, shown: Period, asked: readonly Period[]): Period {
  const year = yearPeriod(yearOf(shown));
  const cut = monthsIn(shown) < 12 && asked.some(({ label }) => label === year.label);
  if (!cut || !isYear(from)) return from;
  const shift = from.first - year.first;
  return periodOf(shown.first + shift, shown.last + shift);
}

/** Years from one period to another, by their first months. */
export function yearsBetween(from: Period, to: Period): number {
  return (to.first - from.first) / 12;
}
