import { describe, expect, it } from "vitest";
import * as metrics from "../../src/metrics/functions.ts";

// Each value is arithmetic that a reader can do.
describe("each pure metric takes one object", () => {
  const flows = { exports: 20, totalExports: 100, worldExports: 100, worldTotal: 1000 };
  const lists = { exports: [80, 100], imports: [160, 150] };

  it.each<[string, () => number | null, number]>([
    // US Census Bureau, trade in goods with Mexico, 2023, in billion dollars.
    ["balance", () => metrics.balance({ exports: 322.7, imports: 475.2 }), -152.5],
    ["deficitRatio", () => metrics.deficitRatio({ exports: 200, imports: 300 }), -50],
    ["coverage", () => metrics.coverage({ exports: 200, imports: 250 }), 80],
    ["normalisedBalance", () => metrics.normalisedBalance({ exports: 100, imports: 300 }), -0.5],
    [
      "nonPetroleumBalance",
      // (334 - 41.6) - (505.8 - 16.3)
      () =>
        metrics.nonPetroleumBalance({
          ...{ exports: 334, imports: 505.8, petroleumExports: 41.6, petroleumImports: 16.3 },
        }),
      -197.1,
    ],
    [
      "nonPetroleumBalance of petroleum imports alone",
      () => metrics.nonPetroleumBalance({ exports: 334, imports: 505.8, petroleumImports: 16.3 }),
      -155.5,
    ],
    ["share", () => metrics.share({ part: 30, whole: 120 }), 25],
    ["growth", () => metrics.growth({ from: 50, to: 60 }), 20],
    // 100 * 1.1 * 1.1 = 121
    [
      "compoundAnnualGrowth",
      () => metrics.compoundAnnualGrowth({ from: 100, to: 121, years: 2 }),
      10,
    ],
    ["index", () => metrics.index({ base: 80, value: 100 }), 125],
    // 1.10 / 1.04 - 1
    ["deflatedGrowth", () => metrics.deflatedGrowth({ growth: 10, prices: 4 }), 5.769231],
    [
      "realValue",
      () => metrics.realValue({ amount: 16, priceIndexFrom: 100, priceIndexTo: 125 }),
      12.8,
    ],
    ["realValueOfFixedAmount", () => metrics.realValueOfFixedAmount({ prices: 25 }), -20],
    // 0.3 * 0.3 * 2 + 0.2 * 0.2 * 2; (0.26 - 1/4) / (1 - 1/4)
    ["herfindahlHirschman", () => metrics.herfindahlHirschman({ flows: [30, 30, 20, 20] }), 0.26],
    [
      "normalisedHerfindahlHirschman",
      () => metrics.normalisedHerfindahlHirschman({ flows: [30, 30, 20, 20] }),
      0.013333,
    ],
    // 1 - (80 + 50) / 490
    ["grubelLloyd", () => metrics.grubelLloyd(lists), 73.469388],
    // Balances of -80 and 50: (490 - 130) / (490 - 30)
    [
      "correctedGrubelLloyd",
      () => metrics.correctedGrubelLloyd({ exports: [80, 150], imports: [160, 100] }),
      78.26087,
    ],
    // Scaled to 245 a flow: 108.89 and 136.11 beside 126.45 and 118.55.
    ["aquinoIndex", () => metrics.aquinoIndex(lists), 92.831541],
    [
      "tradeComplementarity",
      () => metrics.tradeComplementarity({ exports: [50, 50], imports: [75, 25] }),
      75,
    ],
    ["intraregionalShare", () => metrics.intraregionalShare({ within: 30, whole: 120 }), 25],
    // 20 % beside 10 %
    ["revealedComparativeAdvantage", () => metrics.revealedComparativeAdvantage(flows), 2],
    ["symmetricComparativeAdvantage", () => metrics.symmetricComparativeAdvantage(flows), 0.333333],
    ["tradeIntensity", () => metrics.tradeIntensity(flows), 2],
    // 20 % beside 100 of the 900 that go to others than the reporter
    [
      "kojimaIntensity",
      () => metrics.kojimaIntensity({ ...flows, worldExportsToReporter: 100 }),
      1.8,
    ],
  ])("%s", (_, compute, expected) => {
    expect(compute()).toBeCloseTo(expected, 5);
  });

  it("contribution", () => {
    expect(metrics.contribution({ from: 50, to: 60, fromWhole: 100, toWhole: 105 })).toEqual({
      change: 10,
      points: 10,
      shareOfChange: 200,
    });
  });

  it("has none besides", () => {
    expect(Object.keys(metrics)).toHaveLength(24);
  });
});

describe("every pure metric", () => {
  const names = [
    ...[
      "exports",
      "imports",
      "petroleumImports",
      "part",
      "whole",
      "from",
      "to",
      "years",
      "base",
      "value",
    ],
    ...[
      "fromWhole",
      "toWhole",
      "growth",
      "prices",
      "amount",
      "priceIndexFrom",
      "priceIndexTo",
      "within",
    ],
    ...["totalExports", "worldExports", "worldTotal", "worldExportsToReporter"],
  ];
  const lists = /concentration|herfindahl|grubel|aquino|complementarity/i;
  const functions = Object.entries(metrics) as [string, (given: object) => unknown][];
  const valuesIn = (found: unknown): unknown =>
    typeof found === "object" && found !== null ? Object.values(found) : [found];

  it.each(functions.map(([name, metric]) => ({ name, metric })))(
    "$name gives null, never infinity, for what is not known",
    ({ name, metric }) => {
      for (const unknown of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY]) {
        for (const missing of lists.test(name) ? ["exports", "imports", "flows"] : names) {
          const numbers: Record<string, unknown> = Object.fromEntries(
            names.map((one, at) => [one, at + 1]),
          );
          for (const list of ["exports", "imports", "flows"]) {
            if (lists.test(name)) numbers[list] = [1, 2];
          }
          const before = valuesIn(metric({ ...numbers }));
          numbers[missing] = Array.isArray(numbers[missing]) ? [unknown, 2] : unknown;
          // A number that the formula does not take says nothing of it.
          const after = valuesIn(metric(numbers));
          for (const value of [before, after].flat()) {
            expect(value === null || Number.isFinite(value), `${name} ${missing}`).toBe(true);
          }
        }
      }
      expect(valuesIn(metric({})), name).toEqual(
        [null, null, null].slice(0, name === "contribution" ? 3 : 1),
      );
    },
  );

  it("gives null where the result would be infinite", () => {
    expect(metrics.growth({ from: 1e-300, to: 1e300 })).toBeNull();
    expect(metrics.share({ part: 1e300, whole: 1e-300 })).toBeNull();
  });
});
