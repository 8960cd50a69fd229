import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tradeComplementarity } from "../../src/metrics/complementarity.ts";
import { aquinoIndex } from "../../src/metrics/grubel-lloyd.ts";
import { intraregionalShare } from "../../src/metrics/intraregional-share.ts";
import { kojimaIntensity, tradeIntensity } from "../../src/metrics/trade-intensity.ts";

const list = fc.array(fc.integer({ min: 0, max: 1e12 }), { minLength: 5, maxLength: 5 });
const flows = list.filter((values) => values.some((value) => value > 0));
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe("tradeIntensity", () => {
  it("is 1 where the partner's share is that in world trade, 2 where it is twice (WITS)", () => {
    const world = { totalExports: 100, worldExports: 200, worldTotal: 1000 };
    expect(tradeIntensity({ ...world, exports: 20 })).toBeCloseTo(1, 12);
    expect(tradeIntensity({ ...world, exports: 40 })).toBeCloseTo(2, 12);
    expect(tradeIntensity({ ...world, exports: 0 })).toBe(0);
  });

  it("is null without exports, and where nobody exports to the partner", () => {
    const world = { exports: 0, totalExports: 0, worldExports: 200, worldTotal: 1000 };
    expect(tradeIntensity(world)).toBeNull();
    expect(tradeIntensity({ ...world, totalExports: 5, worldExports: 0 })).toBeNull();
  });

  it("does not change where all exports of the economy grow alike", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 2, max: 99 }),
        (exports, by) => {
          const one = { exports, totalExports: 2e6, worldExports: 3e6, worldTotal: 9e7 };
          const grown = { ...one, exports: exports * by, totalExports: one.totalExports * by };
          expect(tradeIntensity(grown)).toBeCloseTo(tradeIntensity(one)!, 9);
        },
      ),
    );
  });
});

describe("kojimaIntensity", () => {
  it("leaves the world's exports to the economy itself out of the divisor (Kojima 1964)", () => {
    // (20/100) / (200 / (1000 - 200)) = 0.2 / 0.25.
    const world = { exports: 20, totalExports: 100, worldExports: 200, worldTotal: 1000 };
    expect(kojimaIntensity({ ...world, worldExportsToReporter: 200 })).toBeCloseTo(0.8, 12);
    expect(kojimaIntensity({ ...world, worldExportsToReporter: 0 })).toBe(tradeIntensity(world));
  });

  it("is null where the world exports to nobody else", () => {
    const world = { exports: 20, totalExports: 100, worldExports: 200, worldTotal: 1000 };
    expect(kojimaIntensity({ ...world, worldExportsToReporter: 1000 })).toBeNull();
  });
});

describe("intraregionalShare", () => {
  it("is trade among the members in percent of all their trade, and null without trade", () => {
    expect(intraregionalShare({ within: 30, whole: 120 })).toBe(25);
    expect(intraregionalShare({ within: 0, whole: 120 })).toBe(0);
    expect(intraregionalShare({ within: 0, whole: 0 })).toBeNull();
  });
});

describe("tradeComplementarity", () => {
  it("is 100 where the shares match and 0 where nothing that one exports the other imports (WITS)", () => {
    expect(tradeComplementarity([10, 30], [100, 300])).toBe(100);
    expect(tradeComplementarity([10, 0], [0, 7])).toBe(0);
  });

  it("is 60 for exports of 50, 30 and 20 % and imports of 10, 50 and 40 %", () => {
    // (1 - (0.4 + 0.2 + 0.2) / 2) * 100, by hand after Michaely (1996).
    expect(tradeComplementarity([50, 30, 20], [10, 50, 40])).toBeCloseTo(60, 12);
  });

  it.each([
    [[], []],
    [
      [0, 0],
      [1, 1],
    ],
    [
      [1, 1],
      [0, 0],
    ],
    [[1], [1, 2]],
    [[Number.NaN], [1]],
    [
      [-1, 2],
      [1, 1],
    ],
  ])("is null for exports %j and imports %j", (x, m) => {
    expect(tradeComplementarity(x, m)).toBeNull();
  });

  it("is the overlap of the two lists of shares, sum of min(x_k, m_k)", () => {
    fc.assert(
      fc.property(flows, flows, (x, m) => {
        const overlap = sum(x.map((flow, at) => Math.min(flow / sum(x), m[at]! / sum(m)))) * 100;
        expect(tradeComplementarity(x, m)).toBeCloseTo(overlap, 8);
      }),
    );
  });

  it("does not depend on order or scale, and of one economy's own trade is Aquino's index", () => {
    fc.assert(
      fc.property(flows, flows, (x, m) => {
        const index = tradeComplementarity(x, m)!;
        expect(tradeComplementarity([...x].reverse(), [...m].reverse())).toBeCloseTo(index, 8);
        expect(
          tradeComplementarity(
            x.map((flow) => flow * 3),
            m,
          ),
        ).toBeCloseTo(index, 8);
        expect(aquinoIndex(x, m)).toBeCloseTo(index, 8);
      }),
    );
  });
});
