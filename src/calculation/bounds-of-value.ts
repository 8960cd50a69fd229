import type { AnyMetric } from "../metrics/metric.ts";
import type { Interval } from "../numbers/interval.ts";
import type { CubeFigure } from "./cube-figure.ts";

interface Known {
  readonly value: number | null;
  readonly bounds?: Interval | null;
}

/**
 * The lowest and highest value that a metric can have while figures that are held back stay within
 * what published totals leave; nothing where these leave no bounds, or the formula has none.
 */
export function boundsOfValue(
  metric: AnyMetric,
  inputs: ReadonlyMap<string, CubeFigure>,
): { readonly lowest: number; readonly highest: number } | undefined {
  const intervals: Record<string, Interval | readonly Interval[]> = {};
  for (const [name, figure] of inputs) {
    const own = figure.list ? all(figure.list) : intervalOf(figure);
    if (own === null) return undefined;
    intervals[name] = own;
  }
  const found = metric.interval(intervals);
  return found ? { lowest: found.low, highest: found.high } : undefined;
}

function all(list: readonly Known[]): readonly Interval[] | null {
  const intervals = list.map(intervalOf);
  return intervals.includes(null) ? null : (intervals as Interval[]);
}

function intervalOf({ value, bounds }: Known): Interval | null {
  return value === null ? (bounds ?? null) : { low: value, high: value };
}
