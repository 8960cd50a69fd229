/** Rounded months add up to a rounded year within this part of it. */
const ROUNDING = 1e-4;
/** Months that are rounded to whole units, of figures that have digits enough for it. */
const UNITS = 12;
const FEW = 1e-3;

/** Whether a year that was published differs from the sum of its months by more than their rounding. */
export function isUnlikeMonths(year: number, months: number): boolean {
  return Math.abs(months - year) > Math.max(Math.min(UNITS, year * FEW), year * ROUNDING);
}

/** Whether parts are above their whole by more than the rounding of both may be. */
export function isAbove(parts: number, whole: number): boolean {
  return parts > whole * 1.0001 + 1;
}
