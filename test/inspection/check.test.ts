import { describe, expect, it } from "vitest";
import { checkFiles } from "../../src/inspection/check.ts";
import { fileReportText } from "../../src/render/inspection.ts";
import { temporaryFolder, written } from "../cli/run.ts";

const HEADER = "period,partner,flow,value,product";
async function check(rows: string[], missing: string[] = [], header = HEADER) {
  const file = written(temporaryFolder(), "file.csv", `${[header, ...rows].join("\n")}\n`);
  const report = await checkFiles([file], { as: null, where: [], missing });
  return { file, report, text: fileReportText(report) };
}

describe("the check of a file", () => {
  it("passes a file whose rows can all be used", async () => {
    const { report, text } = await check(["2020,MX,export,1,total", "2021,MX,export,1,total"]);
    expect(report).toMatchObject({
      passed: true,
      rows: { read: 2, used: 2, rejected: {} },
      coverage: { first: "2020", last: "2021", step: "year" },
      partners: 1,
      aggregates: [],
      products: ["total"],
      gaps: [],
      wholesBesideParts: [],
    });
    expect(report.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(text).toContain("Every row can be used.");
  });

  it("says which rows cannot be used and why, without stopping at the first", async () => {
    const { file, report, text } = await check([
      "2020,MX,export,1,total",
      "2020,MX,export,2,total",
      "2020,XX,export,1,total",
      "2020,MX,import,?,total",
      "2021,MX,export,1,total",
    ]);
    expect(report.passed).toBe(false);
    expect(report.rows).toEqual({ read: 5, used: 1, rejected: { duplicate: 2, invalid: 2 } });
    expect(report.problems.map(({ place }) => place)).toEqual(
      [3, 2, 4, 5].map((at) => `${file}:${at}`),
    );
    expect(report.problems[0]!.message).toBe(
      `duplicate of ${file}:2: MX, export, total, 2020 (remove one)`,
    );
    expect(report.problems[1]!.message).toBe(`contradicted by ${file}:3, so that neither is used`);
    expect(text).toContain("Some rows cannot be used.");
  });

  it("counts marks for missing figures apart from bad rows, and passes", async () => {
    const { report } = await check(["2020,MX,export,1,total", "2020,MX,import,...,total"], ["..."]);
    expect(report).toMatchObject({
      passed: true,
      rows: { read: 2, used: 1, rejected: { missing: 1 } },
    });
  });

  it("reads as many rows as it uses and rejects", async () => {
    const { report } = await check(
      [
        "2020,MX,export,1,total",
        "2020,MX,export,1,total",
        "2020,MX,import,-,total",
        "x,MX,import,1,total",
      ],
      ["-"],
    );
    const rejected = Object.values(report.rows.rejected).reduce((sum, count) => sum + count, 0);
    expect(report.rows.read).toBe(report.rows.used + rejected);
  });

  it("names gaps in the months of a series, and no month before its first or after its last", async () => {
    const rows = ["2020-01", "2020-02", "2020-05", "2020-07"].map(
      (period) => `${period},MX,export,1,total`,
    );
    const { report } = await check([...rows, "2020-03,CA,export,1,total"]);
    expect(report.gaps).toEqual([
      { series: "MX export total", months: ["2020-03", "2020-04", "2020-06"] },
    ]);
  });

  it("names aggregates and wholes that stand beside their parts", async () => {
    const { report } = await check([
      "2020,WORLD,export,9,total",
      "2020,MX,export,2,hs:00",
      "2020,MX,export,1,hs:27",
      "2020,MX,export,1,hs:2709",
      "2020-03,MX,export,1,total",
    ]);
    expect(report.aggregates).toEqual(["WORLD"]);
    expect(report.wholesBesideParts).toEqual([
      "partners: WORLD beside 1 other",
      "products: total beside 2 of its parts",
      "products: hs:27 beside 1 of its parts",
      "periods: 2020 beside their months",
    ]);
  });

  it("does not take the year of one series for the whole of another's months", async () => {
    const { report } = await check(["2020,MX,export,1,total", "2020-01,CA,export,1,total"]);
    expect(report.wholesBesideParts).toEqual([]);
  });

  it("says what the figures are, and which columns are not used", async () => {
    const { report } = await check(
      ["2020,MX,import,1,general,customs,census,red"],
      [],
      "period,partner,flow,value,flowBasis,valuation,basis,colour",
    );
    expect(report.kinds).toEqual({ "import, goods, general, customs, census": 1 });
    expect(report.unknownColumns[0]!.columns).toEqual(["colour"]);
  });

  it("reads several files as one, so that a duplicate is found across them", async () => {
    const folder = temporaryFolder();
    const one = written(folder, "one.csv", `${HEADER}\n2020,MX,export,1,total\n`);
    const two = written(folder, "two.csv", `${HEADER}\n2020,MX,export,1,total\n`);
    const report = await checkFiles([one, two], { as: null, where: [], missing: [] });
    expect(report.problems[0]).toMatchObject({ place: `${two}:2`, reason: "duplicate" });
    expect(report.problems[0]!.message).toContain(`${one}:2`);
  });

  it("stops at a file that is no table at all", async () => {
    await expect(check([], [], "")).rejects.toThrow("the file is empty");
    await expect(check([])).rejects.toThrow("no row below the header");
  });

  it("shows no control character that the file holds", async () => {
    const { text } = await check(["2020,M\u001b[31mX,export,1,total"]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });
});
