import { describe, expect, it } from "vitest";
import { z } from "zod";
import { resultSchema } from "../../src/schema/result.ts";
import { run, runJson } from "./run.ts";

/** A number as a report prints it. */
const rounded = (value: unknown, digits: number) => Number((value as number).toFixed(digits));
const billions = (value: unknown) => rounded((value as number) / 1e9, 1);

describe("the deficit-to-export ratio of the official figures", () => {
  // US Census Bureau, country file, vintage of April 2025.
  it("is -47.2431 % for Mexico in 2023, from exports and imports exact to the dollar", async () => {
    const { rows, data, parameters } = await runJson(
      "deficit-ratio --partner MX --period 2023 --vintage 2025-04".split(" "),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      partner: "MX",
      partnerName: "Mexico",
      period: "2023",
      exports: 322_742_472_406,
      imports: 475_215_965_697,
      balance: -152_473_493_291,
      unit: "percent",
      reason: null,
    });
    expect(rounded(rows[0]!.value, 4)).toBe(-47.2431);
    expect(data[0]).toMatchObject({ id: "census-goods", vintage: "2025-04" });
    expect(data[0]!.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(parameters).toMatchObject({ partner: ["MX"], period: ["2023"] });
  });

  // The Wilson Center's five ratios of 2025 belong to these eleven months.
  it("is that of January to November 2024 for the five partners, in the order asked", async () => {
    const { rows } = await runJson(
      "deficit-ratio --partner CA,MX,CN,IE,VN --period 2024-01/2024-11 --vintage 2025-04".split(
        " ",
      ),
    );
    expect(rows.map(({ partner, value }) => [partner, rounded(value, 2)])).toEqual([
      ["CA", -17.02],
      ["MX", -50.81],
      ["CN", -206.45],
      ["IE", -526.13],
      ["VN", -966.87],
    ]);
    expect(rows.every(({ period }) => period === "2024-01/2024-11")).toBe(true);
  });

  it.each([
    ["2023", [-18.14, -47.24, -188.87, -390.65, -1062.52]],
    ["2024", [-18.13, -51.43, -205.79, -524.54, -942.6]],
  ])("of the same five partners in %s is that of the published file", async (period, expected) => {
    const { rows } = await runJson([
      "deficit-ratio",
      "--partner",
      "CA,MX,CN,IE,VN",
      ...["--vintage", "2025-04"],
      "--period",
      period,
    ]);
    expect(rows.map(({ value }) => rounded(value, 2))).toEqual(expected);
  });

  it("shows the five latest complete years, never the unfinished 2025, without a period", async () => {
    const { rows } = await runJson(["deficit-ratio", "--partner", "MX", "--vintage", "2025-04"]);
    expect(rows.map(({ period }) => period)).toEqual(["2020", "2021", "2022", "2023", "2024"]);
  });

  it("shows the months of an incomplete year in its place, and says so", async () => {
    const { rows, warnings } = await runJson(
      "balance --partner MX --period 2025 --vintage 2025-04".split(" "),
    );
    expect(rows[0]!.period).toBe("2025-01/2025-02");
    expect(warnings).toContainEqual({
      code: "unfinished-year",
      message: "2025 is not complete: 2025-01/2025-02 is shown in its place",
    });
  });
});

describe("the balance with the partners of USMCA", () => {
  it("is that of the two partners, and -124.8 bn in 2020 with the row of the whole", async () => {
    const { rows } = await runJson(
      "balance --partner USMCA --period 2020 --total --vintage 2025-04".split(" "),
    );
    expect(rows.map(({ partner }) => partner)).toEqual(["CA", "MX", "USMCA"]);
    const [canada, mexico, whole] = rows.map(({ value }) => value as number);
    expect(whole).toBe(canada! + mexico!);
    expect(billions(whole)).toBe(-124.8);
  });

  it("is -85.3 bn in 2017", async () => {
    const { rows } = await runJson(
      "balance --partner USMCA --period 2017 --total --vintage 2025-04".split(" "),
    );
    expect(billions(rows[2]!.value)).toBe(-85.3);
  });

  it("has no row of the whole that nobody asked for", async () => {
    const { rows } = await runJson(
      "balance --partner USMCA --period 2020 --vintage 2025-04".split(" "),
    );
    expect(rows.map(({ partner }) => partner)).toEqual(["CA", "MX"]);
  });

  it("is 30.0 % of all trade in 2024, 1,601.9 bn", async () => {
    const { rows } = await runJson(
      "share --partner USMCA --of total --period 2024 --total --vintage 2025-04".split(" "),
    );
    const whole = rows.find(({ partner }) => partner === "USMCA")!;
    expect(rounded(whole.value, 1)).toBe(30.0);
    expect(billions(whole.part)).toBe(1601.9);
  });
});

