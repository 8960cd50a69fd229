import { describe, expect, it } from "vitest";
import {
  ratioInterval,
  ratioOfShares,
  ratioReason,
  sharesOf,
} from "../../src/metrics/ratio-of-shares.ts";

const flows = { exports: 20, totalExports: 100, worldExports: 100, worldTotal: 1000 };

describe("the ratio of two shares", () => {
  // 20 of 100 is 20 %, 100 of 1000 is 10 %: twice as much.
  it("is 2 where 20 % stand against 10 %", () => {
    expect(sharesOf(flows)).toEqual({ share: 20, worldShare: 10 });
    expect(ratioOfShares(flows)).toBe(2);
    expect(ratioReason(flows)).toBeNull();
  });

  it.each([
    [{ totalExports: 0 }, "no-exports", { share: null, worldShare: 10 }],
    [{ worldExports: 0 }, "no-whole", { share: 20, worldShare: 0 }],
    [{ worldTotal: 0 }, "no-whole", { share: 20, worldShare: null }],
  ] as const)("is null with %j, with the reason %s", (zero, reason, shares) => {
    const given = { ...flows, ...zero };
    expect([ratioOfShares(given), ratioReason(given)]).toEqual([null, reason]);
    expect(sharesOf(given)).toEqual(shares);
  });

  it("runs from the least to the most that its numbers allow", () => {
    const point = (at: number) => ({ low: at, high: at });
    const exact = { totalExports: point(100), worldExports: point(100), worldTotal: point(1000) };
    // 19 to 21 of 100 against 10 %.
    expect(ratioInterval({ ...exact, exports: { low: 19, high: 21 } })).toEqual({
      low: expect.closeTo(1.9, 12),
      high: expect.closeTo(2.1, 12),
    });
    const open = { low: 0, high: 1 };
    expect(ratioInterval({ ...exact, exports: point(20), totalExports: open })).toBeNull();
    expect(ratioInterval({ ...exact, exports: point(20), worldTotal: open })).toBeNull();
  });
});
