import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balance } from "../../src/metrics/balance.ts";
import { deficitRatio } from "../../src/metrics/deficit-ratio.ts";
import { compoundAnnualGrowth, growth, growthReason, index } from "../../src/metrics/growth.ts";
import { nonPetroleumBalance } from "../../src/metrics/non-petroleum.ts";
import { share } from "../../src/metrics/share.ts";

const amount = fc.nat(Number.MAX_SAFE_INTEGER);

describe("the trade balance", () => {
  it("is exports less imports, exact to the dollar", () => {
    // US trade in goods with Mexico in 2023, US Census Bureau, April 2025.
    expect(balance({ exports: 322_742_472_406, imports: 475_215_965_697 })).toBe(-152_473_493_291);
  });

  it("changes its sign when exports and imports change places", () => {
    fc.assert(
      fc.property(amount, amount, (exports, imports) => {
        expect(
          balance({ exports, imports }) + balance({ exports: imports, imports: exports }),
        ).toBe(0);
      }),
    );
  });
});

describe("the deficit-to-export ratio", () => {
  it.each([
    [100, 150, -50],
    [100, 100, 0],
    [200, 100, 50],
    [100, 0, 100],
    [1, 11, -1000],
  ])("of exports of %d and imports of %d is %d %%", (exports, imports, ratio) => {
    expect(deficitRatio({ exports, imports })).toBe(ratio);
  });

  it("is not defined without exports, not even where there are no imports", () => {
    expect(deficitRatio({ exports: 0, imports: 10 })).toBeNull();
    expect(deficitRatio({ exports: 0, imports: 0 })).toBeNull();
  });
});

describe("the non-petroleum balance", () => {
  // Mexico 2024 in bn: deficit 171.8, HS 27 imports 16.3 and exports 41.6.
  it("takes petroleum out of both flows: -171.8 - (41.6 - 16.3) = -197.1", () => {
    const flows = { exports: 334, imports: 505.8, petroleumExports: 41.6, petroleumImports: 16.3 };
    expect(nonPetroleumBalance(flows)).toBeCloseTo(-197.1, 9);
  });

  it("is flattered where petroleum exports are left in: -171.8 + 16.3 = -155.5", () => {
    const flows = { exports: 334, imports: 505.8, petroleumImports: 16.3 };
    expect(nonPetroleumBalance(flows)).toBeCloseTo(-155.5, 9);
  });

  it("and the petroleum balance make the balance", () => {
    fc.assert(
      fc.property(
        fc.nat(1e9),
        fc.nat(1e9),
        fc.nat(1e9),
        fc.nat(1e9),
        (exports, imports, out, in_) => {
          const flows = { exports, imports, petroleumExports: out, petroleumImports: in_ };
          expect(nonPetroleumBalance(flows) + (out - in_)).toBe(exports - imports);
        },
      ),
    );
  });
});

describe("growth", () => {
  it.each([
    [100, 150, 50],
    [100, 0, -100],
    [100, 100, 0],
    [-50, -100, 100],
    [-100, -50, -50],
  ])("from %d to %d is %d %%", (from, to, expected) => {
    expect(growth(from, to)).toBe(expected);
  });

  it("of a deficit of 85.3 to one of 263 is 208.3 %", () => {
    // 263 / 85.3 = 3.0832, by hand.
    expect(growth(-85.3, -263)).toBeCloseTo(208.32, 2);
  });

  it.each([
    [0, 5, "zero-base"],
    [0, 0, "zero-base"],
    [5, -5, "sign-change"],
    [-5, 5, "sign-change"],
  ])("from %d to %d is not defined: %s", (from, to, reason) => {
    expect(growthReason(from, to)).toBe(reason);
    expect(growth(from, to)).toBeNull();
    expect(index(from, to)).toBeNull();
    expect(compoundAnnualGrowth(from, to, 2)).toBeNull();
  });

  it("a year, compounded, is that of the whole time: 100 to 121 in two years is 10 %", () => {
    expect(compoundAnnualGrowth(100, 121, 2)).toBeCloseTo(10, 9);
    expect(compoundAnnualGrowth(100, 50, 1)).toBeCloseTo(-50, 9);
    expect(compoundAnnualGrowth(100, 121, 0)).toBeNull();
    expect(compoundAnnualGrowth(100, 121, -1)).toBeNull();
  });

  it("as an index is 100 in its base", () => {
    expect(index(80, 80)).toBe(100);
    expect(index(80, 100)).toBe(125);
    expect(index(-80, -40)).toBe(50);
  });
});

describe("the share", () => {
  it.each([
    [1, 4, 25],
    [0, 4, 0],
    [4, 4, 100],
    [-1, 4, -25],
  ])("of %d in %d is %d %%", (part, whole, expected) => {
    expect(share(part, whole)).toBe(expected);
  });

  it("in nothing is not defined", () => {
    expect(share(0, 0)).toBeNull();
    expect(share(5, 0)).toBeNull();
  });

  it("of the parts of a whole add up to 100", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 1 }), (parts) => {
        const whole = parts.reduce((sum, part) => sum + part, 0);
        expect(parts.reduce((sum, part) => sum + share(part, whole)!, 0)).toBeCloseTo(100, 9);
      }),
    );
  });
});
