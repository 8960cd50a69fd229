/**
 * Prices of single parts have fractions of a cent, and sums of binary fractions depend on their
 * order. Amounts are therefore added as whole ten-thousandths of the currency.
 */
const PER_UNIT = 10_000;

/** The largest amount of a bill of materials: a hundred times it is still exact in ten-thousandths. */
export const LARGEST_AMOUNT = 9_000_000_000;

/** True for a number from 0 to `LARGEST_AMOUNT` with at most four decimals. */
export function isAmount(value: number): boolean {
  return value >= 0 && value <= LARGEST_AMOUNT && Number(value.toFixed(4)) === value;
}

/** An amount as whole ten-thousandths. */
export function toUnits(amount: number): number {
  return Math.round(amount * PER_UNIT);
}

/** Whole ten-thousandths as an amount. */
export function fromUnits(units: number): number {
  return units / PER_UNIT;
}

/** `part / whole` in percent; null where the whole is 0. Multiples of both give the same digits. */
export function percentOf(part: number | bigint, whole: number | bigint): number | null {
  return Number(whole) === 0 ? null : (Number(part) * 100) / Number(whole);
}

/**
 * True where `part / whole` reaches `percent`, decided on whole numbers so that a share that is
 * exactly at its threshold passes. `percent` has at most four decimals.
 */
export function reaches(part: number | bigint, whole: number | bigint, percent: number): boolean {
  return BigInt(part) * BigInt(100 * PER_UNIT) >= BigInt(toUnits(percent)) * BigInt(whole);
}
