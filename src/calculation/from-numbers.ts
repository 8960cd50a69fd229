import type { ComputeContext, Metric } from "../metrics/metric.ts";
import { type Interval, intervalAround } from "../numbers/interval.ts";
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
  context: ComputeContext = { years: null },
): Answer {
  const names = Object.keys(numbers);
  const values = Object.fromEntries(names.map((name) => [name, numbers[name]!.value]));
  const outcome = metric.compute(values, context);
  const bounds = Object.fromEntries(names.map((name) => [name, numbers[name]!.interval]));
  const bounded = outcome.value === null ? null : metric.interval(bounds);
  const interval =
    bounded && outcome.value !== null
      ? intervalAround(bounded.low, bounded.high, outcome.value)
      : null;
  const derivedIntervals =
    outcome.value === null ? {} : (metric.derivedIntervals?.(bounds, context) ?? {});
  const derived = Object.fromEntries(
    Object.entries(outcome.derived).filter(([name]) => metric.components.includes(name)),
  );
  // Millions and billions are printed without their word as often as with it.
  const unit = metric.unit === "USD" ? null : metric.unit;
  const row: ResultRow = {
    partner: null,
    partnerName: null,
    period: null,
    ...values,
    ...derived,
    ...namedIntervals(derivedIntervals),
    value: outcome.value,
    interval,
    unit,
    reason: outcome.reason,
  };
  const digits = Math.max(...names.map((name) => numbers[name]!.decimals));
  const described = [...metric.inputs, ...metric.derived];
  const columns: ResultColumn[] = metric.components
    .filter((name) => row[name] !== undefined && !metric.untabled?.includes(name))
    .map((name) => {
      const {
        title,
        unit,
        digits: own,
      } = {
        digits: undefined,
        ...described.find((one) => one.name === name)!,
      };
      if (unit === "ratio") return { name, title, unit };
      return unit === "percent"
        ? { name, title, unit, digits: numbers[name]?.decimals ?? 1 }
        : { name, title, unit: "number", digits: own ?? digits };
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
      unit,
      definition: definitionOf(metric),
      parameters,
      data: [],
      rows: [row],
      warnings: [],
    },
  };
}

/** Intervals of components under the names that rows have for them: `real` is `realInterval`. */
export function namedIntervals(
  intervals: Readonly<Record<string, Interval | null>>,
): Record<string, Interval | null> {
  const named = Object.entries(intervals).map(([name, one]) => [`${name}Interval`, one] as const);
  return Object.fromEntries(named);
}
