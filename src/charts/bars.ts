import type { Answer, ResultRow } from "../calculation/result.ts";
import type { Interval } from "../numbers/interval.ts";
import type { BarChart } from "./chart.ts";
import {
  axisTitle,
  chartSubtitle,
  chartTitle,
  comparedRows,
  periodsOf,
  subjectOf,
  valueScale,
} from "./frame.ts";
import { periodTitle } from "./period-title.ts";
import { stateOf } from "./state.ts";

/** A bar for each row that is compared, in the order of the rows. */
export function barChart(answer: Answer, digits: number | null): BarChart {
  const rows = comparedRows(answer.result.rows);
  const scale = valueScale(answer, digits, rows);
  const several = periodsOf(rows).length > 1;
  const label = (row: ResultRow) => {
    const subject = subjectOf(row, answer);
    return several && row.period !== null ? `${subject}, ${periodTitle(row.period)}` : subject;
  };
  return {
    kind: "bar",
    title: chartTitle(answer),
    subtitle: chartSubtitle(answer),
    axis: axisTitle(answer, scale),
    digits: scale.digits,
    bars: rows.map((row) => ({
      label: label(row),
      value: row.value === null ? null : row.value / scale.divisor,
      reason: row.reason,
      state: stateOf(row, rows),
      interval: intervalOf(row.interval, scale.divisor),
    })),
  };
}

function intervalOf(cell: ResultRow[string] | undefined, divisor: number): Interval | null {
  if (typeof cell !== "object" || cell === null) return null;
  return { low: cell.low / divisor, high: cell.high / divisor };
}
