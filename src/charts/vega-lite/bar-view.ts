import type { Bar, BarChart } from "../chart.ts";
import { folded, labelAxis, zeroBasedDomain, zeroLine } from "./axes.ts";
import type { Json } from "./specification.ts";
import { colours, PLOT_WIDTH } from "./theme.ts";

const STEP = 34;
const LABEL_ROOM = 0.14;

/** Bars from zero, deficits to the left and surpluses to the right, each with its signed figure. */
export function barView({ bars, axis, digits }: BarChart): Json {
  const figures = bars.flatMap(({ value, interval }) => [
    ...(value === null ? [] : [value]),
    ...(interval ? [interval.low, interval.high] : []),
  ]);
  const y = {
    field: "label",
    type: "nominal",
    scale: { domain: bars.map(({ label }) => folded(label)) },
    axis: labelAxis,
  };
  const x = {
    field: "value",
    type: "quantitative",
    scale: { domain: zeroBasedDomain(figures, LABEL_ROOM), nice: false },
    axis: { title: axis, tickCount: 6, format: `,.${digits > 1 ? 1 : 0}~f` },
  };
  const text = (sign: "<" | ">=") => ({
    transform: [{ filter: `datum.value !== null && datum.value ${sign} 0` }],
    mark: {
      type: "text",
      align: sign === "<" ? "right" : "left",
      baseline: "middle",
      dx: sign === "<" ? -6 : 6,
    },
    encoding: {
      y,
      x: { ...x, field: "labelAt" },
      text: { field: "value", format: `+,.${digits}f` },
    },
  });
  return {
    width: PLOT_WIDTH,
    height: { step: STEP },
    data: { values: bars.map(barRow) },
    layer: [
      {
        transform: [{ filter: "datum.value !== null" }],
        mark: { type: "bar", height: { band: 0.64 } },
        encoding: {
          y,
          x,
          fill: { field: "fill", type: "nominal", scale: null },
          stroke: { field: "stroke", type: "nominal", scale: null },
          strokeDash: { field: "dash", type: "nominal", scale: null },
        },
      },
      zeroLine("x"),
      {
        transform: [{ filter: "isValid(datum.low)" }],
        mark: { type: "errorbar", ticks: { color: colours.ink }, rule: { color: colours.ink } },
        encoding: { y, x: { ...x, field: "low", title: axis }, x2: { field: "high" } },
      },
      text("<"),
      text(">="),
      {
        transform: [{ filter: "datum.value === null" }],
        mark: {
          ...{ type: "text", align: "left", baseline: "middle", dx: 6 },
          ...{ color: colours.muted, fontStyle: "italic" },
        },
        encoding: { y, x: { datum: 0 }, text: { field: "reason" } },
      },
    ],
  };
}

/** An unfinished or projected period is an outline. */
function barRow({ label, value, reason, state, interval }: Bar): Json {
  const colour = (value ?? 0) < 0 ? colours.deficit : colours.surplus;
  const ends = interval ? [interval.low, interval.high] : [];
  const below = (value ?? 0) < 0;
  return {
    label: folded(label),
    value,
    reason: reason?.replaceAll("-", " ") ?? null,
    ...(interval && { low: interval.low, high: interval.high }),
    labelAt: value === null ? 0 : (below ? Math.min : Math.max)(value, ...ends),
    fill: state === "whole" ? colour : "#FFFFFF",
    stroke: colour,
    dash: state === "projected" ? [5, 3] : [1, 0],
  };
}
