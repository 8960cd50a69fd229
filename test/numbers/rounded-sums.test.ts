import { describe, expect, it } from "vitest";
import { isAbove, isUnlikeMonths } from "../../src/numbers/rounded-sums.ts";

describe("a year and the sum of its months", () => {
  it.each([
    ["118 and 120, of few digits", 118, 120, true],
    ["300 and 324 billion", 300e9, 324e9, true],
    ["12 dollars apart, which rounding of twelve months may be", 1_000_000, 1_000_012, false],
    ["a ten thousandth apart", 1e9, 1e9 + 90_000, false],
    ["alike", 120, 120, false],
  ])("differ by more than rounding or not: %s", (_, year, months, differ) => {
    expect(isUnlikeMonths(year, months)).toBe(differ);
  });
});

describe("parts and their whole", () => {
  it("are above it by more than the rounding of both", () => {
    expect([isAbove(101, 100), isAbove(102, 100)]).toEqual([false, true]);
  });
});
