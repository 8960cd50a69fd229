import { colours } from "./theme.ts";

/** The line at zero, from which every figure is measured; drawn once, not for each row. */
export function zeroLine(channel: "x" | "y") {
  return {
    data: { values: [{ zero: 0 }] },
    mark: { type: "rule", color: colours.ink },
    encoding: { [channel]: { field: "zero", type: "quantitative" } },
  } as const;
}
