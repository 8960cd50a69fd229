import { roundedQuotient } from "../numbers/money.ts";

/**
 * Year-to-date projection of a flow for an unfinished year: `last full year * months so far this
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
