import type { Chart } from "../chart.ts";
import { barView } from "./bar-view.ts";
import { beforeAfterView } from "./before-after-view.ts";
import { describe } from "./describe.ts";
import { lineView } from "./line-view.ts";
import { stackedView } from "./stacked-view.ts";
import { wrapText } from "./text-width.ts";
import { colours, config, FONT, PLOT_WIDTH } from "./theme.ts";
import { waterfallView } from "./waterfall-view.ts";

/** A part of a Vega-Lite specification: plain JSON. */
export type Json = { readonly [name: string]: unknown };

const PAGE = PLOT_WIDTH + 120;
const TITLE_SIZE = 17;
const SUBTITLE_SIZE = 12;
const FOOTER_SIZE = 10;

/**
 * A chart as a specification of Vega-Lite, the grammar of graphics: a pure function, so what is
 * drawn can be tested as data, and opened in any tool that reads the grammar.
 * @param footer what stands below: source, vintage and definition.
 */
export function specification(chart: Chart, footer: readonly string[]): Json {
  const subtitle = [chart.subtitle, keyText(chart)].filter((text) => text !== "");
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    description: describe(chart),
    background: "white",
    padding: 16,
    title: {
      text: wrapText(chart.title, TITLE_SIZE, PAGE),
      subtitle: subtitle.flatMap((text) => wrapText(text, SUBTITLE_SIZE, PAGE)),
      anchor: "start",
      color: colours.ink,
      font: FONT,
      fontSize: TITLE_SIZE,
      subtitleFont: FONT,
      subtitleFontSize: SUBTITLE_SIZE,
      subtitleColor: colours.muted,
      subtitlePadding: 6,
      offset: 14,
    },
    vconcat: [
      {
        ...viewOf(chart),
        title: {
          text: footer.flatMap((line) => wrapText(line, FOOTER_SIZE, PAGE)),
          orient: "bottom",
          anchor: "start",
          frame: "bounds",
          color: colours.muted,
          font: FONT,
          fontSize: FOOTER_SIZE,
          fontWeight: "normal",
          lineHeight: 13,
          offset: 12,
        },
      },
    ],
    config,
  };
}

function viewOf(chart: Chart): Json {
  switch (chart.kind) {
    case "bar":
      return barView(chart);
    case "line":
      return lineView(chart);
    case "waterfall":
      return waterfallView(chart);
    case "before-after":
      return beforeAfterView(chart);
    case "stacked":
      return stackedView(chart);
  }
}

/** What hollow marks mean, where there are any. */
function keyText(chart: Chart): string {
  if (chart.kind === "before-after")
    return `Hollow point: ${chart.before}. Full point: ${chart.after}.`;
  const states = new Set(
    chart.kind === "bar"
      ? chart.bars.map(({ state }) => state)
      : chart.kind === "line"
        ? chart.lines.flatMap(({ points }) => points.map(({ state }) => state))
        : [],
  );
  const keys = [
    ...(states.has("projected") ? ["Hollow and dashed: projected."] : []),
    ...(states.has("unfinished")
      ? [`Hollow${chart.kind === "line" ? ", not joined" : ""}: the months so far.`]
      : []),
  ];
  return keys.join(" ");
}
