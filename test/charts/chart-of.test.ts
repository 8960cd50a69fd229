import { describe, expect, it } from "vitest";
import type { ChartKind } from "../../src/charts/chart.ts";
import { chartOf, fittingKind } from "../../src/charts/chart-of.ts";
import { periodTitle } from "../../src/charts/period-title.ts";
import { InputError } from "../../src/errors.ts";
import { answerOf, graph1 } from "./answers.ts";

const petroleum = {
  ...{ balance: -171_809_239_538, petroleumExports: 41_577_341_974 },
  ...{ petroleumImports: 16_299_410_232, value: -197_087_171_280 },
};
const years = (values: readonly (number | null)[], first = 2020) =>
  values.map((value, index) => ({ period: String(first + index), value }));

describe("the kind of chart", () => {
  it.each<[ChartKind, ReturnType<typeof answerOf>]>([
    ["bar", graph1],
    ["line", answerOf(years([-1, -2, -3]))],
    ["waterfall", answerOf([petroleum], { unit: "USD", metric: "non-petroleum" })],
    ["before-after", answerOf([{ basePeriod: "2020", from: 5, to: 6, value: 20 }])],
    ["stacked", answerOf([{ exporter: "MX", origin: "US", value: 14 }])],
  ])("is %s where the rows have its shape", (kind, answer) => {
    expect(fittingKind(answer)).toBe(kind);
    expect(chartOf(answer).kind).toBe(kind);
  });

  it("is lines of growth where growth is asked for over several periods", () => {
    const rows = years([3, 4]).map((row) => ({ ...row, from: 1, to: 2 }));
    expect(fittingKind(answerOf(rows))).toBe("line");
  });

  it("can be chosen", () => {
    expect(chartOf(answerOf(years([-1, -2])), "bar").kind).toBe("bar");
    expect(chartOf(answerOf(years([-1, -2])), "before-after").kind).toBe("before-after");
  });

  it.each([
    ["line", "--chart-kind: line needs more than one period (use --period 2020..2024)"],
    ["stacked", "--chart-kind: stacked needs rows with an exporter and an origin"],
    ["waterfall", "--chart-kind: waterfall needs a balance and its parts"],
    ["before-after", "--chart-kind: before-after needs two periods"],
  ] as const)("%s is refused for rows that do not have its shape", (kind, message) => {
    expect(() => chartOf(graph1, kind)).toThrow(InputError);
    expect(() => chartOf(graph1, kind)).toThrow(message);
  });

  it("is refused where there are no rows", () => {
    expect(() => chartOf(answerOf([]))).toThrow("there are no rows to draw");
  });
});

describe("bars", () => {
  it("keep the order, the sign and the unit of the rows", () => {
    const chart = chartOf(graph1);
    expect(chart).toMatchObject({
      title: "Deficit-to-export ratio, Jan–Nov 2024",
      subtitle: "US trade in goods by partner. Negative for a deficit.",
      axis: "Balance / exports, %",
    });
    expect(chart.kind === "bar" && chart.bars.map(({ label, value }) => [label, value])).toEqual([
      ["Canada", -17.1],
      ["Mexico", -50.8],
      ["China", -206.4],
      ["Ireland", -526.1],
      ["Vietnam", -966.9],
    ]);
  });

  it("leave out a whole beside all its parts, which it would dwarf", () => {
    // US Census Bureau, trade in goods in 2023: China -279 billion dollars of -1,062 billion.
    const china = { partnerName: "China", value: -279e9 };
    const total = { row: "total", partnerName: "World", value: -1062e9 } as const;
    const rest = { row: "rest", partnerName: "others", value: -783e9 } as const;
    const labelled = (rows: Parameters<typeof answerOf>[0]) => {
      const columns = [
        { name: "partnerName", title: "Partner", unit: "text" },
        { name: "value", title: "Balance", unit: "USD" },
      ] as const;
      const chart = chartOf(answerOf(rows, { unit: "USD", columns }), "bar");
      return {
        axis: chart.axis,
        bars: chart.kind === "bar" && chart.bars.map(({ label }) => label),
      };
    };
    const bars = ["China", "others"];
    expect(labelled([china, rest, total])).toEqual({ axis: "Balance, US$ billion", bars });
    // Of some members alone the whole says more than they do.
    expect(labelled([china, total]).bars).toEqual(["China", "World"]);
  });

  it("of an answer that cannot be computed carry its reason, not a zero", () => {
    const chart = chartOf(answerOf([{ value: null, reason: "no-exports" }]));
    expect(chart.kind === "bar" && chart.bars[0]).toMatchObject({
      value: null,
      reason: "no-exports",
    });
  });

  it("of printed numbers are named by the numbers and carry the interval", () => {
    const row = { partner: null, partnerName: null, period: null, value: -50.8 };
    const answer = answerOf([{ ...row, interval: { low: -50.9, high: -50.7 } }], {
      parameters: { exports: "300.1", imports: "452.6" },
    });
    const chart = chartOf(answer);
    expect(chart.kind === "bar" && chart.bars[0]).toMatchObject({
      label: "exports 300.1, imports 452.6",
      interval: { low: -50.9, high: -50.7 },
    });
  });

  it("show money in the unit that its largest figure calls for", () => {
    const chart = chartOf(answerOf([{ value: -152_473_493_291 }], { unit: "USD" }));
    expect(chart.axis).toBe("Balance / exports, US$ billion");
    expect(chart.kind === "bar" && chart.bars[0]!.value).toBeCloseTo(-152.473493291, 9);
  });
});

