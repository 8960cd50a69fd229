import { flowsOf } from "../../calculation/measure.ts";
import { isYear, type Period, periodOf, yearPeriod } from "../../records/period.ts";
import { WORLD } from "../../records/record.ts";
import { calendarOf } from "../../selection/calendar.ts";
import type { Recipe } from "../recipe.ts";
import type { ClaimSources } from "../sources.ts";
import type { Change } from "./change.ts";

/** The years in which the data of a recipe have figures, complete and begun. */
interface KnownYears {
  readonly complete: readonly number[];
  /** The last month of the latest year with months, or null where the data are annual. */
  readonly lastMonth: number | null;
}

/**
 * Other periods than those of a group: every year; the months of each year up to each month; its
 * quarters and halves; the fiscal year of the US government (October to September).
 */
export function periodChanges(recipes: readonly Recipe[], sources: ClaimSources): Change[] {
  const changes: Change[] = [];
  const periods = distinct(recipes.map(({ period }) => period));
  const bases = distinct(recipes.flatMap(({ from }) => (from ? [from] : [])));
  const years = yearsOf(recipes[0]!, sources);
  const annual = years.complete.map(yearPeriod);
  const candidates = [...annual, ...monthRuns(years)];
  for (const period of periods) {
    for (const other of candidates) {
      if (other.label !== period.label) changes.push(periodChange("period", period, other));
    }
  }
  for (const base of bases) {
    for (const other of annual) {
      if (other.label !== base.label) changes.push(periodChange("from", base, other));
    }
  }
  return changes;
}

function periodChange(key: "period" | "from", original: Period, other: Period): Change {
  const named = key === "period" ? "period" : "growth from";
  return {
    what: isYear(other) ? "year" : "months",
    parameters: { [key]: other.label },
    says: `${named} ${other.label} instead of ${original.label}`,
    far: Math.abs(Math.floor(other.first / 12) - Math.floor(original.first / 12)),
    apply(recipe) {
      if (recipe[key]?.label !== original.label) return null;
      const changed = { ...recipe, [key]: other };
      const backwards = changed.from !== null && changed.from.first >= changed.period.first;
      return backwards ? null : changed;
    },
  };
}

function yearsOf(recipe: Recipe, sources: ClaimSources): KnownYears {
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
