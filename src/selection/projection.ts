import { roundedQuotient } from "../numbers/money.ts";
import { isYear, type Period, parsePeriod, periodOf } from "../records/period.ts";
import { type Calendar, unfinishedPart } from "./calendar.ts";

/**
 * Whether years that are under way are projected to whole ones; or the last month, such as `2025-05`,
 * from which its year is projected though the data hold more of it.
 */
export type Projecting = boolean | string;

/** The months from which a year is projected; null where it is not. */
export function monthsProjected(
  project: Projecting,
  period: Period,
  calendar: () => Calendar,
): Period | null {
  if (project === false || !isYear(period)) return null;
  if (project === true) return unfinishedPart(calendar(), period);
  const { last } = parsePeriod(project);
  return last >= period.first && last < period.last ? periodOf(period.first, last) : null;
}

/**
 * Year-to-date projection of a flow for an incomplete year: `last full year * months so far this
 * year / the same months of last year`, in whole US dollars, rounded half up. Each flow is projected
 * on its own, so that seasonal patterns of exports and imports stay apart. Null where the same
 * months of last year were zero.
 */
export function projectYear(flows: {
  lastYear: number;
  monthsSoFar: number;
  sameMonthsLastYear: number;
}): number | null {
  if (flows.sameMonthsLastYear === 0) return null;
  return Number(
    roundedQuotient(
      BigInt(flows.lastYear) * BigInt(flows.monthsSoFar),
      BigInt(flows.sameMonthsLastYear),
    ),
  );
}
