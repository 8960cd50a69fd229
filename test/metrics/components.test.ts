import { describe, expect, it } from "vitest";
import { balanceMetric } from "../../src/metrics/balance.ts";
import { bothFlows, type Cell, lifted } from "../../src/metrics/cell.ts";
import { complementarityMetric } from "../../src/metrics/complementarity.ts";
import { concentrationMetric } from "../../src/metrics/concentration.ts";
import { coverageMetric } from "../../src/metrics/coverage.ts";
import { deficitRatioMetric } from "../../src/metrics/deficit-ratio.ts";
import { growthMetric } from "../../src/metrics/growth.ts";
import type { Parameters } from "../../src/metrics/metric.ts";
import { nonPetroleumMetric } from "../../src/metrics/non-petroleum.ts";
import { normalisedBalanceMetric } from "../../src/metrics/normalised-balance.ts";
import { comparativeAdvantageMetric } from "../../src/metrics/revealed-comparative-advantage.ts";
import { shareMetric } from "../../src/metrics/share.ts";
import { tradeIntensityMetric } from "../../src/metrics/trade-intensity.ts";
import { allProducts } from "../../src/products/product.ts";
import { parsePeriod } from "../../src/records/period.ts";

// Every expected number here is arithmetic on numbers of two digits.
const context = { years: null };
const flows = { exports: 30, imports: 40 };

describe("what stands beside the value of", () => {
  it.each([
    [balanceMetric, { balance: -10, total: 70 }],
    [deficitRatioMetric, { balance: -10 }],
    [coverageMetric, { balance: -10 }],
    [normalisedBalanceMetric, { balance: -10, total: 70 }],
  ])("$id: the balance and total trade of 30 and 40", (metric, derived) => {
    expect(metric.compute(flows, context).derived).toEqual(derived);
  });

  it("the balance without petroleum: the balance, and that of petroleum", () => {
    const petroleum = { petroleumExports: 4, petroleumImports: 7 };
    expect(nonPetroleumMetric.compute({ ...flows, ...petroleum }, context)).toMatchObject({
      ...{ value: -7, derived: { balance: -10, petroleumBalance: -3 } },
    });
    const importsOnly = { ...flows, petroleumImports: 7 } as never;
    expect(nonPetroleumMetric.compute(importsOnly, context)).toMatchObject({
      ...{ value: -3, derived: { balance: -10, petroleumBalance: null } },
    });
  });

  it("growth: the change, growth a year, the index and real growth, where they can be told", () => {
    const figures = { from: 50, to: 60 } as never;
    const [value, reason] = [expect.closeTo(20, 12), null];
    expect(growthMetric.compute(figures, context)).toEqual({
      ...{ value, reason, derived: { change: 10 } },
    });
    const prices = { value: 10, interval: { low: 10, high: 10 } };
    const all = growthMetric.compute({ from: 50, to: 60, indexBase: 40 }, { years: 2, prices });
    // 1.2 ** 0.5, 60 / 40, 1.2 / 1.1
    expect(all.derived).toEqual({
      ...{ change: 10, cagr: expect.closeTo(9.544512, 6), index: 150 },
      real: expect.closeTo(9.090909, 6),
    });
  });

  it("concentration: the largest member wherever it stands, and what the members cover", () => {
    const members = [3, 6, 1].map((figure, at) => ({ member: "abc"[at]!, value: figure }));
    const { value, derived } = concentrationMetric.compute(
      { flows: members, whole: 20 },
      { years: null, nameOf: (code) => code.toUpperCase() },
    );
    expect(value).toBeCloseTo(0.46, 12);
    expect(derived).toMatchObject({ largest: "B", largestShare: 60, sum: 10, covered: 50 });
    const none = concentrationMetric.compute({ flows: [], whole: 0 }, context);
    expect(none).toMatchObject({
      ...{ value: null, reason: "no-whole" },
      derived: { equivalent: null, largestShare: null, covered: null },
    });
  });

  it("trade intensity: Kojima's, where the world's exports to the economy are known", () => {
    const of = { exports: 20, totalExports: 100, worldExports: 30, worldTotal: 300 };
    // 20 % over 10 %, and over 30 / (300 - 100)
    const plain = tradeIntensityMetric.compute(of as never, context);
    expect(plain).toMatchObject({ value: 2, derived: { share: 20, worldShare: 10 } });
    expect(plain.derived).not.toHaveProperty("kojima");
    const { derived } = tradeIntensityMetric.compute({ ...of, toReporter: 100 }, context);
    expect(derived.kojima).toBeCloseTo(4 / 3, 12);
  });

  it("complementarity: the side that has no trade", () => {
    const list = (...values: number[]) => values.map((value) => ({ member: "a", value }));
    const reasonOf = (exports: number[], imports: number[]) =>
      complementarityMetric.compute(
        { exports: list(...exports), imports: list(...imports) },
        context,
      ).reason;
    expect(reasonOf([0, 0], [1, 2])).toBe("no-exports");
    expect(reasonOf([1, 2], [0, 0])).toBe("no-imports");
    expect(reasonOf([1, 2], [2, 1])).toBeNull();
  });
});

