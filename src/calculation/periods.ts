import type { FigureRequest } from "../metrics/cell.ts";
import { dividedBy } from "../question/periods.ts";
import { type Place, type Question, tellsApart } from "../question/question.ts";
import { isYear, monthsIn, type Period, periodOf, yearOf, yearPeriod } from "../records/period.ts";
import {
  type Calendar,
  calendarOf,
  fiscalYearsOf,
  latestMonth,
  latestYears,
  noCalendar,
  unfinishedPart,
} from "../selection/calendar.ts";
import { monthsProjected } from "../selection/projection.ts";
import { isWanted } from "../selection/select.ts";
import { listingAll } from "../sources/vintages.ts";
import type { Cube } from "./cube.ts";
import { flowsOf } from "./flow-figure.ts";
import type { WarningList } from "./warnings.ts";

/** How many years an answer shows when no period is asked for. */
const DEFAULT_YEARS = 5;

/** A period to show, and whether it is a projection of an incomplete year. */
export interface ShownPeriod {
  readonly period: Period;
  readonly projectedFrom: Period | null;
}

/**
 * The periods of an answer. Without a wish, the latest complete years. A year that is under way is
 * never shown as a year: it becomes the months that it has, with a warning, or, where that was asked
 * for, a projection that says so.
 */
export function shownPeriods(
  question: Pick<Question, "periods" | "project" | "rolling" | "step" | "metric">,
  calendar: Calendar,
  warnings: WarningList,
): ShownPeriod[] {
  const wanted = wantedPeriods(question, calendar);
  if (wanted.length === 0) {
    warnings.add(
      "no-complete-year",
      calendar.lastMonth === null && calendar.unfinished.size === 0
        ? "the data have no period in which all of what is asked for is there (look at what they hold with data check or data show)"
        : "the data hold no complete year (ask for months with --period)",
    );
  }
  const { completeYears, fiscalYears } = calendar;
  const missed = wanted.find((period) => isYear(period) && fiscalYears.size > 0);
  if (missed && completeYears.size === 0) {
    const years = [...fiscalYears].sort().join(",");
    warnings.add(
      "fiscal-years",
      `${missed.label} is a calendar year, and the data have fiscal years (use --period ${years})`,
    );
  }
  if (question.rolling !== null) {
    return wanted.map(({ last }) => ({
      period: periodOf(last - question.rolling! + 1, last),
      projectedFrom: null,
    }));
  }
  return wanted.map((period) => {
    const months = monthsProjected(question.project, period, () => calendar);
    if (months) {
      warnings.add(
        "projected",
        `${period.label} is projected: each flow of the last full year times its months ${months.label} over the same months of the year before`,
      );
      return { period, projectedFrom: months };
    }
    const part = unfinishedPart(calendar, period);
    if (!part) return { period, projectedFrom: null };
    warnings.add(
      "unfinished-year",
      `${period.label} is not complete: ${part.label} is shown in its place`,
    );
    return { period: part, projectedFrom: null };
  });
}

function wantedPeriods(
  { periods, rolling, step, metric }: Pick<Question, "periods" | "rolling" | "step" | "metric">,
  calendar: Calendar,
): readonly Period[] {
  const years = (count: number) => {
    const latest = latestYears(calendar, count);
    return step === null ? latest : latest.flatMap((year) => dividedBy(year, step));
  };
  if (periods === null) {
    return rolling === null ? years(metric.asks.years ?? DEFAULT_YEARS) : latestMonth(calendar);
  }
  const all = periods.flatMap((period) => {
    if (period === "latest") return years(1);
    return period === "latest-month" ? latestMonth(calendar) : [period];
  });
  return [...new Map(all.map((period) => [period.label, period])).values()];
}

