import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readClaimFile } from "../../src/claims/file/read.ts";
import { openClaimSources } from "../../src/claims/sources.ts";
import { verify } from "../../src/claims/verify.ts";

/** An exact number, and how many decimals the report prints of it. */
interface Quantity {
  readonly exact: number;
  readonly decimals: number;
}

/** Numbers of either sign between 0.5 and 5000, printed with up to three decimals. */
const quantity = (signed: boolean): fc.Arbitrary<Quantity> =>
  fc
    .record({
      size: fc.double({ min: 0.5, max: 5000, noNaN: true }),
      negative: signed ? fc.boolean() : fc.constant(false),
      decimals: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ size, negative, decimals }) => ({ exact: negative ? -size : size, decimals }));

/** What each formula is, by hand, and over which numbers. */
const formulas: Readonly<
  Record<string, { arity: number[]; signed: boolean; of: (n: readonly number[]) => number }>
> = {
  sum: { arity: [2, 3, 5], signed: true, of: (n) => n.reduce((a, b) => a + b) },
  difference: { arity: [2], signed: true, of: ([a, b]) => a! - b! },
  product: { arity: [2], signed: true, of: ([a, b]) => a! * b! },
  ratio: { arity: [2], signed: true, of: ([a, b]) => a! / b! },
  share: { arity: [2], signed: true, of: ([a, b]) => (a! / b!) * 100 },
  growth: { arity: [2], signed: true, of: ([from, to]) => (to! / from! - 1) * 100 },
  average: { arity: [2, 3, 5], signed: true, of: (n) => n.reduce((a, b) => a + b) / n.length },
  deflate: {
    arity: [2],
    signed: false,
    of: ([g, p]) => ((1 + g! / 100) / (1 + p! / 100) - 1) * 100,
  },
  "real-value": { arity: [1], signed: false, of: ([p]) => (1 / (1 + p! / 100) - 1) * 100 },
};

const sources = await openClaimSources(
  readClaimFile(fileText("1", "sum", ["1", "2"]), "none").file,
  [],
);

function fileText(reported: string, formula: string, inputs: readonly string[]): string {
  return JSON.stringify({
    report: { id: "rounding", title: "T", publisher: "P", date: "2025" },
    claims: [
      {
        id: "claimed",
        where: {},
        says: "x",
        reported,
        unit: "percent",
        formula: { [formula]: inputs.map((__, index) => `input-${index}`) },
      },
      ...inputs.map((text, index) => ({
        id: `input-${index}`,
        where: {},
        says: "x",
        reported: text,
        unit: "percent",
        needs: "x",
      })),
    ],
  });
}

function verdictOf(reported: string, formula: string, inputs: readonly string[]): string {
  const { file } = readClaimFile(fileText(reported, formula, inputs), "rounding");
  const { claims } = verify(file, sources, { only: ["claimed"], group: null, failOn: [] });
  return claims[0]!.verdict;
}

const truths = ["reproduced", "reproduced-by-rounding"];

describe("a claim that is true", () => {
  test.each(Object.keys(formulas))(
    "stays reproduced however its inputs were rounded to their printed digits: %s",
    (name) => {
      const { arity, signed, of } = formulas[name]!;
      const inputs = fc
        .constantFrom(...arity)
        .chain((count) => fc.array(quantity(signed), { minLength: count, maxLength: count }));
      fc.assert(
        fc.property(inputs, fc.integer({ min: 0, max: 3 }), (quantities, decimals) => {
          const result = of(quantities.map(({ exact }) => exact));
          const printed = quantities.map(({ exact, decimals: own }) => exact.toFixed(own));
          expect(truths).toContain(verdictOf(result.toFixed(decimals), name, printed));
        }),
        { numRuns: 300, seed: 5 },
      );
    },
  );

  test("stays reproduced when a half was rounded up, and when it was rounded down", () => {
    for (const half of ["2.5", "-2.5"]) {
      for (const printed of half.startsWith("-") ? ["-2", "-3"] : ["2", "3"]) {
        expect(truths).toContain(verdictOf(printed, "product", [half, "1"]));
      }
    }
  });
});

describe("a claim that is false", () => {
  test.each(Object.keys(formulas))(
    "is a mismatch where no rounding of its inputs reaches what is printed: %s",
    (name) => {
      const { arity, of } = formulas[name]!;
      const inputs = fc.array(
        fc.double({ min: 20, max: 500, noNaN: true }).map((exact) => ({ exact, decimals: 3 })),
        { minLength: arity[0]!, maxLength: arity[0]! },
      );
      fc.assert(
        fc.property(inputs, (quantities) => {
          const printed = quantities.map(({ exact, decimals }) => exact.toFixed(decimals));
          const result = of(printed.map(Number));
          // Half a unit in the third decimal of inputs of 20 to 500 moves no formula by so much.
          const off = result + Math.max(2, Math.abs(result) * 0.01);
          expect(verdictOf(off.toFixed(2), name, printed)).toBe("mismatch");
        }),
        { numRuns: 100, seed: 6 },
      );
    },
  );

  test("has no verdict where a divisor may be zero", () => {
    expect(verdictOf("3", "ratio", ["3", "0.0"])).toBe("not-checkable");
  });
});
