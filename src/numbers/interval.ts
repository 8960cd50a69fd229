/** All real numbers from `low` to `high`, both ends included; `low <= high`. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The interval that holds one number. */
export function pointInterval(value: number): Interval {
  return { low: value, high: value };
}

/** The smallest interval that holds all the numbers given. */
export function intervalAround(...values: number[]): Interval {
  return { low: Math.min(...values), high: Math.max(...values) };
}

export function addIntervals(a: Interval, b: Interval): Interval {
  return { low: a.low + b.low, high: a.high + b.high };
}

export function subtractIntervals(a: Interval, b: Interval): Interval {
  return { low: a.low - b.high, high: a.high - b.low };
}

export function multiplyIntervals(a: Interval, b: Interval): Interval {
  return intervalAround(a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high);
}

/** null where the divisor may be zero, because the quotient then has no bounds. */
export function divideIntervals(a: Interval, b: Interval): Interval | null {
  if (b.low <= 0 && b.high >= 0) return null;
  return intervalAround(a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high);
}

/** `a * factor + offset`, for a formula that uses its unknown once. */
export function linearInterval(a: Interval, factor: number, offset = 0): Interval {
  return intervalAround(a.low * factor + offset, a.high * factor + offset);
}

export function contains(interval: Interval, value: number): boolean {
  return interval.low <= value && value <= interval.high;
}
