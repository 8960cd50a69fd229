import type { AnyMetric, Outcome } from "../metrics/metric.ts";
import { type Interval, pointInterval } from "../numbers/interval.ts";
import type { CubeFigure } from "./cube-figure.ts";
import { namedIntervals } from "./result.ts";
import { roundedInterval, vintagesOf } from "./vintage-origins.ts";

/** The vintages of the figures of a row, where they are known. */
export function vintageOf(inputs: ReadonlyMap<string, CubeFigure>): { vintage?: string } {
  const figures = [...inputs.values()].flatMap((one) => one.figures);
  const names = vintagesOf(figures);
  return names.length === 0 ? {} : { vintage: names.join(", ") };
}

/** What the rounding of published figures allows: of each flow, and of the value. */
export function roundedIntervals(
  metric: AnyMetric,
  inputs: ReadonlyMap<string, CubeFigure>,
  { value }: Outcome,
) {
  if (value === null) return {};
  const rounded = [...inputs].map(([name, figure]) => [name, figureInterval(figure)] as const);
  if (rounded.every(([, interval]) => interval === null)) return {};
  if ([...inputs.values()].some((figure) => figure.value === null)) return {};
  const bounds = Object.fromEntries(
    rounded.map(([name, interval]) => [name, interval ?? pointInterval(inputs.get(name)!.value!)]),
  );
  const shown = rounded.filter(([name]) => metric.components.includes(name));
  return { ...namedIntervals(Object.fromEntries(shown)), interval: metric.interval(bounds) };
}

function figureInterval(figure: CubeFigure): Interval | null {
  return figure.value === null ? null : roundedInterval(figure.value, figure.figures);
}
