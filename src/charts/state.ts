import type { ResultRow } from "../calculation/result.ts";
import { monthsIn, parsePeriod } from "../records/period.ts";
import type { PointState } from "./chart.ts";

/** Whether a row stands for a whole period like the others, for the months so far, or projected. */
export function stateOf(row: ResultRow, rows: readonly ResultRow[]): PointState {
  if (row.projectedFrom) return "projected";
  if (row.period === null) return "whole";
  const longest = Math.max(...rows.map(({ period }) => (period === null ? 0 : months(period))));
  return months(row.period) < longest ? "unfinished" : "whole";
}

function months(period: string): number {
  return monthsIn(parsePeriod(period));
}
