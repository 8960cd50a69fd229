import type { Dimension } from "../metrics/cell.ts";

/** The rank of a value among others: one more than the number of better ones. Null is no better. */
export function rankAmong(
  value: number,
  others: readonly (number | null)[],
  first: "largest" | "smallest",
): number {
  const better = others.filter(
    (other) => other !== null && (first === "largest" ? other > value : other < value),
  );
  return better.length + 1;
}

/** Whose rank a number is: that of a product or a reporter where rows are of these, else of a partner. */
export function rankedDimension(by: readonly Dimension[]): Dimension {
  if (by.includes("product")) return "product";
  return by.includes("reporter") ? "reporter" : "partner";
}
