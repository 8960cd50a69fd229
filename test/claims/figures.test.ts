import { describe, expect, test } from "vitest";
import { verifySchema } from "../../src/schema/verify.ts";
import { readEmbeddedReport } from "../../src/sources/embedded/reports.ts";
import { verified as outcome, verifiedReport } from "../render/verify/html/verified.ts";

const wilson = await verifiedReport("wilson-2025");
const epi = await verifiedReport("epi-2025");

const head = { id: "one", title: "One", publisher: "Nobody", date: "2025" };
const claim = { id: "claim", where: {}, says: "a number", reported: "1", unit: "percent" };

describe("the figures behind a claim", () => {
  // US Census Bureau, country data (country.xlsx), April 2025: exports to and imports from Mexico
  test("are the flows of the stated period, and those of the explanation beside it", () => {
    const { figures, explanations } = wilson.claims.find(
      ({ id }) => id === "deficit-ratio-mexico",
    )!;
    expect(figures.map(({ name, period, value }) => [name, period, value])).toEqual([
      ["exports (total)", "2023", 322_742_472_406],
      ["imports (general)", "2023", 475_215_965_697],
    ]);
    const [exports, imports] = explanations[0]!.figures;
    expect([exports!.period, imports!.period]).toEqual(["2024-01/2024-11", "2024-01/2024-11"]);
    const ratio = ((exports!.value! - imports!.value!) / exports!.value!) * 100;
    expect(ratio).toBeCloseTo(explanations[0]!.computed!, 9);
  });

  test("name product, partner and dataset with its vintage", () => {
    const { figures } = epi.claims.find(({ id }) => id === "non-petroleum-mexico-2024")!;
    expect(figures).toHaveLength(4);
    expect(figures[0]).toMatchObject({ partner: "Mexico", source: "census-goods 2025-04" });
    expect(figures[2]!.product).toContain("27");
  });

  test("are the printed numbers and the facts where a formula is checked", () => {
    const { figures } = wilson.claims.find(({ id }) => id === "value-added-of-four-origins")!;
    expect(figures.map(({ value }) => value)).toEqual([2.6, 2.8, 1.8, 0.4, 6.863]);
    expect(figures.at(-1)!.source).toContain("OECD");
    expect(figures[0]!.source).toContain("printed in the report");
  });

  test("are none where a claim draws on no data and no other number", async () => {
    const none = { ...claim, needs: "a table that is not here" };
    const known = { ...claim, id: "known", formula: { sum: ["0.5", "0.5"] } };
    const report = await outcome(JSON.stringify({ report: head, claims: [none, known] }));
    expect(report.claims.find(({ id }) => id === "claim")).toMatchObject({
      verdict: "not-checkable",
      figures: [],
    });
  });
});

describe("the charts of a claim file", () => {
  test("set the printed ratios beside those of 2023 and those of the explaining period", () => {
    const [graph] = wilson.charts;
    expect(graph).toMatchObject({ figure: "Graph 1", unit: "percent", kind: "bars" });
    expect(graph!.places).toEqual(["Canada", "Mexico", "China", "Ireland", "Vietnam"]);
    const [printed, stated, explained] = graph!.series;
    expect(printed!.values).toEqual([-17.1, -50.8, -206.4, -526.1, -966.9]);
    // Census Bureau, country data, April 2025; deficits over exports
    const rounded = (values: readonly (number | null)[]) => values.map((one) => one!.toFixed(2));
    expect(rounded(stated!.values)).toEqual(["-18.14", "-47.24", "-188.87", "-390.65", "-1062.52"]);
    expect(explained!.label).toBe("period 2024-01/2024-11 instead of 2023");
    expect(rounded(explained!.values)).toEqual([
      "-17.02",
      "-50.81",
      "-206.45",
      "-526.13",
      "-966.87",
    ]);
  });

  test("mark as projected only the year under way", () => {
    const figureA = epi.charts.find(({ id }) => id === "figure-a")!;
    expect(figureA.places.at(-1)).toBe("2025");
    for (const { role, projected } of figureA.series) {
      expect(projected.indexOf(true)).toBe(role === "computed" ? figureA.places.length - 1 : -1);
    }
  });

  test("hold the deficits of 2017 and 2020 that the report prints beside the computed ones", () => {
    const figureA = epi.charts.find(({ id }) => id === "figure-a")!;
    const computed = figureA.series.find(({ role }) => role === "computed")!;
    const printed = figureA.series.find(({ role }) => role === "printed")!;
    for (const [year, value] of [
      ["2017", 85e9],
      ["2020", 125e9],
    ] as const) {
      const index = figureA.places.indexOf(year);
      expect(printed.values[index]).toBe(value);
      expect(Math.round(computed.values[index]! / 1e9) * 1e9).toBe(value);
    }
  });

  test("have null where the data have no whole year", () => {
    const figureB = epi.charts.find(({ id }) => id === "figure-b")!;
    const index = figureB.places.indexOf("2022");
    expect(figureB.series.map(({ values }) => values[index])).toEqual([null, null, null, null]);
  });

  test("leave out claims that the run leaves out, and go with the last of them", async () => {
    const text = readEmbeddedReport("wilson-2025");
    const [graph] = (await outcome(text, ["deficit-ratio-mexico", "balance-mexico"])).charts;
    expect(graph!.places).toEqual(["Mexico"]);
    expect((await outcome(text, ["balance-mexico"])).charts).toEqual([]);
  });

  test("cannot name a claim that is not in the file", async () => {
    const charts = [
      { id: "graph", title: "A", kind: "bars", claims: [{ claim: "absent", label: "B" }] },
    ];
    const formula = { sum: ["1", "2"] };
    const text = JSON.stringify({ report: head, claims: [{ ...claim, formula }], charts });
    await expect(outcome(text)).rejects.toThrow(
      'claims.yaml:1: graph: there is no claim "absent" to draw',
    );
  });

  test("say their name where they cannot be drawn", async () => {
    const lines = [
      { label: "A", metric: "balance", partner: "MX" },
      { label: "B", metric: "deficit-ratio", partner: "MX" },
    ];
    const charts = [{ id: "graph", title: "A", kind: "lines", periods: "2020..2022", lines }];
    const formula = { sum: ["1", "2"] };
    const text = JSON.stringify({ report: head, claims: [{ ...claim, formula }], charts });
    await expect(outcome(text)).rejects.toThrow(
      "charts: graph: lines in dollars and in percent cannot share an axis (draw them apart)",
    );
  });
});

test("the JSON of both reports fits its schema, nothing beyond it", () => {
  for (const report of [wilson, epi]) {
    expect(verifySchema.parse(report)).toEqual(JSON.parse(JSON.stringify(report)));
  }
});
