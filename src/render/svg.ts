import { parse, textMetrics, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { chartOf } from "../charts/chart-of.ts";
import { specification } from "../charts/vega-lite/specification.ts";
import { textWidth } from "../charts/vega-lite/text-width.ts";
import { footerLines } from "./figures.ts";
import type { Renderer } from "./renderer.ts";
import { safeText } from "./safe-text.ts";

// What the types of the library leave out.
declare module "vega" {
  const textMetrics: { width(item: { fontSize?: number }, text: unknown): number };
}

// The drawing library would measure text with the fonts of the machine, if it could.
textMetrics.width = (item, text) => textWidth(String(text ?? ""), item.fontSize ?? 11);

/** A chart as one SVG document: the same answer is always the same bytes. */
export const svgRenderer: Renderer<string> = {
  async render(answer, { chartKind, digits }) {
    const chart = chartOf(answer, chartKind, digits);
    const drawing = made(specification(chart, footerLines(answer)));
    const { spec } = compile(drawing as unknown as TopLevelSpec);
    const svg = await new View(parse(spec), { renderer: "none" }).toSVG();
    const label = escapeAttribute(String(drawing.description));
    return `${svg.replace("<svg ", `<svg role="img" aria-label="${label}" `)}\n`;
  },
};

/** The specification with all texts from data made harmless. */
function made(drawing: ReturnType<typeof specification>): ReturnType<typeof specification> {
  return JSON.parse(JSON.stringify(drawing), (_, value) =>
    typeof value === "string" ? value.split("\n").map(safeText).join("\n") : value,
  );
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", '"': "&quot;" })[sign]!);
}
