import { monthsIn } from "../records/period.ts";
import type { YearSpan } from "../sources/asked.ts";
import type { MetricOptions, SelectionOptions } from "./options.ts";
import { onePeriod, periodsFrom } from "./question.ts";

/**
 * The years from whose records the figures of an answer come, by the options that name periods: with
 * a year more, or as long as the longest period, before them, where growth and projections start.
 * null where no period is named, since the latest years are then found in the data.
 */
export function askedYears({
  period,
  from,
  to,
  index,
}: Pick<SelectionOptions & MetricOptions, "period" | "from" | "to" | "index">): YearSpan | null {
  const ends = [
    ...(periodsFrom(period) ?? []),
    ...(to === undefined ? [] : [onePeriod(to, "--to")]),
  ];
  if (ends.length === 0) return null;
  const starts = [
    ...(from === undefined ? [] : [onePeriod(from, "--from")]),
    ...(index === undefined ? [] : [onePeriod(index, "--index")]),
  ];
  const all = [...ends, ...starts];
  const reach = Math.max(12, ...all.map(monthsIn));
  return {
    first: Math.floor((Math.min(...all.map(({ first }) => first)) - reach) / 12),
    last: Math.max(...all.map(({ last }) => Math.floor(last / 12))),
  };
}
