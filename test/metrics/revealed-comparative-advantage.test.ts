import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  comparativeAdvantageMetric,
  revealedComparativeAdvantage,
  symmetricComparativeAdvantage,
} from "../../src/metrics/revealed-comparative-advantage.ts";
import type { Interval } from "../../src/numbers/interval.ts";
import { parsePrinted } from "../../src/numbers/printed.ts";

/** Exports of three economies (rows) by product; every economy and every product has some. */
const matrix = fc
  .array(fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 4, maxLength: 4 }), {
    minLength: 2,
    maxLength: 6,
  })
  .filter((rows) => rows.every((row) => row.length === 4));

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

function structure(rows: readonly (readonly number[])[], economy: number, product: number) {
  return {
    exports: rows[economy]![product]!,
    totalExports: sum(rows[economy]!),
    worldExports: sum(rows.map((row) => row[product]!)),
    worldTotal: sum(rows.map(sum)),
  };
}

describe("revealedComparativeAdvantage", () => {
  it("of Brazil in soybeans is 22: 7.8 % of its exports against 0.35 % of the world's (Atlas of Economic Complexity, technical box 2.2)", () => {
    const shares = { exports: 7.8, totalExports: 100, worldExports: 0.35, worldTotal: 100 };
    expect(Math.round(revealedComparativeAdvantage(shares)!)).toBe(22);
  });

  it("is 15/11, 5/12 and 10/9 for exports of 30, 10 and 60 in a world of 55, 60 and 135", () => {
    // (30/100) / (55/250), (10/100) / (60/250), (60/100) / (135/250), in fractions by hand.
    const rows = [
      [30, 10, 60],
      [20, 50, 30],
      [5, 0, 45],
    ];
    const ofFirst = [0, 1, 2].map((at) => revealedComparativeAdvantage(structure(rows, 0, at))!);
    expect(ofFirst[0]).toBeCloseTo(15 / 11, 12);
    expect(ofFirst[1]).toBeCloseTo(5 / 12, 12);
    expect(ofFirst[2]).toBeCloseTo(10 / 9, 12);
    expect(revealedComparativeAdvantage(structure(rows, 2, 1))).toBe(0);
  });

  it("is null without exports and without a world to compare with", () => {
    const flows = { exports: 0, totalExports: 0, worldExports: 5, worldTotal: 9 };
    expect(revealedComparativeAdvantage(flows)).toBeNull();
    expect(revealedComparativeAdvantage({ ...flows, totalExports: 3, worldExports: 0 })).toBeNull();
  });

  it("is 1 on average over products, weighed with their share in the world's exports", () => {
    fc.assert(
      fc.property(matrix, (rows) => {
        const weighed = [0, 1, 2, 3].map((at) => {
          const flows = structure(rows, 0, at);
          return (revealedComparativeAdvantage(flows)! * flows.worldExports) / flows.worldTotal;
        });
        expect(sum(weighed)).toBeCloseTo(1, 9);
      }),
    );
  });

  it("is the same, read along the other axis: the share in the product's market against that in all trade", () => {
    fc.assert(
      fc.property(matrix, (rows) => {
        const flows = structure(rows, 1, 2);
        const market = flows.exports / flows.worldExports;
        const all = flows.totalExports / flows.worldTotal;
        const advantage = revealedComparativeAdvantage(flows)!;
        expect(Math.abs(advantage / (market / all) - 1)).toBeLessThan(1e-12);
      }),
    );
  });
});

describe("symmetricComparativeAdvantage", () => {
  it.each([
    [0, -1],
    [1, 0],
    [3, 0.5],
    [1 / 3, -0.5],
  ])(
    "of an RCA of %f is %f: (RCA - 1) / (RCA + 1) (Dalum, Laursen and Villumsen 1998)",
    (rca, symmetric) => {
      expect(symmetricComparativeAdvantage(rca)).toBeCloseTo(symmetric, 12);
    },
  );

  it("changes only its sign where RCA becomes its reciprocal, and stays between -1 and 1", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (rca) => {
        const symmetric = symmetricComparativeAdvantage(rca)!;
        expect(symmetricComparativeAdvantage(1 / rca)).toBeCloseTo(-symmetric, 9);
        expect(Math.abs(symmetric)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("is null where RCA is", () => {
    expect(symmetricComparativeAdvantage(null)).toBeNull();
  });
});

describe("the advantage of a product", () => {
  const row = (exports: number, totalExports: number, worldExports: number, worldTotal: number) =>
    comparativeAdvantageMetric.compute(
      { exports, totalExports, worldExports, worldTotal },
      { years: null },
    );

  it("follows from the unrounded value: 1.0000001 is an advantage, 1 is none", () => {
    expect(row(1_000_000_1, 1e8, 1e8, 1e9).derived.advantage).toBe(true);
    expect(row(1e7, 1e8, 1e8, 1e9).derived.advantage).toBe(false);
  });

  it("is null, not false, where it cannot be computed", () => {
    expect(row(0, 0, 5, 9)).toMatchObject({
      value: null,
      reason: "no-exports",
      derived: { advantage: null, symmetric: null },
    });
  });
});

describe("the interval of a printed RCA", () => {
  it("runs from 21.1 to 23.8 for the Atlas's printed 11, 140, 42 and 12,000 billion", () => {
    const numbers = { exports: "11", totalExports: "140", worldExports: "42", worldTotal: "12000" };
    const intervals = Object.fromEntries(
      Object.entries(numbers).map(([name, text]) => [name, parsePrinted(text).interval]),
    ) as Record<keyof typeof numbers, Interval>;
    const { low, high } = comparativeAdvantageMetric.interval(intervals)!;
    expect(low).toBeCloseTo(10.5 / 140.5 / (42.5 / 11999.5), 10);
    expect(high).toBeCloseTo(11.5 / 139.5 / (41.5 / 12000.5), 10);
  });

  it("is null where a printed 0 leaves a divisor open", () => {
    const { interval } = parsePrinted("0");
    const ten = parsePrinted("10").interval;
    expect(
      comparativeAdvantageMetric.interval({
        exports: ten,
        totalExports: ten,
        worldExports: interval,
        worldTotal: ten,
      }),
    ).toBeNull();
  });
});
