import { flowsOf } from "../../calculation/flow-figure.ts";
import { isYear, type Period, periodOf, yearOf, yearPeriod } from "../../records/period.ts";
import { WORLD } from "../../records/record.ts";
import { calendarOf } from "../../selection/calendar.ts";
import type { Recipe } from "../recipe.ts";
import type { ClaimSources } from "../sources.ts";
import type { Change } from "./change.ts";
import { distinctSources } from "./distinct-sources.ts";

/** The years in which the data of a recipe have figures, complete and begun. */
interface KnownYears {
  readonly complete: readonly number[];
  /** The last month of the latest year with months, or null where the data are annual. */
  readonly lastMonth: number | null;
}

/**
 * Other periods than those of a group: every year; the months of each year up to each month; its
 * quarters and second half; the fiscal year of the US government (October to September); the same
 * months of other years; and, in place of a month, every other month of its year.
 */
export function periodChanges(recipes: readonly Recipe[], sources: ClaimSources): Change[] {
  const periods = distinct(recipes.map(({ period }) => period));
  const bases = distinct(recipes.flatMap(({ from }) => (from ? [from] : [])));
  const years = yearsOf(recipes, sources);
  const annual = years.complete.map(yearPeriod);
  const usual = [...annual, ...monthRuns(years)];
  return [
    ...periods.flatMap((period) =>
      distinct([...usual, ...likeRuns(period, years)])
        .filter(({ label }) => label !== period.label)
        .map((other) => periodChange("period", period, other)),
    ),
    ...bases.flatMap((base) =>
      annual
        .filter(({ label }) => label !== base.label)
        .map((other) => periodChange("from", base, other)),
    ),
  ];
}

/** The same months of other years, and the other months of the year of a month. */
function likeRuns(period: Period, { complete, lastMonth }: KnownYears): Period[] {
  if (isYear(period) || lastMonth === null) return [];
  const [first, ...others] = [...complete, Math.floor(lastMonth / 12)];
  const within = ({ first: start, last }: Period) => start >= first! * 12 && last <= lastMonth;
  const own = yearOf(period);
  const moved = [first!, ...others].map((year) =>
    periodOf(period.first + (year - own) * 12, period.last + (year - own) * 12),
  );
  const months =
    period.first === period.last ? Array.from({ length: 12 }, (_, at) => own * 12 + at) : [];
  return [...moved, ...months.map((month) => periodOf(month, month))].filter(within);
}

function periodChange(key: "period" | "from", original: Period, other: Period): Change {
  const named = key === "period" ? "period" : "growth from";
  return {
    what: isYear(other) ? "year" : "months",
    parameters: { [key]: other.label },
    says: `${named} ${other.label} instead of ${original.label}`,
    weight: nearness(Math.abs(Math.floor(other.first / 12) - Math.floor(original.first / 12))),
    apply(recipe) {
      if (recipe[key]?.label !== original.label) return null;
      const changed = { ...recipe, [key]: other };
      const backwards = changed.from !== null && changed.from.first >= changed.period.first;
      return backwards ? null : changed;
    },
  };
}

/** An author errs more readily by one year than by ten, and by usual spans of months than by others. */
export function nearness(years: number): number {
  return 1 / (1 + years) ** 2;
}

/** A span of several years for one, or a year more or less of a span. */
export function spanChanges(recipes: readonly Recipe[], sources: ClaimSources): Change[] {
  const { complete } = yearsOf(recipes, sources);
  const isKnown = ({ first, last }: Period) =>
    complete.includes(Math.floor(first / 12)) && complete.includes(Math.floor(last / 12));
  return distinct(recipes.map(({ period }) => period)).flatMap((period) => {
    const { first, last } = period;
    if ((last - first + 1) % 12 !== 0) return [];
    const ends = [
      ...[12, 24, 36].map((more): [number, number] => [first - more, last]),
      ...[12, 24].map((more): [number, number] => [first, last + more]),
      ...[12, 24, 36].map((less): [number, number] => [first + less, last]),
      ...[12, 24, 36].map((less): [number, number] => [first, last - less]),
    ];
    return ends
      .filter(([start, end]) => end > start && end - start + 1 > 12)
      .map(([start, end]) => periodOf(start, end))
      .filter(isKnown)
      .map((other) => ({ ...periodChange("period", period, other), what: "span" as const }));
  });
}

/** The years of all datasets on which the recipes draw. */
function yearsOf(recipes: readonly Recipe[], sources: ClaimSources): KnownYears {
  const known = distinctSources(recipes).map((recipe) => yearsOfOne(recipe, sources));
  const complete = new Set(known.flatMap((one) => one.complete));
  const ends = known.flatMap(({ lastMonth }) => lastMonth ?? []);
  return {
    complete: [...complete].sort((a, b) => a - b),
    lastMonth: ends.length > 0 ? Math.max(...ends) : null,
  };
}

function yearsOfOne(recipe: Recipe, sources: ClaimSources): KnownYears {
  if (recipe.inTable) return { complete: recipe.inTable.others.years, lastMonth: null };
  if (recipe.metric === null) return { complete: sources.shares.years, lastMonth: null };
  const dataset = sources.of(recipe.data).forProduct(recipe.product);
  const flows = flowsOf(recipe.of).map(({ flow }) => flow);
  const codes = [...recipe.partners.map(({ code }) => code), WORLD];
  const series = codes.map((code) => dataset.seriesOf(code)).find((one) => one.length > 0) ?? [];
  const { completeYears, unfinished } = calendarOf(series, flows);
  const complete = [...completeYears].sort((a, b) => a - b);
  const monthly = series.some(({ values }) =>
    [...values.keys()].some((label) => label.length === 7),
  );
  if (!monthly) return { complete, lastMonth: null };
  const ends = [...unfinished.values()].map(({ last }) => last);
  return { complete, lastMonth: Math.max(...complete.map((year) => year * 12 + 11), ...ends) };
}

const QUARTERS = [3, 6, 9];
const HALF = 6;

function monthRuns({ complete, lastMonth }: KnownYears): Period[] {
  if (lastMonth === null) return [];
  const runs: Period[] = [];
  const add = (first: number, last: number) => {
    if (last <= lastMonth) runs.push(periodOf(first, last));
  };
  const years = [...complete, Math.floor(lastMonth / 12)];
  for (const year of new Set(years)) {
    const january = year * 12;
    for (let months = 1; months < 12; months += 1) add(january, january + months - 1);
    for (const start of QUARTERS) add(january + start, january + start + 2);
    add(january + HALF, january + 11);
    if (complete.includes(year - 1)) add(january - 3, january + 8);
  }
  return runs;
}

function distinct(periods: readonly Period[]): Period[] {
  return [...new Map(periods.map((period) => [period.label, period])).values()];
}
