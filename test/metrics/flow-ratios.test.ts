import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverage, coverageMetric } from "../../src/metrics/coverage.ts";
import { deficitRatio } from "../../src/metrics/deficit-ratio.ts";
import {
  normalisedBalance,
  normalisedBalanceMetric,
} from "../../src/metrics/normalised-balance.ts";
import { pointInterval } from "../../src/numbers/interval.ts";
import { parsePrinted } from "../../src/numbers/printed.ts";

/** US goods trade with Mexico, 2023: Census Bureau, country workbook of April 2025. */
const mexico = { exports: 322742472406, imports: 475215965697 };

const flow = fc.integer({ min: 0, max: 2 ** 50 });
const printed = fc.integer({ min: 1, max: 99999 }).map((tenths) => (tenths / 10).toFixed(1));

describe("coverage", () => {
  it("is 67.9 % where 322.7 billion of exports stand against 475.2 billion of imports", () => {
    // 322742472406 / 475215965697, divided by hand to ten digits.
    expect(coverage(mexico)).toBeCloseTo(67.9149054, 6);
  });

  it("is 0 without exports, and null, not infinity, without imports", () => {
    expect(coverage({ exports: 0, imports: 5 })).toBe(0);
    expect(coverage({ exports: 5, imports: 0 })).toBeNull();
    expect(coverageMetric.compute({ exports: 5, imports: 0 }, { years: null })).toMatchObject({
      value: null,
      reason: "no-imports",
      derived: { balance: 5 },
    });
  });

  it("is the deficit ratio told from the other side: (1 - 100 / coverage) * 100", () => {
    fc.assert(
      fc.property(flow, flow, (exports, imports) => {
        fc.pre(exports > 0 && imports > 0);
        const told = (1 - 100 / coverage({ exports, imports })!) * 100;
        const ratio = deficitRatio({ exports, imports })!;
        expect(Math.abs(told - ratio)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(ratio)));
      }),
    );
  });

  it("times the coverage of the same trade told by the partner is 100 %", () => {
    fc.assert(
      fc.property(flow, flow, (exports, imports) => {
        fc.pre(exports > 0 && imports > 0);
        const mirrored = coverage({ exports: imports, imports: exports })!;
        expect((coverage({ exports, imports })! * mirrored) / 100).toBeCloseTo(100, 8);
      }),
    );
  });
});

describe("normalisedBalance", () => {
  it("is -1 with imports only, 0 where trade is balanced, and 1 with exports only (ESCAP 2009)", () => {
    expect(normalisedBalance({ exports: 0, imports: 7 })).toBe(-1);
    expect(normalisedBalance({ exports: 7, imports: 7 })).toBe(0);
    expect(normalisedBalance({ exports: 7, imports: 0 })).toBe(1);
  });

  it("is null without any trade", () => {
    expect(normalisedBalance({ exports: 0, imports: 0 })).toBeNull();
    const outcome = normalisedBalanceMetric.compute({ exports: 0, imports: 0 }, { years: null });
    expect(outcome).toMatchObject({ value: null, reason: "no-whole" });
  });

  it("changes only its sign where exports and imports change places", () => {
    fc.assert(
      fc.property(flow, flow, (exports, imports) => {
        fc.pre(exports + imports > 0);
        const mirrored = normalisedBalance({ exports: imports, imports: exports })!;
        expect(normalisedBalance({ exports, imports })! + mirrored).toBe(0);
      }),
    );
  });

  it("is (coverage - 100) / (coverage + 100)", () => {
    fc.assert(
      fc.property(flow, flow, (exports, imports) => {
        fc.pre(imports > 0);
        const cover = coverage({ exports, imports })!;
        const told = (cover - 100) / (cover + 100);
        expect(normalisedBalance({ exports, imports })).toBeCloseTo(told, 9);
      }),
    );
  });
});

describe.each([coverageMetric, normalisedBalanceMetric])("the interval of $id", (metric) => {
  it("is the value itself for exact inputs", () => {
    const { value } = metric.compute(mexico, { years: null });
    const exact = metric.interval({
      exports: pointInterval(mexico.exports),
      imports: pointInterval(mexico.imports),
    })!;
    expect(exact.low).toBeCloseTo(value!, 10);
    expect(exact.high).toBeCloseTo(value!, 10);
  });

  it("holds the value of any flows that agree with the printed digits", () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(printed, printed, part, part, (exports, imports, a, b) => {
        const x = parsePrinted(exports).interval;
        const m = parsePrinted(imports).interval;
        const inside = {
          exports: x.low + (x.high - x.low) * a,
          imports: m.low + (m.high - m.low) * b,
        };
        const { value } = metric.compute(inside, { years: null });
        const { low, high } = metric.interval({ exports: x, imports: m })!;
        const slack = 1e-9 * (1 + Math.abs(value!));
        expect(value).toBeGreaterThanOrEqual(low - slack);
        expect(value).toBeLessThanOrEqual(high + slack);
      }),
    );
  });

  it("is null where a printed 0.0 leaves the divisor open", () => {
    const zero = parsePrinted("0.0").interval;
    expect(metric.interval({ exports: zero, imports: zero })).toBeNull();
  });
});