describe("what authors print in its place:", () => {
  const growth = { from: 50, to: 60 };
  const part = { part: 20, whole: 80 };
  it.each([
    [balanceMetric, flows, { imports: 40, exports: 30, total: 70 }],
    [
      deficitRatioMetric,
      flows,
      {
        ...{ "over-imports": -25, "over-total": -100 / 7 },
        ...{ "exports-over-imports": 75, "imports-over-exports": 400 / 3 },
      },
    ],
    [coverageMetric, flows, { "imports-over-exports": 400 / 3, "balance-over-imports": -25 }],
    [nonPetroleumMetric, flows, { "with-petroleum": -10 }],
    [shareMetric, part, { "part-over-rest": 100 / 3, "rest-over-whole": 75 }],
    [
      growthMetric,
      growth,
      {
        ...{ "over-end": 100 / 6, "end-over-start": 120, "less-whole": -80 },
        ...{ "yearly-compound": 9.544512, "yearly-average": 10, "from-end": -100 / 6 },
      },
    ],
  ] as const)("$id", (metric, figures, expected) => {
    const given = metric.mistakenFor!.map(({ id, of }) => [id, of(figures, { years: 2 })]);
    const close = Object.entries(expected).map(([id, value]) => [id, expect.closeTo(value, 6)]);
    expect(given).toEqual(close);
  });

  it("growth a year, only of more than one year, and only where there is growth", () => {
    const yearly = growthMetric.mistakenFor!.filter(({ id }) => id.startsWith("yearly"));
    for (const { of } of yearly) {
      expect(of(growth, { years: 1 })).toBeNull();
      expect(of(growth, { years: null })).toBeNull();
      expect(of({ from: 0, to: 60 }, { years: 2 })).toBeNull();
    }
    const lessWhole = growthMetric.mistakenFor!.find(({ id }) => id === "less-whole")!;
    expect(lessWhole.of({ from: 0, to: 60 }, { years: 2 })).toBeNull();
  });
});

describe("growth", () => {
  it("of 50 % is 1.5 times, and of 25 % is a fall of 20 % seen from the end", () => {
    expect(growthMetric.multipleOf!(50)).toBe(1.5);
    expect(growthMetric.inverseOf!(25)).toBeCloseTo(-20, 12);
  });

  it("in real terms takes the bounds of both roundings", () => {
    const figures = { from: { low: 4, high: 5 }, to: { low: 6, high: 6 } } as never;
    // From 6/5 by 1.2 to 6/4 by 1.
    const prices = { value: 10, interval: { low: 0, high: 20 } };
    const { real } = growthMetric.derivedIntervals!(figures, { years: null, prices });
    expect(real).toEqual({ low: expect.closeTo(0, 12), high: expect.closeTo(50, 12) });
    expect(growthMetric.derivedIntervals!(figures, context)).toEqual({});
  });
});

describe("the bounds of a normalised balance", () => {
  const bounds = (exports: [number, number], imports: [number, number]) =>
    normalisedBalanceMetric.interval({
      exports: { low: exports[0], high: exports[1] },
      imports: { low: imports[0], high: imports[1] },
    });

  it("lie at opposite corners", () => {
    expect(bounds([1, 3], [1, 2])).toEqual({ low: -1 / 3, high: 0.5 });
    expect(bounds([0, 1], [1, 1])).toEqual({ low: -1, high: 0 });
    expect(bounds([1, 1], [0, 1])).toEqual({ low: 0, high: 1 });
  });

  it("are none where a flow might be negative, or both might be zero", () => {
    expect(bounds([-1, 3], [1, 2])).toBeNull();
    expect(bounds([1, 3], [-1, 2])).toBeNull();
    expect(bounds([0, 3], [0, 0])).toBeNull();
    expect(bounds([0, 0], [0, 3])).toBeNull();
  });
});

