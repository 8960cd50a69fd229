import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deflatedGrowth, realValue, realValueOfFixedAmount } from "../../src/metrics/deflate.ts";

const percent = fc.double({ min: -90, max: 500, noNaN: true });

describe("realValueOfFixedAmount", () => {
  it("lowers a fixed wage by 20 % where prices rise by 25 %, as the report of 2025 has it reversed", () => {
    expect(realValueOfFixedAmount(25)).toBe(-20);
  });

  it("takes a rise of prices by a third to lower it by 25 %", () => {
    expect(realValueOfFixedAmount(100 / 3)).toBeCloseTo(-25, 12);
  });

  it("is 0, not -0, where prices do not change", () => {
    expect(Object.is(realValueOfFixedAmount(0), 0)).toBe(true);
  });

  it.each([-100, -150, Number.NaN, Number.POSITIVE_INFINITY])("is null for a change of %s", (p) => {
    expect(realValueOfFixedAmount(p)).toBeNull();
  });

  it("falls by less than prices rise", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 500, noNaN: true }), (p) => {
        expect(-realValueOfFixedAmount(p)!).toBeLessThan(p);
      }),
    );
  });
});

describe("deflatedGrowth", () => {
  it("is (1 + g) / (1 + p) - 1: 10 % nominal with prices 4 % higher is 5.769 %", () => {
    expect(deflatedGrowth(10, 4)).toBeCloseTo(5.769230769230769, 12);
  });

  it("is the nominal growth where prices do not change, and 0 where both change alike", () => {
    expect(deflatedGrowth(7.5, 0)).toBe(7.5);
    expect(deflatedGrowth(12, 12)).toBe(0);
  });

  it("rebuilds the nominal growth together with the prices", () => {
    fc.assert(
      fc.property(percent, percent, (growth, prices) => {
        const real = deflatedGrowth(growth, prices)!;
        expect(((1 + real / 100) * (1 + prices / 100) - 1) * 100).toBeCloseTo(growth, 6);
      }),
    );
  });

  it.each([
    [-100, 2],
    [3, -100],
    [Number.NaN, 1],
  ])("is null for %s and %s", (growth, prices) => {
    expect(deflatedGrowth(growth, prices)).toBeNull();
  });
});

describe("realValue", () => {
  it("brings US$ 16 into the prices of a base year: 16 * 100 / 125 is 12.80", () => {
    expect(realValue(16, 100, 125)).toBe(12.8);
  });

  it.each([
    [16, 0, 125],
    [16, 100, 0],
    [16, 100, -5],
    [16, Number.NaN, 125],
    [Number.NaN, 100, 125],
  ])("is null for amount %s and indexes %s and %s", (amount, from, to) => {
    expect(realValue(amount, from, to)).toBeNull();
  });

  it("agrees with the change of a fixed amount", () => {
    fc.assert(
      fc.property(percent, (prices) => {
        const change = (realValue(1, 100, 100 + prices)! - 1) * 100;
        expect(change).toBeCloseTo(realValueOfFixedAmount(prices)!, 6);
      }),
    );
  });
});
