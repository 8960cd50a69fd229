import type { BeforeAfterChart } from "../chart.ts";
import { folded, labelAxis, zeroBasedDomain, zeroLine } from "./axes.ts";
import type { Json } from "./specification.ts";
import { colours, PLOT_WIDTH } from "./theme.ts";

const STEP = 44;
const ROOM = 0.1;

/** A hollow point before and a full point after, joined, with the growth beside them. */
export function beforeAfterView({ pairs, axis, digits, growthDigits }: BeforeAfterChart): Json {
  const figures = pairs.flatMap(({ before, after }) => [before, after]);
  const y = {
    field: "label",
    type: "nominal",
    scale: { domain: pairs.map(({ label }) => folded(label)) },
    axis: { ...labelAxis, grid: true },
  };
  const x = (field: string) => ({
    field,
    type: "quantitative",
    scale: { domain: zeroBasedDomain(figures, ROOM), nice: false },
    axis: { title: axis, tickCount: 6, format: ",~f" },
  });
  const colour = { field: "colour", type: "nominal", scale: null };
  const figure = (field: "before" | "after") => ({
    mark: { type: "text", baseline: "bottom", dy: -8, fontSize: 11 },
    encoding: { y, x: x(field), text: { field, format: `,.${digits}f` } },
  });
  return {
    width: PLOT_WIDTH,
    height: { step: STEP },
    data: {
      values: pairs.map(({ label, before, after, growth, reason, state }) => ({
        ...{ label: folded(label), before, after, growth },
        note: growth === null ? (reason?.replaceAll("-", " ") ?? "") : "",
        colour: after < before ? colours.deficit : colours.surplus,
        fill:
          state === "projected" ? "#FFFFFF" : after < before ? colours.deficit : colours.surplus,
        right: Math.max(before, after),
      })),
    },
    layer: [
      zeroLine("x"),
      {
        mark: { type: "rule", strokeWidth: 3 },
        encoding: { y, x: x("before"), x2: { field: "after" }, color: colour },
      },
      {
        mark: { type: "point", fill: "white", size: 90, strokeWidth: 2, opacity: 1 },
        encoding: { y, x: x("before"), color: colour },
      },
      {
        mark: { type: "point", size: 90, strokeWidth: 2, opacity: 1 },
        encoding: {
          ...{ y, x: x("after"), color: colour },
          fill: { field: "fill", type: "nominal", scale: null },
        },
      },
      figure("before"),
      figure("after"),
      {
        transform: [
          { filter: "datum.growth !== null" },
          { calculate: `format(datum.growth, '+,.${growthDigits}f') + ' %'`, as: "percent" },
        ],
        mark: { type: "text", align: "left", baseline: "middle", dx: 12, fontWeight: "bold" },
        encoding: { y, x: x("right"), text: { field: "percent" } },
      },
      {
        transform: [{ filter: "datum.note !== ''" }],
        mark: {
          ...{ type: "text", align: "left", baseline: "middle", dx: 12 },
          ...{ color: colours.muted, fontStyle: "italic" },
        },
        encoding: { y, x: x("right"), text: { field: "note" } },
      },
    ],
  };
}