describe("the non-petroleum balance with Mexico in 2024", () => {
  it("is about -197 bn when HS 27 is taken out of both flows, which the answer names", async () => {
    const { rows, parameters, warnings } = await runJson(
      "non-petroleum --partner MX --period 2024 --petroleum hs27 --petroleum-flows both --vintage 2025-04".split(
        " ",
      ),
    );
    expect(Math.round((rows[0]!.value as number) / 1e9)).toBe(-197);
    expect(billions(rows[0]!.petroleumImports)).toBe(16.3);
    // Of the file of 2026-02-19; 41.6 in that of July 2026, which is of the next annual revision.
    expect(billions(rows[0]!.petroleumExports)).toBe(41.2);
    expect(parameters).toMatchObject({ petroleum: "hs27", petroleumFlows: "both" });
    // Total trade is of April 2025, which the chapters do not have.
    expect(warnings.map(({ code }) => code)).toContain("other-vintage");
  });

  it("is about -156 bn when NAICS 211 and 324 are taken out of imports only, with a warning about bases", async () => {
    const { rows, parameters, warnings } = await runJson(
      "non-petroleum --partner MX --period 2024 --petroleum naics211-324 --petroleum-flows imports --vintage 2025-04".split(
        " ",
      ),
    );
    expect(Math.round((rows[0]!.value as number) / 1e9)).toBe(-156);
    expect(parameters).toMatchObject({ petroleum: "naics211-324", petroleumFlows: "imports" });
    expect(warnings.map(({ code }) => code)).toContain("unlike-flow-bases");
  });

  it("takes out HS 27 of both flows when nothing is said, and names set and flows in every format", async () => {
    const args = "non-petroleum --partner MX --period 2024 --vintage 2025-04".split(" ");
    const { parameters } = await runJson(args);
    expect(parameters).toMatchObject({ petroleum: "hs27", petroleumFlows: "both" });
    for (const format of ["table", "markdown"]) {
      const { stdout } = await run([...args, "--format", format]);
      expect(stdout).toMatch(/Petroleum: HS chapter 27.*taken out of exports and\s+imports/s);
    }
  });
});

describe("growth of goods and services with the partners of USMCA", () => {
  // Bureau of Economic Analysis: 1,201.4 bn (2020), 1,497.7 bn (2021), 1,819.0 bn (2023).
  it.each([
    ["2020", 1201.4, 51.4],
    ["2021", 1497.7, 21.45],
  ])("from %s to 2023 starts at %d bn and is +%d %%", async (from, start, expected) => {
    const { rows } = await runJson(
      `growth --of total --partner USMCA --data bea-trade --from ${from} --to 2023 --total`.split(
        " ",
      ),
    );
    const whole = rows.find(({ partner }) => partner === "USMCA")!;
    expect(whole.value).toBeCloseTo(expected, 1);
    expect(billions(whole.from)).toBe(start);
    expect(billions(whole.to)).toBe(1819.0);
    expect(whole.change).toBe((whole.to as number) - (whole.from as number));
  });

  it("compares the months of an incomplete year with the same months of the year it starts from", async () => {
    const { rows } = await runJson(
      "growth --partner MX --of imports --from 2024 --to 2025 --vintage 2025-04".split(" "),
    );
    expect(rows[0]).toMatchObject({ basePeriod: "2024-01/2024-02", period: "2025-01/2025-02" });
  });

  it("says where the two periods are of unlike length", async () => {
    const { warnings } = await runJson(
      "growth --partner MX --of imports --from 2023 --to 2024-06 --vintage 2025-04".split(" "),
    );
    expect(warnings.map(({ code }) => code)).toContain("unlike-periods");
  });
});

describe("published shares of value added", () => {
  // OECD, Trade in Value Added, 2025 edition: EXGR_DVA of 2020.
  it("are 68.699 for Mexico, 77.684 for Canada and 93.137 for the United States in 2020", async () => {
    const { rows } = await runJson("value-added --partner MX,CA,US --period 2020".split(" "));
    expect(rows.map(({ partner, measure, value }) => [partner, measure, value])).toEqual([
      ["MX", "EXGR_DVA", 68.699],
      ["CA", "EXGR_DVA", 77.684],
      ["US", "EXGR_DVA", 93.137],
    ]);
  });

  it("of domestic and foreign origin add up to gross exports", async () => {
    const { rows } = await runJson(
      "value-added --partner MX,CA,US --period 2020 --measure EXGR_DVA,EXGR_FVA".split(" "),
    );
    for (let at = 0; at < rows.length; at += 2) {
      const sum = (rows[at]!.value as number) + (rows[at + 1]!.value as number);
      expect(sum).toBeCloseTo(100, 2);
    }
  });

  it("of a year before the publication are null with a reason", async () => {
    const { rows } = await runJson("value-added --partner MX --period 1995".split(" "));
    expect(rows[0]).toMatchObject({ value: null, reason: "no-data" });
  });
});

describe("every answer in JSON", () => {
  it.each([
    "deficit-ratio --partner USMCA --total --project --period 2024,2025 --vintage 2025-04",
    "balance --partner MX,WORLD --period 2024-01..2024-03 --vintage 2025-04",
    "non-petroleum --partner MX --period 2015..2025 --vintage 2025-04",
    "share --partner CA,MX --whole USMCA --of balance --period 2024 --vintage 2025-04",
    "growth --partner MX --of balance --period 2015..2020 --cagr --index 2015 --vintage 2025-04",
    "value-added --partner USMCA,OECD",
    "growth --values 196,274",
  ])("of %s has the published schema and says which rows were read", async (line) => {
    const { stdout } = await run([...line.split(" "), "--json"]);
    const result = resultSchema.parse(JSON.parse(stdout));
    for (const { value, reason } of result.rows) expect(value === null).toBe(reason !== null);
    for (const { rows } of result.data) {
      const skipped = Object.values(rows.skipped).reduce((sum, count) => sum + count, 0);
      expect(rows.read).toBe(rows.used + skipped);
    }
  });

  it("is what trade-metrics schema prints", async () => {
    const { stdout, status } = await run(["schema"]);
    const schema = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(schema.required).toEqual(
      expect.arrayContaining([
        "schema",
        "metric",
        "definition",
        "parameters",
        "data",
        "rows",
        "warnings",
      ]),
    );
    expect(schema.properties.schema.const).toBe("trade-metrics/result/v1");
    const answer = await run(["deficit-ratio", "--partner", "MX", "--json"]);
    const published = z.fromJSONSchema(schema);
    const document = JSON.parse(answer.stdout);
    expect(published.safeParse(document).success).toBe(true);
    expect(published.safeParse({ ...document, rows: [{ value: "1" }] }).success).toBe(false);
  });
});
