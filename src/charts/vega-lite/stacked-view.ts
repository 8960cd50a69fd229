import type { StackedChart } from "../chart.ts";
import { folded, labelAxis, zeroLine } from "./axes.ts";
import type { Json } from "./specification.ts";
import { colours, PLOT_WIDTH, palette } from "./theme.ts";

const STEP = 44;
/** A part must be this much of the axis for its figure to fit. */
const LEAST_LABELLED = 0.055;

/** Bars made of parts in the order of the legend, with a figure in each part that has room. */
export function stackedView({ bars, parts, axis, digits }: StackedChart): Json {
  const longest = Math.max(
    1e-9,
    ...bars.map((bar) => bar.parts.reduce((sum, { value }) => sum + value, 0)),
  );
  const values = bars.flatMap(({ label, parts: own }) => {
    let start = 0;
    return own.map((part) => {
      const from = start;
      start += part.value;
      const index = parts.indexOf(part.label);
      return {
        ...{ label: folded(label), part: part.label, from, to: start, value: part.value },
        middle: (from + start) / 2,
        ink: DARK.has(palette[index % palette.length]!) ? "#FFFFFF" : colours.ink,
        labelled: part.value / longest >= LEAST_LABELLED,
      };
    });
  });
  const y = {
    field: "label",
    type: "nominal",
    sort: null,
    axis: labelAxis,
  };
  const x = (field: string) => ({
    field,
    type: "quantitative",
    scale: { domain: [0, longest], nice: false },
    axis: { title: axis, tickCount: 6, format: ",~f" },
  });
  return {
    width: PLOT_WIDTH,
    height: { step: STEP },
    data: { values },
    layer: [
      {
        mark: { type: "bar", height: { band: 0.68 }, stroke: "white", strokeWidth: 1.5 },
        encoding: {
          y,
          x: x("from"),
          x2: { field: "to" },
          fill: {
            field: "part",
            type: "nominal",
            sort: null,
            scale: { domain: parts, range: parts.map((_, at) => palette[at % palette.length]) },
            legend: { title: null, orient: "top", direction: "horizontal", columns: 4 },
          },
        },
      },
      zeroLine("x"),
      {
        transform: [{ filter: "datum.labelled" }],
        mark: { type: "text", baseline: "middle", fontSize: 11 },
        encoding: {
          ...{ y, x: x("middle") },
          text: { field: "value", format: `,.${digits}f` },
          color: { field: "ink", type: "nominal", scale: null },
        },
      },
    ],
  };
}

/** Colours on which white text can be read. */
const DARK: ReadonlySet<string> = new Set(["#0072B2", "#D55E00", "#009E73", "#000000"]);
