import { describe, expect, it } from "vitest";
import {
  addIntervals,
  contains,
  divideIntervals,
  intervalAround,
  linearInterval,
  multiplyIntervals,
  subtractIntervals,
} from "../../src/numbers/interval.ts";

// Interval arithmetic (Moore, Interval Analysis, 1966), each by hand.
describe("an interval", () => {
  const one = { low: 1, high: 2 };

  it("of a sum, a difference and a product goes from the least to the greatest", () => {
    expect(addIntervals(one, { low: -3, high: 5 })).toEqual({ low: -2, high: 7 });
    expect(subtractIntervals(one, { low: -3, high: 5 })).toEqual({ low: -4, high: 5 });
    expect(multiplyIntervals(one, { low: -3, high: 5 })).toEqual({ low: -6, high: 10 });
    // The ends may come from any two of the four products.
    expect(multiplyIntervals({ low: -2, high: 1 }, { low: -3, high: 2 })).toEqual({
      low: -4,
      high: 6,
    });
    expect(multiplyIntervals({ low: -3, high: -2 }, { low: 4, high: 5 })).toEqual({
      ...{ low: -15, high: -8 },
    });
  });

  it.each([
    ["reaches zero from above", { low: 0, high: 4 }],
    ["reaches zero from below", { low: -4, high: 0 }],
    ["is zero", { low: 0, high: 0 }],
    ["holds zero", { low: -1, high: 1 }],
  ])("of a quotient has no bounds where the divisor %s", (_, divisor) => {
    expect(divideIntervals(one, divisor)).toBeNull();
  });

  it("of a quotient has bounds where the divisor is near zero and not zero", () => {
    expect(divideIntervals(one, { low: 0.5, high: 4 })).toEqual({ low: 0.25, high: 4 });
    expect(divideIntervals(one, { low: -4, high: -0.5 })).toEqual({ low: -4, high: -0.25 });
  });

  it("of a falling line is turned round", () => {
    expect(linearInterval(one, -2, 1)).toEqual({ low: -3, high: -1 });
    expect(linearInterval(one, 3)).toEqual({ low: 3, high: 6 });
    expect(intervalAround(3, -1, 2)).toEqual({ low: -1, high: 3 });
  });

  it("holds both its ends, and nothing beyond", () => {
    expect([1, 2, 0.999, 2.001].map((value) => contains(one, value))).toEqual([
      ...[true, true, false, false],
    ]);
  });
});
