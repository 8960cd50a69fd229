import { describe, expect, it } from "vitest";
import { answer } from "../../src/calculation/answer.ts";
import { areas } from "../../src/calculation/group-members.ts";
import { type Cell, lifted } from "../../src/metrics/cell.ts";
import { type AnyMetric, computed, type Metric } from "../../src/metrics/metric.ts";
import { questionFrom } from "../../src/question/read.ts";
import type { QuestionWords } from "../../src/question/words.ts";
import { datasetsOf, pick, type Row } from "./breakdown-world.ts";

const rows: readonly Row[] = [
  ["US", "CA", "export", "total", 30, "2023"],
  ["US", "MX", "export", "total", 70, "2023"],
  ["US", "CA", "export", "total", 60],
  ["US", "MX", "export", "total", 90],
  ["US", "WORLD", "export", "total", 100, "2023"],
  ["US", "WORLD", "export", "total", 160],
];

const plain: Pick<
  Metric,
  | "title"
  | "summary"
  | "unit"
  | "valueTitle"
  | "formula"
  | "sign"
  | "nullWhen"
  | "sources"
  | "examples"
  | "derived"
  | "components"
  | "asks"
> = {
  ...{ title: "Test", summary: "a test", unit: "ratio", valueTitle: "Value" },
  ...{ formula: "none", sign: "none", nullWhen: "never", sources: [], examples: [] },
  ...{ derived: [], components: [] },
  asks: {
    about: "partner",
    additive: true,
    ranking: { by: "value", first: "largest", title: "largest" },
  },
};

const input = <Name extends string>(name: Name) =>
  ({ name, title: name, unit: "USD", required: true }) as const;

function ask(metric: unknown, words: QuestionWords) {
  const datasets = datasetsOf(rows);
  const question = questionFrom(metric as AnyMetric, { period: "2024", ...words }, datasets);
  return answer(question, datasets, areas).result;
}

describe("a metric of any shape needs no more than its declaration", () => {
  it("where it asks for the row's own cell", () => {
    const own: Metric<"own"> = {
      ...{ ...plain, id: "own", inputs: [input("own")] },
      figures: (at) => ({ own: { of: "exports", at } }),
      compute: ({ own: value }) => computed(value),
      interval: ({ own: value }) => value,
    };
    expect(pick(ask(own, { partner: "all" }).rows, "row", "partner", "value")).toEqual([
      ["member", "CA", 60],
      ["member", "MX", 90],
      ["rest", null, 10],
      ["total", "WORLD", 160],
    ]);
  });

  it("where it asks for the whole of a dimension, which every row shares", () => {
    const gap: Metric<"own" | "other"> = {
      ...{ ...plain, id: "gap", inputs: [input("own"), input("other")] },
      figures: (at) => ({
        own: { of: "exports", at },
        other: { of: "exports", at: lifted(at, "partner") },
      }),
      compute: ({ own, other }) => computed(other - own),
      interval: () => null,
    };
    expect(pick(ask(gap, { by: "partner" }).rows, "partner", "value")).toEqual([
      ["CA", 100],
      ["MX", 70],
      [null, 150],
      ["WORLD", 0],
    ]);
  });

  it("where it asks for another period", () => {
    const change: Metric<"own" | "other"> = {
      ...{ ...plain, id: "change", inputs: [input("own"), input("other")] },
      asks: { ...plain.asks, change: "plain" },
      figures: (at, { base }) => ({
        own: { of: "exports", at },
        other: { of: "exports", at: { ...at, period: base! } },
      }),
      compute: ({ own, other }) => computed(own - other),
      interval: () => null,
    };
    expect(pick(ask(change, { partner: "CA,MX" }).rows, "partner", "value")).toEqual([
      ["CA", 30],
      ["MX", 20],
    ]);
  });

  it("where it asks for a list of members", () => {
    const most: Metric<never, "own"> = {
      ...{ ...plain, id: "most", inputs: [{ ...input("own"), list: true }] },
      asks: { ...plain.asks, about: "reporter", each: ["partner"], additive: false },
      figures: (at, { each }) => ({ own: { of: "exports", at, each } }),
      compute: ({ own }) => computed(Math.max(...own.map(({ value }) => value))),
      interval: () => null,
    };
    expect(pick(ask(most, {}).rows, "reporter", "value")).toEqual([["US", 90]]);
  });

  it("where it has a parameter of its own", () => {
    const scaled: Metric<"own"> = {
      ...{ ...plain, id: "scaled", inputs: [input("own")] },
      asks: {
        ...plain.asks,
        parameters: [{ name: "per", kind: "number", default: "10", description: "divisor" }],
      },
      figures: (at: Cell) => ({ own: { of: "exports", at } }),
      compute: ({ own: value }, { own }) => computed(value / Number(own!.per)),
      interval: () => null,
    };
    const result = ask(scaled, { partner: "CA", per: "3" });
    expect(result.rows[0]!.value).toBe(20);
    expect(result.parameters.per).toBe(3);
    expect(ask(scaled, { partner: "CA" }).rows[0]!.value).toBe(6);
    expect(() => ask(scaled, { partner: "CA", per: "x" })).toThrow("--per: expected a number");
  });
});
