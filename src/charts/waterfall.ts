import type { Answer, ResultRow } from "../calculation/result.ts";
import type { WaterfallPath } from "../metrics/metric.ts";
import { findMetric } from "../metrics/registry.ts";
import type { WaterfallChart, WaterfallStep } from "./chart.ts";
import { chartSubtitle, chartTitle, periodsOf, scaleOf, subjectOf } from "./frame.ts";
import { periodTitle } from "./period-title.ts";

/** Whether the rows hold the parts of a waterfall. */
export function hasWaterfall({ result }: Answer): boolean {
  const path = findMetric(result.metric)?.waterfall;
  return path !== undefined && result.rows.some((row) => hasPath(row, path));
}

/** Whether a waterfall is what shows the metric of the answer best. */
export function isBestAsWaterfall({ result }: Answer): boolean {
  return findMetric(result.metric)?.waterfall?.best ?? false;
}

/** A panel for each row that has all parts, from the first figure of its path to the last. */
export function waterfallChart(answer: Answer, digits: number | null): WaterfallChart {
  const path = findMetric(answer.result.metric)!.waterfall!;
  const { rows } = answer.result;
  const whole = rows.filter((row) => hasPath(row, path));
  const several = periodsOf(rows).length > 1;
  const column = answer.columns.find(({ name }) => name === path.start.name);
  const ends = path.end.name === "value" ? path.end.name : path.start.name;
  const figures = whole.map((row) => Number(row[ends]));
  const scale = scaleOf(column?.unit ?? "USD", figures, digits);
  return {
    kind: "waterfall",
    title: chartTitle(answer),
    subtitle: chartSubtitle(answer),
    axis: path.axis === undefined ? scale.unit : `${path.axis}, ${scale.unit}`,
    digits: scale.digits,
    panels: whole.map((row) => {
      const subject = subjectOf(row, answer);
      return {
        label: several && row.period !== null ? `${subject}, ${periodTitle(row.period)}` : subject,
        steps: stepsOf(row, path, scale.divisor),
      };
    }),
  };
}

function hasPath(row: ResultRow, { start, changes, end }: WaterfallPath): boolean {
  return [start, changes.at(-1)!, end].every(({ name }) => typeof row[name] === "number");
}

function stepsOf(
  row: ResultRow,
  { start, changes, end }: WaterfallPath,
  divisor: number,
): WaterfallStep[] {
  const amount = (name: string) => Number(row[name]) / divisor;
  const steps: WaterfallStep[] = [
    { label: start.label, from: 0, to: amount(start.name), role: "result" },
  ];
  for (const { name, label, sign } of changes) {
    if (typeof row[name] !== "number") continue;
    const from = steps.at(-1)!.to;
    steps.push({ label, from, to: from + sign * amount(name), role: "change" });
  }
  return [...steps, { label: end.label, from: 0, to: amount(end.name), role: "result" }];
}
