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
