import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Cell, lifted } from "../../src/metrics/cell.ts";
import { loadMetric } from "../../src/metrics/load.ts";
import type { AnyFormula, Parameters } from "../../src/metrics/metric.ts";
import { realValueMetric } from "../../src/metrics/real-value.ts";
import { findMetric, metrics } from "../../src/metrics/registry.ts";
import { valueAddedMetric } from "../../src/metrics/value-added-shares.ts";
import { allProducts } from "../../src/products/product.ts";
import { parsePeriod } from "../../src/records/period.ts";
import { valueAddedMeasures } from "../../src/records/value-added-measures.ts";

const cell: Cell = {
  reporter: ["US"],
  partner: ["MX"],
  product: allProducts,
  period: parsePeriod("2024"),
};
const parameters: Parameters = {
  of: "total",
  by: ["partner"],
  each: "product",
  own: { petroleum: allProducts, petroleumFlows: "both" },
  whole: "members",
  base: parsePeriod("2023"),
  indexBase: parsePeriod("2015"),
};

/** A number for each input, and a list of two for each that is a list. */
function inputsOf<One>(
  { inputs }: AnyFormula,
  make: (at: number) => One,
  member: (one: One) => unknown,
) {
  return Object.fromEntries(
    inputs.map(({ name, list }, at) => [
      name,
      list ? [member(make(at)), member(make(at + 1))] : make(at),
    ]),
  ) as never;
}
const asMember = (value: number) => ({ member: String(value), value });

describe("the registry of metrics", () => {
  const all = [...metrics, valueAddedMetric, realValueMetric] as readonly AnyFormula[];

  it("holds each name once, and finds it", () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const metric of metrics) expect(findMetric(metric.id)).toBe(metric);
    expect(findMetric("nothing")).toBeUndefined();
  });

  it("is what loading a metric by its id finds, and nothing else", async () => {
    const files = readdirSync("src/metrics").map((file) => file.replace(/\.ts$/, ""));
    const names = ["nothing", "../index", "Balance", ...files, ...metrics.map(({ id }) => id)];
    for (const name of names)
      expect([name, await loadMetric(name)]).toEqual([name, findMetric(name)]);
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
        const inputs = inputsOf(metric, (at) => 10 + at, asMember);
        const prices = { value: 25, interval: { low: 24.5, high: 25.5 } };
        const { derived } = metric.compute(inputs, { years: 2, prices, nameOf: (code) => code });
        expect(Object.keys(derived).sort()).toEqual(metric.derived.map(({ name }) => name).sort());
      });

      it("has a value exactly where it has no reason, and an interval that holds the value", () => {
        for (const number of [0, 1, 7, -7]) {
          const make = (at: number) => number * (at + 1);
          const context = { years: null };
          const { value, reason } = metric.compute(inputsOf(metric, make, asMember), context);
          expect(value === null).toBe(reason !== null);
          const bounds = metric.interval(
            inputsOf(
              metric,
              (at) => ({ low: make(at), high: make(at) }),
              (interval) => interval,
            ),
          );
          if (value === null || bounds === null) continue;
          expect(value).toBeGreaterThanOrEqual(bounds.low - 1e-9);
          expect(value).toBeLessThanOrEqual(bounds.high + 1e-9);
        }
      });

      it("has examples in its help", () => {
        expect(metric.examples.length).toBeGreaterThan(0);
      });
    });
  }

  it.each(metrics.map((metric) => [metric.id, metric] as const))(
    "asks, for %s, only for inputs that the metric declares",
    (_, metric) => {
      const names = metric.inputs.map(({ name }) => name);
      expect(Object.keys(metric.figures(cell, parameters)).sort()).toEqual([...names].sort());
    },
  );

  it.each(metrics.map((metric) => [metric.id, metric] as const))(
    "ranks %s by the value or a component",
    (_, { components, asks }) => {
      expect([...components, "value"]).toContain(asks.ranking.by);
    },
  );

  it.each(metrics.filter(({ asks }) => !asks.each).map((metric) => [metric.id, metric] as const))(
    "asks, for %s, for figures at the row's own cell or at its wholes",
    (_, metric) => {
      const wholes = [
        cell,
        lifted(cell, "partner"),
        lifted(cell, "product"),
        lifted(cell, "reporter"),
      ];
      const places = [
        ...wholes,
        lifted(cell, "reporter", "product"),
        lifted(cell, "reporter", "partner"),
      ];
      for (const { at } of Object.values(metric.figures(cell, parameters))) {
        const isOwn =
          at.partner === cell.reporter || places.some(({ partner }) => partner === at.partner);
        expect(isOwn).toBe(true);
      }
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
