/** Whether all values can be flows of trade: finite and not negative. */
export function areFlows(values: readonly number[]): boolean {
  return values.every((value) => Number.isFinite(value) && value >= 0);
}

/** The sum of a list; exact for whole dollars as long as the sum is a safe integer. */
export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
