import { describe, expect, it } from "vitest";
import { examples } from "../../src/cli/examples.ts";
import type { MetricParameters } from "../../src/metrics/metric.ts";
import { realValueMetric } from "../../src/metrics/real-value.ts";
import { findMetric, metrics } from "../../src/metrics/registry.ts";
import { valueAddedMetric } from "../../src/metrics/value-added-shares.ts";
import { allProducts } from "../../src/products/product.ts";
import { parsePeriod } from "../../src/records/period.ts";
import { valueAddedMeasures } from "../../src/records/value-added-measures.ts";

const period = parsePeriod("2024");
const parameters: MetricParameters = {
  of: "total",
  product: allProducts,
  petroleum: allProducts,
  petroleumFlows: "both",
  whole: ["WORLD"],
  basePeriod: () => parsePeriod("2023"),
  indexBase: parsePeriod("2015"),
  compoundAnnualGrowth: true,
};

describe("the registry of metrics", () => {
  const all = [...metrics, valueAddedMetric, realValueMetric];

  it("holds each name once, and finds it", () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const metric of metrics) expect(findMetric(metric.id)).toBe(metric);
    expect(findMetric("nothing")).toBeUndefined();
  });

  // The components that scripts rely on, by metric.
  it.each([
    ["balance", ["exports", "imports", "balance", "total"]],
    ["deficit-ratio", ["exports", "imports", "balance"]],
    [
      "non-petroleum",
      ["exports", "imports", "balance", "petroleumExports", "petroleumImports", "petroleumBalance"],
    ],
    ["growth", ["from", "to", "change", "cagr", "index", "real"]],
    ["share", ["part", "whole"]],
  ])("gives %s the components of the contract", (id, components) => {
    expect([...findMetric(id)!.components].sort()).toEqual([...components].sort());
  });

  for (const metric of all) {
    describe(metric.id, () => {
      it("says its formula, its sign, when it is null, and its source", () => {
        for (const text of [
          ...[metric.title, metric.summary, metric.valueTitle],
          ...[metric.formula, metric.sign, metric.nullWhen],
        ]) {
          expect(text).not.toBe("");
        }
        expect(metric.sources.length).toBeGreaterThan(0);
      });

      it("names each component once, as an input or as a part that it derives", () => {
        const described = [...metric.inputs, ...metric.derived].map(({ name }) => name as string);
        expect(new Set(described).size).toBe(described.length);
        for (const name of metric.components) expect(described).toContain(name);
        for (const name of metric.untabled ?? []) expect(metric.components).toContain(name);
        for (const name of metric.components) expect(name).toMatch(/^[a-z][A-Za-z]*$/);
      });

      it("derives what it declares, and nothing else", () => {
        const inputs = Object.fromEntries(metric.inputs.map(({ name }, at) => [name, 10 + at]));
        const prices = { value: 25, interval: { low: 24.5, high: 25.5 } };
        const { derived } = metric.compute(inputs as never, { years: 2, prices });
        expect(Object.keys(derived).sort()).toEqual(metric.derived.map(({ name }) => name).sort());
      });

      it("has a value exactly where it has no reason, and an interval that holds the value", () => {
        for (const number of [0, 1, 7, -7]) {
          const inputs = Object.fromEntries(
            metric.inputs.map(({ name }, at) => [name, number * (at + 1)]),
          );
          const { value, reason } = metric.compute(inputs as never, { years: null });
          expect(value === null).toBe(reason !== null);
          const bounds = metric.interval(
            Object.fromEntries(
              Object.entries(inputs).map(([name, each]) => [name, { low: each, high: each }]),
            ) as never,
          );
          if (value === null || bounds === null) continue;
          expect(value).toBeGreaterThanOrEqual(bounds.low - 1e-9);
          expect(value).toBeLessThanOrEqual(bounds.high + 1e-9);
        }
      });

      it("has examples in its help", () => {
        expect(examples[metric.id]!.length).toBeGreaterThan(0);
      });
    });
  }

  it.each(metrics.map((metric) => [metric.id, metric] as const))(
    "asks, for %s, only for inputs that the metric declares",
    (_, metric) => {
      const names = metric.inputs.map(({ name }) => name);
      const requested = metric.request({ partners: ["MX"], period }, parameters);
      expect(Object.keys(requested).sort()).toEqual([...names].sort());
    },
  );
});

describe("the measures of value added", () => {
  it("each have a formula and a code of their own", () => {
    expect(new Set(valueAddedMeasures.map(({ code }) => code)).size).toBe(4);
    for (const { title, formula } of valueAddedMeasures) {
      expect(title).not.toBe("");
      expect(formula).toContain("* 100");
    }
  });
});
