import type { Metric } from "../metrics/metric.ts";
import { intervalAround } from "../numbers/interval.ts";
import type { PrintedNumber } from "../numbers/printed.ts";
import { definitionOf } from "./columns.ts";
import type { Answer, ResultColumn, ResultRow } from "./result.ts";

/** As much of a metric as is needed to compute it from numbers. */
export type NumberMetric = Omit<Metric, "request" | "options" | "summary">;

/**
 * Computes a metric from printed numbers instead of data. The answer carries the interval of all
 * values that agree with the printed digits of the inputs; it always holds the value itself.
 */
export function answerFromNumbers(
  metric: NumberMetric,
  numbers: Readonly<Record<string, PrintedNumber>>,
  parameters: Readonly<Record<string, string>>,
): Answer {
  const names = Object.keys(numbers);
  const values = Object.fromEntries(names.map((name) => [name, numbers[name]!.value]));
  const outcome = metric.compute(values, { years: null });
  const bounds = Object.fromEntries(names.map((name) => [name, numbers[name]!.interval]));
  const bounded = outcome.value === null ? null : metric.interval(bounds);
  const interval =
    bounded && outcome.value !== null
      ? intervalAround(bounded.low, bounded.high, outcome.value)
      : null;
  const derived = Object.fromEntries(
    Object.entries(outcome.derived).filter(([name]) => metric.components.includes(name)),
  );
  const row: ResultRow = {
    partner: null,
    partnerName: null,
    period: null,
    ...values,
    ...derived,
    value: outcome.value,
    interval,
    unit: metric.unit,
    reason: outcome.reason,
  };
  const digits = Math.max(...names.map((name) => numbers[name]!.decimals));
  const described = [...metric.inputs, ...metric.derived];
  const columns: ResultColumn[] = metric.components
    .filter((name) => row[name] !== undefined && !metric.untabled?.includes(name))
    .map((name) => {
      const { title, unit } = described.find((one) => one.name === name)!;
      return unit === "ratio" ? { name, title, unit } : { name, title, unit: "number", digits };
    });
  const valueColumn =
    metric.unit === "percent"
      ? ({ unit: "percent", digits: 1 } as const)
      : metric.unit === "ratio"
        ? ({ unit: "ratio" } as const)
        : ({ unit: "number", digits } as const);
  return {
    title: `${metric.title}, from printed numbers`,
    columns: [...columns, { name: "value", title: metric.valueTitle, ...valueColumn }],
    result: {
      schema: "trade-metrics/result/v1",
      metric: metric.id,
      unit: metric.unit,
      definition: definitionOf(metric),
      parameters,
      data: [],
      rows: [row],
      warnings: [],
    },
  };
}
