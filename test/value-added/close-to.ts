import { expect } from "vitest";

/**
 * Every figure within a relative 1e-9 of the reference; `floor` is what counts as zero, for figures
 * that are differences of much larger ones.
 */
export function expectClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  name: string,
  floor = 1e-9,
  relative = 1e-9,
): void {
  expect(actual.length, `${name}: number of figures`).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) {
    const allowed = relative * Math.abs(expected[i]!) + floor;
    const difference = Math.abs(actual[i]! - expected[i]!);
    expect(
      difference <= allowed,
      `${name}[${i}]: ${actual[i]} instead of ${expected[i]} (off by ${difference})`,
    ).toBe(true);
  }
}
