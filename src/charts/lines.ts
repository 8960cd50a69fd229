import type { Answer } from "../calculation/result.ts";
import { parsePeriod } from "../records/period.ts";
import type { Line, LineChart, LinePoint } from "./chart.ts";
import { axisTitle, chartSubtitle, chartTitle, subjectOf, valueScale } from "./frame.ts";
import { periodTitle } from "./period-title.ts";
import { seriesOf } from "./series.ts";
import { stateOf } from "./state.ts";

/** A line for each partner over the periods of its rows, in the order of time. */
export function lineChart(answer: Answer, digits: number | null): LineChart {
  const { rows } = answer.result;
  const scale = valueScale(answer, digits);
  const dated = rows.filter(({ period }) => period !== null);
  const sorted = seriesOf(dated, (row) => subjectOf(row, answer)).map(({ label, rows: own }) => ({
    label,
    points: own
      .map(
        (row): LinePoint => ({
          position: parsePeriod(row.period!).first,
          label: periodTitle(row.period!),
          value: row.value === null ? null : row.value / scale.divisor,
          state: stateOf(row, rows),
        }),
      )
      .sort((a, b) => a.position - b.position),
  }));
  return {
    kind: "line",
    title: chartTitle(answer),
    subtitle: chartSubtitle(answer),
    axis: axisTitle(answer, scale),
    digits: scale.digits,
    lines: sorted,
    ticks: ticksOf(sorted),
  };
}

/** One tick for each whole period; the months so far of a year stand at the place of that year. */
function ticksOf(lines: readonly Line[]): { position: number; label: string }[] {
  const ticks = new Map<number, string>();
  const yearly = lines.some(({ points }) =>
    points.some(({ state, label }) => state !== "unfinished" && /^\d{4}$/.test(label)),
  );
  for (const { position, label, state } of lines.flatMap(({ points }) => points)) {
    const shown = state === "unfinished" && yearly ? String(Math.floor(position / 12)) : label;
    if (state !== "unfinished" || !ticks.has(position)) ticks.set(position, shown);
  }
  return [...ticks]
    .map(([position, label]) => ({ position, label }))
    .sort((a, b) => a.position - b.position);
}
