import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Contribution,
  contribution,
  contributionMetric,
} from "../../src/metrics/contribution.ts";
import { growth } from "../../src/metrics/growth.ts";

const flow = fc.integer({ min: 0, max: 1e12 });
const ends = fc.array(fc.tuple(flow, flow), { minLength: 1, maxLength: 30 });
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** Of all members of two lists, which are the whole. */
function contributions(from: readonly number[], to: readonly number[]): Contribution[] {
  const sumOf = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0);
  const whole = { from: sumOf(from), to: sumOf(to) };
  return from.map((start, at) => contribution({ from: start, to: to[at]! }, whole));
}

describe("contributions", () => {
  it("of 50 to 60 and 50 to 45 are 10 and -5 points of a growth of 5 %, 200 and -100 % of the change", () => {
    const [first, second] = contributions([50, 50], [60, 45]);
    expect(first).toEqual({ change: 10, points: 10, shareOfChange: 200 });
    expect(second).toEqual({ change: -5, points: -5, shareOfChange: -100 });
  });

  it("have no points from a whole of zero, and no share of a change of zero", () => {
    expect(contributions([0, 0], [3, 4])[0]).toMatchObject({ change: 3, points: null });
    expect(contributions([3, 4], [4, 3])[0]).toMatchObject({ change: 1, shareOfChange: null });
  });

  it("add up: changes to the change of the whole to the dollar, points to its growth, shares to 100", () => {
    fc.assert(
      fc.property(ends, (pairs) => {
        const from = pairs.map(([start]) => start);
        const to = pairs.map(([, end]) => end);
        const parts = contributions(from, to);
        const change = sum(to) - sum(from);
        expect(sum(parts.map((part) => part.change))).toBe(change);
        fc.pre(sum(from) > 0);
        const points = sum(parts.map((part) => part.points!));
        const whole = growth(sum(from), sum(to))!;
        const size = sum(parts.map((part) => Math.abs(part.points!)));
        expect(Math.abs(points - whole)).toBeLessThanOrEqual(1e-10 * (100 + size));
        fc.pre(Math.abs(change) > size * 1e-3 * sum(from));
        expect(sum(parts.map((part) => part.shareOfChange!))).toBeCloseTo(100, 6);
      }),
    );
  });
});

describe("the contribution of a member of a published whole", () => {
  const compute = (from: number, to: number, fromWhole: number, toWhole: number) =>
    contributionMetric.compute({ from, to, fromWhole, toWhole }, { years: null });

  it("is in points of the growth of the whole", () => {
    expect(compute(30, 40, 100, 120)).toMatchObject({ value: 10, derived: { shareOfChange: 50 } });
  });

  it("to a deficit is positive where the member added to it, as its growth is", () => {
    expect(compute(-30, -40, -100, -120).value).toBe(10);
  });

  it("is null where the whole turned from a surplus into a deficit", () => {
    expect(compute(30, -40, 100, -20)).toMatchObject({ value: null, reason: "sign-change" });
  });
});
