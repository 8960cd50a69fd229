import type { Answer } from "../calculation/result.ts";
import { InputError } from "../errors.ts";
import { barChart } from "./bars.ts";
import { beforeAfterChart, hasEnds } from "./before-after.ts";
import type { Chart, ChartKind } from "./chart.ts";
import { periodsOf } from "./frame.ts";
import { lineChart } from "./lines.ts";
import { hasParts, stackedChart } from "./stacked.ts";
import { hasWaterfall, isBestAsWaterfall, waterfallChart } from "./waterfall.ts";

/** More panels than this no longer fit a page. */
const MOST_PANELS = 6;

interface Drawing {
  draw(answer: Answer, digits: number | null): Chart;
  /** What the rows must have, where not any rows will do. */
  readonly needs?: { readonly met: (answer: Answer) => boolean; readonly text: string };
}

const drawings: Readonly<Record<ChartKind, Drawing>> = {
  bar: { draw: barChart },
  line: {
    draw: lineChart,
    needs: {
      met: ({ result }) => periodsOf(result.rows).length > 1,
      text: "more than one period (use --period 2020..2024)",
    },
  },
  waterfall: {
    draw: waterfallChart,
    needs: { met: hasWaterfall, text: "a balance and its parts (use non-petroleum or balance)" },
  },
  "before-after": {
    draw: beforeAfterChart,
    needs: {
      met: (answer) => hasEnds(answer) || periodsOf(answer.result.rows).length > 1,
      text: "two periods (use growth, or --period 2020,2024)",
    },
  },
  stacked: {
    draw: stackedChart,
    needs: { met: hasParts, text: "rows with an exporter and an origin (use value-added origin)" },
  },
};

/**
 * The chart of an answer, of the kind that the shape of its rows calls for, or of the kind asked
 * for. It computes nothing but the scale in which figures are shown.
 * @throws InputError where the rows cannot be drawn as the kind asked for, or there are none.
 */
export function chartOf(
  answer: Answer,
  wanted: ChartKind | null = null,
  digits: number | null = null,
): Chart {
  if (answer.result.rows.length === 0) {
    throw new InputError("chart: there are no rows to draw");
  }
  const kind = wanted ?? fittingKind(answer);
  const { draw, needs } = drawings[kind];
  if (needs && !needs.met(answer)) {
    throw new InputError(`--chart-kind: ${kind} needs ${needs.text}`);
  }
  return draw(answer, digits);
}

/** Parts of a whole are stacked, periods are lines, steps are a waterfall; all else is bars. */
export function fittingKind(answer: Answer): ChartKind {
  const { rows } = answer.result;
  if (hasParts(answer)) return "stacked";
  if (periodsOf(rows).length > 1) return "line";
  if (isBestAsWaterfall(answer) && hasWaterfall(answer)) {
    return rows.length <= MOST_PANELS ? "waterfall" : "bar";
  }
  return hasEnds(answer) ? "before-after" : "bar";
}
