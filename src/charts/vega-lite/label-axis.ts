import { wrapText } from "./text-width.ts";

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
