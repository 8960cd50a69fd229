import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  aquinoIndex,
  correctedGrubelLloyd,
  grubelLloyd,
  grubelLloydMetric,
} from "../../src/metrics/grubel-lloyd.ts";
import { normalisedBalance } from "../../src/metrics/normalised-balance.ts";
import { parsePrinted } from "../../src/numbers/printed.ts";

const pair = fc.tuple(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 0, max: 1e12 }));
const trade = fc
  .array(pair, { minLength: 1, maxLength: 30 })
  .filter((list) => list.some(([x]) => x > 0) && list.some(([, m]) => m > 0))
  .map((list) => [list.map(([x]) => x), list.map(([, m]) => m)] as const);

describe("grubelLloyd", () => {
  // Greenaway and Milner, On the measurement of intra-industry trade, Economic Journal 93 (1983):
  // the table on the bias of categorical aggregation, as fractions with three digits.
  it.each([
    [180, 310, 0.735],
    [80, 160, 0.667],
    [100, 150, 0.8],
    [230, 260, 0.939],
    [150, 100, 0.8],
  ])("of exports %i and imports %i is %f (Greenaway and Milner 1983)", (x, m, index) => {
    expect(grubelLloyd([x], [m])! / 100).toBeCloseTo(index, 3);
  });

  it("of the two subgroups together is 0.735 in both of their cases, where that of the sum is 0.939", () => {
    expect(grubelLloyd([80, 100], [160, 150])! / 100).toBeCloseTo(0.735, 3);
    expect(grubelLloyd([80, 150], [160, 100])! / 100).toBeCloseTo(0.735, 3);
  });

  it("is 0 where every product moves one way, and 100 where each is balanced", () => {
    expect(grubelLloyd([5, 0], [0, 9])).toBe(0);
    expect(grubelLloyd([5, 9], [5, 9])).toBe(100);
  });

  it.each([
    [[], []],
    [[0], [0]],
    [[1], []],
    [[-1], [1]],
    [[Number.NaN], [1]],
  ])("is null for exports %j and imports %j", (x, m) => {
    expect(grubelLloyd(x, m)).toBeNull();
    expect(correctedGrubelLloyd(x, m)).toBeNull();
    expect(aquinoIndex(x, m)).toBeNull();
  });

  it("lies between 0 and 100 and does not depend on order, scale or who tells it", () => {
    fc.assert(
      fc.property(trade, fc.integer({ min: 2, max: 99 }), ([x, m], factor) => {
        const index = grubelLloyd(x, m)!;
        expect(index).toBeGreaterThanOrEqual(-1e-9);
        expect(index).toBeLessThanOrEqual(100 + 1e-9);
        expect(grubelLloyd([...x].reverse(), [...m].reverse())).toBeCloseTo(index, 9);
        expect(grubelLloyd(m, x)).toBeCloseTo(index, 9);
        const scaled = [x, m].map((list) => list.map((flow) => flow * factor));
        expect(grubelLloyd(scaled[0]!, scaled[1]!)).toBeCloseTo(index, 9);
      }),
    );
  });

  it("of one product is 100 less the size of the normalised balance in percent", () => {
    fc.assert(
      fc.property(pair, ([exports, imports]) => {
        fc.pre(exports + imports > 0);
        const told = 100 - Math.abs(normalisedBalance({ exports, imports })!) * 100;
        expect(grubelLloyd([exports], [imports])).toBeCloseTo(told, 9);
      }),
    );
  });
});

describe("correctedGrubelLloyd", () => {
  it("takes the imbalance of 130 in 490 out: 100 in the first case, 360/460 in the second", () => {
    expect(correctedGrubelLloyd([80, 100], [160, 150])).toBe(100);
    expect(correctedGrubelLloyd([80, 150], [160, 100])).toBeCloseTo((360 / 460) * 100, 10);
  });

  it("is the plain index where all trade is balanced, and never below it", () => {
    expect(correctedGrubelLloyd([3, 7], [6, 4])).toBe(grubelLloyd([3, 7], [6, 4]));
    fc.assert(
      fc.property(trade, ([x, m]) => {
        const corrected = correctedGrubelLloyd(x, m)!;
        expect(corrected).toBeGreaterThanOrEqual(grubelLloyd(x, m)! - 1e-9);
        expect(corrected).toBeLessThanOrEqual(100 + 1e-9);
      }),
    );
  });

  it("is null where all trade is one way", () => {
    expect(grubelLloyd([5, 2], [0, 0])).toBe(0);
    expect(correctedGrubelLloyd([5, 2], [0, 0])).toBeNull();
    expect(aquinoIndex([5, 2], [0, 0])).toBeNull();
  });
});