/** The calendar of the figures that a question needs: the years that all of its places have. */
export function questionCalendar(question: Question, cube: Cube): Calendar {
  const { of, by, each, own, whole, periods } = question;
  const year = periodOf(0, 11);
  const base = question.metric.asks.change === "plain" ? year : null;
  const parameters = { of, by, each, own, whole, base, indexBase: null };
  const byAll = periods?.some((period) => typeof period === "string") ?? false;
  const all = question.subjects.map(({ place }) => place);
  const places = byAll ? all.flatMap(eachOf) : all.slice(0, 1);
  const calendars = places.flatMap((place) =>
    Object.values(question.metric.figures({ ...place, period: year }, parameters)).flatMap(
      (request) => requestCalendar(request, question, cube) ?? [],
    ),
  );
  return intersection(calendars);
}

/** The places of single reporters and partners that are named together in one. */
function eachOf(place: Place): Place[] {
  const partners = place.partner === "all" ? [place.partner] : place.partner.map((one) => [one]);
  const reporters =
    typeof place.reporter === "string" ? [place.reporter] : place.reporter.map((one) => [one]);
  return reporters.flatMap((reporter) =>
    partners.map((partner) => ({ ...place, reporter, partner })),
  );
}

/** The calendar of the first reporter and partner with complete years; null without any series. */
function requestCalendar(
  { of, at }: FigureRequest,
  question: Question,
  cube: Cube,
): Calendar | null {
  const { preferences, subjects, periods } = question;
  const flows = flowsOf(of).map(({ flow }) => flow);
  // Without a wish, the years of which all partners are listed.
  const lists =
    periods === null &&
    tellsApart(question, "partner") &&
    subjects.some(({ place }) => place.partner === "all");
  const whole = cube.datasetOf(at.product);
  const dataset = lists ? listingAll(whole) : whole;
  const reporters = Array.isArray(at.reporter) ? at.reporter : null;
  const others = subjects.flatMap(({ place }) => (place.partner === "all" ? [] : place.partner));
  const partners = at.partner === "all" ? cube.withWorld(at.product) : [...at.partner, ...others];
  let found: Calendar | null = null;
  for (const partner of new Set(partners)) {
    const series = dataset
      .seriesOf(partner)
      .filter(
        ({ key }) =>
          isWanted(key, preferences) && (reporters === null || reporters.includes(key.reporter)),
      );
    if (series.length === 0) continue;
    const calendar = calendarOf(series, flows);
    if (calendar.completeYears.size > 0) return calendar;
    found ??= calendar;
  }
  return found;
}

/** The years in which all of several calendars have figures, and the earliest of their ends. */
function intersection(calendars: readonly Calendar[]): Calendar {
  const [first, ...others] = calendars;
  if (!first) return noCalendar;
  const completeYears = new Set(
    [...first.completeYears].filter((year) => others.every((each) => each.completeYears.has(year))),
  );
  const ends = calendars.map(({ lastMonth }) => lastMonth);
  const lastMonth = ends.includes(null) ? null : Math.min(...(ends as number[]));
  const fiscalYears = fiscalYearsOf(calendars);
  return { completeYears, unfinished: first.unfinished, lastMonth, fiscalYears };
}

/**
 * The period from which the growth of a period is measured: the one asked for, of trailing sums the
 * sum that ends with it; else the same months a year before, for years, for months so far, and where
 * asked for; else the run of months just before.
 */
export function basePeriodOf(
  question: Pick<Question, "from" | "over" | "periods" | "rolling">,
  period: Period,
): Period {
  if (question.from) return startOf(question.from, question, period);
  const length = monthsIn(period);
  const aYear = question.over === "year" || isYear(period) || length > 1;
  const step = aYear && length <= 12 ? 12 : length;
  return periodOf(period.first - step, period.last - step);
}

/**
 * The period whose value is 100 in the index of a period: of the same months, where a year became
 * the months that it has so far; of trailing sums, the sum that ends with it.
 */
export function indexBaseOf(
  question: Pick<Question, "indexBase" | "periods" | "rolling">,
  period: Period,
): Period | null {
  return question.indexBase && startOf(question.indexBase, question, period);
}

function startOf(
  from: Period,
  { periods, rolling }: Pick<Question, "periods" | "rolling">,
  shown: Period,
): Period {
  if (rolling !== null) return periodOf(from.last - rolling + 1, from.last);
  const asked = (periods ?? []).filter((one) => typeof one !== "string");
  return likePeriod(from, shown, asked);
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
