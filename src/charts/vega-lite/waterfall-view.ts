import type { WaterfallChart } from "../chart.ts";
import { zeroBasedDomain, zeroLine } from "./axes.ts";
import type { Json } from "./specification.ts";
import { textWidth, wrapText } from "./text-width.ts";
import { colours, PLOT_WIDTH } from "./theme.ts";

const HEIGHT = 260;
const ROOM = 0.1;
const LABEL_SIZE = 11;

/** Columns from the first figure over what is added and taken away to the last. */
export function waterfallView({ panels, axis, digits }: WaterfallChart): Json {
  const columns = Math.min(2, panels.length);
  const steps = Math.max(...panels.map((panel) => panel.steps.length));
  const width = columns === 1 ? PLOT_WIDTH : PLOT_WIDTH / columns;
  const figures = panels.flatMap((panel) => panel.steps.flatMap(({ from, to }) => [from, to]));
  const x = {
    field: "label",
    type: "nominal",
    sort: null,
    scale: { paddingInner: 0.3, paddingOuter: 0.15 },
    axis: {
      title: null,
      labelAngle: 0,
      labelFontSize: LABEL_SIZE,
      labelExpr: "split(datum.label, '\\n')",
      labelLineHeight: LABEL_SIZE + 2,
    },
  };
  const y = (field: string) => ({
    field,
    type: "quantitative",
    scale: { domain: zeroBasedDomain(figures, ROOM), nice: false },
    axis: { title: axis, tickCount: 6, format: `,.${digits > 1 ? 1 : 0}~f` },
  });
  const text = (sign: "<" | ">=") => ({
    transform: [{ filter: `datum.amount ${sign} 0` }],
    mark: { type: "text", baseline: sign === "<" ? "top" : "bottom", dy: sign === "<" ? 5 : -5 },
    encoding: { x, y: y("to"), text: { field: "amount", format: `+,.${digits}f` } },
  });
  const values = panels.flatMap((panel) =>
    panel.steps.map(({ label, from, to, role }, index) => ({
      panel: panel.label,
      label: folded(label, (width / steps) * 0.95),
      ...(panel.steps[index + 1] && {
        next: folded(panel.steps[index + 1]!.label, (width / steps) * 0.95),
      }),
      from,
      to,
      amount: to - from,
      fill: role === "result" ? colours.result : to < from ? colours.deficit : colours.surplus,
    })),
  );
  const layer = [
    {
      mark: { type: "bar" },
      encoding: {
        x,
        y: y("from"),
        y2: { field: "to" },
        fill: { field: "fill", type: "nominal", scale: null },
      },
    },
    {
      transform: [{ filter: "isValid(datum.next)" }],
      mark: { type: "rule", color: colours.muted, strokeDash: [2, 2] },
      encoding: {
        x: { ...x, bandPosition: 1 },
        x2: { field: "next", bandPosition: 0 },
        y: y("to"),
      },
    },
    zeroLine("y"),
    text("<"),
    text(">="),
  ];
  if (panels.length === 1) return { width, height: HEIGHT, data: { values }, layer };
  return {
    data: { values },
    facet: {
      ...{ field: "panel", type: "nominal", header: { title: null } },
      sort: panels.map(({ label }) => label),
    },
    columns,
    spec: { width, height: HEIGHT, layer },
  };
}

function folded(label: string, width: number): string {
  const widest = Math.max(width, ...label.split(" ").map((word) => textWidth(word, LABEL_SIZE)));
  return wrapText(label, LABEL_SIZE, widest).join("\n");
}