describe("aquinoIndex", () => {
  it("is the plain index of flows scaled to equal totals (Aquino 1978)", () => {
    fc.assert(
      fc.property(trade, ([x, m]) => {
        const [allX, allM] = [x, m].map((list) => list.reduce((a, b) => a + b, 0));
        const half = (allX! + allM!) / 2;
        const scaledX = x.map((flow) => (flow * half) / allX!);
        const scaledM = m.map((flow) => (flow * half) / allM!);
        expect(aquinoIndex(x, m)).toBeCloseTo(grubelLloyd(scaledX, scaledM)!, 8);
      }),
    );
  });
});

describe("the interval of a printed Grubel-Lloyd index", () => {
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  const printed = fc.integer({ min: 1, max: 9999 }).map((tenths) => (tenths / 10).toFixed(1));

  it("reaches 100 where the digits allow balanced trade", () => {
    const [a, b] = [parsePrinted("10").interval, parsePrinted("11").interval];
    expect(grubelLloydMetric.interval({ exports: [a], imports: [b] })!.high).toBe(100);
  });

  const between = (...ends: readonly (readonly [number, number])[]) =>
    ends.map(([low, high]) => ({ low, high }));

  // Arithmetic by hand: the index is twice the smaller flows over all flows.
  it.each([
    // Balanced at any amount from 12 to 20; least balanced at 10 and 30: 2 * 10 / 40.
    ["one product", between([10, 20]), between([12, 30]), 50, 100],
    // One-way trade of 10 beside 10 to 30 both ways: 2 * 30 / 70 at best, 2 * 10 / 50 at worst.
    ["one-way trade beside", between([10, 10], [10, 30]), between([0, 0], [10, 30]), 40, 600 / 7],
    // 30 against 19 to 60: 2 * 30 / 90 is less than 2 * 19 / 49, and 30 against 30 is balanced.
    ["one flow exact", between([30, 30]), between([19, 60]), 200 / 3, 100],
    // Nothing to 1 against 2 to 3: 0 at worst, 2 * 1 / 3 at best.
    ["a flow that may be none", between([0, 1]), between([2, 3]), 0, 200 / 3],
  ] as const)("runs from the worst to the best case: %s", (_, exports, imports, low, high) => {
    const found = grubelLloydMetric.interval({ exports, imports })!;
    expect(found.low).toBeCloseTo(low, 9);
    expect(found.high).toBeCloseTo(high, 9);
  });

  it("is open where a flow may be negative, or where there may be no trade", () => {
    const [some, negative, none] = between([2, 3], [-1, 1], [0, 1]);
    expect(grubelLloydMetric.interval({ exports: [negative!], imports: [some!] })).toBeNull();
    expect(grubelLloydMetric.interval({ exports: [none!], imports: [none!] })).toBeNull();
  });

  it("holds the index of any flows that agree with the digits", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(printed, printed, part, part), { minLength: 1, maxLength: 5 }),
        (all) => {
          const xs = all.map(([x]) => parsePrinted(x).interval);
          const ms = all.map(([, m]) => parsePrinted(m).interval);
          const inside = grubelLloyd(
            xs.map(({ low, high }, at) => low + (high - low) * all[at]![2]),
            ms.map(({ low, high }, at) => low + (high - low) * all[at]![3]),
          )!;
          const { low, high } = grubelLloydMetric.interval({ exports: xs, imports: ms })!;
          expect(inside).toBeGreaterThanOrEqual(low - 1e-9);
          expect(inside).toBeLessThanOrEqual(high + 1e-9);
        },
      ),
    );
  });
});
