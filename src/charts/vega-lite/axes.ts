import { wrapText } from "./text-width.ts";
import { colours } from "./theme.ts";

/** The ends of an axis. */
export type Domain = readonly [number, number];

/**
 * From the least to the greatest figure, always with zero, and with room for labels at the ends
 * that have figures.
 * @param room how much wider the axis is at such an end, as a part of its length.
 */
export function zeroBasedDomain(figures: readonly number[], room: number): Domain {
  const low = Math.min(0, ...figures);
  const high = Math.max(0, ...figures);
  const length = high - low;
  if (length === 0) return [0, 1];
  return [low < 0 ? low - room * length : 0, high > 0 ? high + room * length : 0];
}

/** The line at zero, from which every figure is measured; drawn once, not for each row. */
export function zeroLine(channel: "x" | "y") {
  return {
    data: { values: [{ zero: 0 }] },
    mark: { type: "rule", color: colours.ink },
    encoding: { [channel]: { field: "zero", type: "quantitative" } },
  } as const;
}

const LABEL_SIZE = 13;
const LABEL_WIDTH = 150;

/** The axis of names down the side; `folded` names take several lines. */
export const labelAxis = {
  title: null,
  labelFontSize: LABEL_SIZE,
  labelLineHeight: LABEL_SIZE + 2,
  labelLimit: 300,
  labelExpr: "split(datum.label, '\\n')",
} as const;

/** A name broken between words so that it leaves the chart its room. */
export function folded(name: string): string {
  return wrapText(name, LABEL_SIZE, LABEL_WIDTH).join("\n");
}