describe("lines", () => {
  it("tell whole years from the months so far and from projections", () => {
    const rows = [
      ...years([-1, -2]),
      { period: "2022-01/2022-02", value: -0.5 },
      { period: "2023", value: -3, projectedFrom: "2023-01/2023-02" },
    ];
    const chart = chartOf(answerOf(rows));
    expect(chart.kind === "line" && chart.lines[0]!.points.map(({ state }) => state)).toEqual([
      ...["whole", "whole", "unfinished", "projected"],
    ]);
    expect(chart.kind === "line" && chart.ticks.map(({ label }) => label)).toEqual([
      ...["2020", "2021", "2022", "2023"],
    ]);
  });

  it("stand in the order of time, whatever the order of the rows", () => {
    const chart = chartOf(answerOf(years([-1, -2, -3]).reverse()));
    expect(chart.kind === "line" && chart.lines[0]!.points.map(({ label }) => label)).toEqual([
      ...["2020", "2021", "2022"],
    ]);
  });
});

describe("a waterfall", () => {
  it("leads from the balance over petroleum to the balance without it", () => {
    const chart = chartOf(answerOf([petroleum], { unit: "USD", metric: "non-petroleum" }));
    if (chart.kind !== "waterfall") throw new Error(chart.kind);
    const [panel] = chart.panels;
    expect(panel!.steps.map(({ label, role }) => [label, role])).toEqual([
      ["Balance", "result"],
      ["less petroleum exports", "change"],
      ["plus petroleum imports", "change"],
      ["Balance without petroleum", "result"],
    ]);
    // The last change ends where the result does: -171.8 - 41.6 + 16.3 = -197.1.
    expect(panel!.steps[2]!.to).toBeCloseTo(panel!.steps[3]!.to, 9);
  });

  it("leaves out exports where petroleum is taken out of imports only", () => {
    const { petroleumExports: _, ...importsOnly } = petroleum;
    const chart = chartOf(answerOf([importsOnly], { unit: "USD", metric: "non-petroleum" }));
    expect(chart.kind === "waterfall" && chart.panels[0]!.steps).toHaveLength(3);
  });
});

describe("stacked bars", () => {
  it("draw small origins as one when there are more than can be told apart", () => {
    const rows = Array.from({ length: 12 }, (_, index) => ({
      ...{ exporter: "MX", exporterName: "Mexico", origin: `O${index}`, value: 20 - index },
    }));
    const chart = chartOf(answerOf(rows));
    if (chart.kind !== "stacked") throw new Error(chart.kind);
    expect(chart.parts).toEqual(["O0", "O1", "O2", "O3", "O4", "O5", "O6", "Other"]);
    const total = chart.bars[0]!.parts.reduce((sum, { value }) => sum + value, 0);
    expect(total).toBe(rows.reduce((sum, { value }) => sum + value, 0));
  });
});

describe("stacked bars of origins with their sums", () => {
  it("leave out the sums, which hold the origins already", () => {
    const rows = [
      ...[
        { origin: "US", value: 14 },
        { origin: "MX", value: 66 },
      ],
      ...[
        { origin: "DOMESTIC", value: 66 },
        { origin: "FOREIGN", value: 34 },
      ],
    ].map((row) => ({ exporter: "MX", ...row }));
    const chart = chartOf(answerOf(rows));
    expect(chart.kind === "stacked" && chart.parts).toEqual(["MX", "US"]);
  });
});

describe("the title of a period", () => {
  it.each([
    ["2024", "2024"],
    ["2024-11", "Nov 2024"],
    ["2024-01/2024-11", "Jan–Nov 2024"],
    ["2024-07/2024-09", "Q3 2024"],
    ["2023-11/2024-02", "Nov 2023 – Feb 2024"],
    ["2020-01/2022-12", "2020–2022"],
  ])("of %s is %s", (label, title) => {
    expect(periodTitle(label)).toBe(title);
  });
});
