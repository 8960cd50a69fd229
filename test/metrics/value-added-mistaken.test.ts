import { describe, expect, it } from "vitest";
import {
  finalDemandMistakes,
  originMistakes,
  participationMistakes,
  type TableMistake,
  termMistakes,
} from "../../src/metrics/value-added-mistaken.ts";

// Gross exports of A are 200: 150 of its own value added, 30 of B's, 20 of C's. All value added of A is
// 1000, of B 600. A's terms hold 160 of domestic and 40 of foreign content.
const asked: [string, object][] = [];
const other = (metric: string, words: Readonly<Record<string, unknown>>) => {
  asked.push([metric, words]);
  if (metric === "value-added-final-demand") {
    return { valueAdded: words.origin === "A" ? 1000 : 600 } as Record<string, number>;
  }
  if (metric === "value-added-decompose") {
    return { valueAdded: words.term === "DC" ? 160 : 40 } as Record<string, number>;
  }
  return (words.origin === "A" ? { valueAdded: 150 } : {}) as Record<string, number>;
};

const valuesOf = (
  mistakes: readonly TableMistake[],
  row: Readonly<Record<string, number>>,
  words: Readonly<Record<string, string | boolean>>,
) => mistakes.map(({ id, columns, of }) => [id, columns.join(), of(row, words, other)]);

describe("what is printed for a share of exports by mistake", () => {
  const ofB = { valueAdded: 30, whole: 200 };

  it("has another denominator or another part", () => {
    expect(valuesOf(originMistakes, ofB, { exporter: "A", origin: "B" })).toEqual([
      ["gdp-of-exporter", "value", 3],
      ["gdp-of-origin", "value", 5],
      // 200 - 150 is foreign.
      ["of-foreign", "value", 60],
      ["all-foreign", "value", 25],
      ["all-foreign", "valueAdded", 50],
      ["domestic", "value", 75],
    ]);
  });

  it("is nothing where the figure is of no exporter, or its row has no whole", () => {
    expect(valuesOf(originMistakes, ofB, {}).map(([, , value]) => value)).toEqual(
      Array.from({ length: 6 }, () => null),
    );
    const [, , , all, foreign] = valuesOf(originMistakes, {}, { exporter: "A", origin: "B" });
    expect([all![2], foreign![2]]).toEqual([null, null]);
  });

  it("is looked for in the same exports, of all industries of the origin", () => {
    asked.length = 0;
    const words = { exporter: "A", origin: "B", originIndustry: "x", destination: "C" };
    originMistakes.at(-1)!.of(ofB, words, other);
    expect(asked).toEqual([
      ["value-added-origin", { exporter: "A", origin: "A", destination: "C" }],
    ]);
    asked.length = 0;
    originMistakes[0]!.of(ofB, { exporter: "A", together: true }, other);
    expect(asked).toEqual([["value-added-final-demand", { origin: "A", together: true }]]);
    asked.length = 0;
    originMistakes[0]!.of(ofB, { exporter: "A", destination: "C" }, other);
    expect(asked).toEqual([["value-added-final-demand", { origin: "A" }]]);
  });
});

describe("what is printed for other figures of a table by mistake", () => {
  it("of value added in final demand is in exports, in GDP, or at home", () => {
    const row = { abroad: 90, grossExports: 150, valueAdded: 300, atHome: 210 };
    expect(valuesOf(finalDemandMistakes, row, { origin: "A" })).toEqual([
      ["of-exports", "value", 60],
      ["gdp-of-origin", "value", 30],
      ["of-gdp", "vaxRatio", 0.3],
      ["at-home", "value", 70],
    ]);
    const [, , ofGdp] = valuesOf(finalDemandMistakes, { abroad: 90, valueAdded: 0 }, {});
    expect(ofGdp![2]).toBeNull();
    expect(valuesOf(finalDemandMistakes, { valueAdded: 300 }, {})[2]![2]).toBeNull();
  });

  it("of a term of exports is in GDP, in domestic or in foreign content", () => {
    expect(valuesOf(termMistakes, { valueAdded: 20 }, { exporter: "A", term: "DVA" })).toEqual([
      ["gdp-of-exporter", "value", 2],
      ["of-DC", "value", 12.5],
      ["of-FC", "value", 50],
    ]);
  });

  it("of participation is in GDP", () => {
    const row = { foreignValueAdded: 50, valueAddedInForeignExports: 80 };
    expect(valuesOf(participationMistakes, row, { exporter: "A" })).toEqual([
      ["gdp-of-exporter", "backward", 5],
      ["gdp-of-exporter", "forward", 8],
    ]);
  });
});

it("what a mistake is is said in words", () => {
  const all = [...originMistakes, ...finalDemandMistakes, ...termMistakes];
  expect(new Set(all.map(({ says }) => says))).toEqual(
    new Set([
      ...["in percent of the GDP of the exporter", "in percent of the GDP of the origin"],
      ...["in percent of foreign value added", "all foreign value added instead"],
      ...["domestic value added instead", "in percent of gross exports"],
      ...["over all value added, in place of exports", "what is absorbed at home instead"],
      ...["in percent of domestic content", "in percent of foreign content"],
    ]),
  );
});
