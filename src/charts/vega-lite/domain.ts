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