const at: Cell = {
  ...{ reporter: ["US"], partner: ["MX"] },
  product: { system: "hs", codes: ["27"] } as never,
  period: parsePeriod("2023"),
};

describe("the cell of a figure", () => {
  it("lifted over a dimension, is that of all its members", () => {
    expect(lifted(at)).toEqual(at);
    expect(lifted(at, "reporter")).toEqual({ ...at, reporter: "all" });
    expect(lifted(at, "partner")).toEqual({ ...at, partner: "all" });
    expect(lifted(at, "product")).toEqual({ ...at, product: allProducts });
    expect(lifted(at, "reporter", "partner", "product")).toEqual({
      ...at,
      ...{ reporter: "all", partner: "all", product: allProducts },
    });
  });

  const parametersOf = (given: Partial<Parameters>): Parameters => ({
    ...{ of: "imports", by: [], each: "product", own: {}, whole: "members" },
    ...{ base: null, indexBase: null },
    ...given,
  });

  it.each([
    [{ whole: "all-products", by: ["partner"] }, { product: allProducts }],
    [{ whole: ["CA", "MX"], by: ["product"] }, { partner: ["CA", "MX"] }],
    [{ whole: "world", by: ["product"] }, { partner: "all" }],
    [{ whole: "members", by: [] }, { partner: "all" }],
    [{ whole: "members", by: ["product"] }, { product: allProducts }],
    [
      { whole: "members", by: ["partner", "product"] },
      { partner: "all", product: allProducts },
    ],
  ] as const)("of the whole of a share is told by %j", (given, whole) => {
    const figures = shareMetric.figures(at, parametersOf(given));
    expect(figures.part).toEqual({ of: "imports", at });
    expect(figures.whole).toEqual({ of: "imports", at: { ...at, ...whole } });
  });

  it("of a comparison with the world takes the reporter, the product or the partner away", () => {
    const of = "exports";
    expect(comparativeAdvantageMetric.figures(at, parametersOf({}))).toEqual({
      exports: { of, at },
      totalExports: { of, at: { ...at, product: allProducts } },
      worldExports: { of, at: { ...at, reporter: "all" } },
      worldTotal: { of, at: { ...at, reporter: "all", product: allProducts } },
    });
    expect(tradeIntensityMetric.figures(at, parametersOf({}))).toEqual({
      exports: { of, at },
      totalExports: { of, at: { ...at, partner: "all" } },
      worldExports: { of, at: { ...at, reporter: "all" } },
      worldTotal: { of, at: { ...at, reporter: "all", partner: "all" } },
      toReporter: { of, at: { ...at, reporter: "all", partner: ["US"] } },
    });
  });

  it("of complementarity is all exports of the one and all imports of the other", () => {
    expect(complementarityMetric.figures(at, parametersOf({}))).toEqual({
      exports: { of: "exports", at: { ...at, partner: "all" }, each: "product" },
      imports: { of: "imports", at: { ...at, reporter: ["MX"], partner: "all" }, each: "product" },
    });
  });

  it("of petroleum is taken from the flows that are asked for", () => {
    const petroleum = { ...allProducts, title: "Petroleum" };
    const figuresOf = (petroleumFlows: string) =>
      nonPetroleumMetric.figures(at, parametersOf({ own: { petroleum, petroleumFlows } }));
    const { exports, imports } = bothFlows({ ...at, product: petroleum });
    expect(figuresOf("both")).toEqual({
      ...{ ...bothFlows(at), petroleumExports: exports, petroleumImports: imports },
    });
    expect(figuresOf("imports")).toEqual({ ...bothFlows(at), petroleumImports: imports });
    const note = (flows: string) =>
      nonPetroleumMetric.note!({ petroleum, petroleumFlows: flows } as never);
    expect(note("both")).toBe("Petroleum: Petroleum, taken out of exports and imports");
    expect(note("imports")).toBe("Petroleum: Petroleum, taken out of imports only");
  });
});
