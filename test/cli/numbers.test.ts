import { describe, expect, it } from "vitest";
import { resultSchema } from "../../src/schema/result.ts";
import { run, runJson } from "./run.ts";

const call = (line: string) => run(line.split(" "));
const json = (line: string) => runJson(line.split(" "));

describe("a metric of numbers on the command line", () => {
  it("growth from 196 to 274 prints 39.8 and the interval that the rounding allows", async () => {
    const { stdout } = await call("growth --values 196,274 --digits 1");
    expect(stdout).toContain("39.8 [39.2, 40.4]");
  });

  it("has no column of what only data tell, such as the part of the published whole", async () => {
    const { stdout } = await call("concentration --values 30,30,20,20");
    // The Department of Justice's example: 2,600 of 10,000.
    expect(stdout).toContain("0.260 [0.258, 0.262]");
    expect(stdout).not.toContain("whole");
    expect((await json("concentration --values 30,30,20,20")).rows[0]).toMatchObject({
      covered: null,
    });
  });

  it("growth of a deficit of 85.3 to 263 is more than 200 %", async () => {
    const { rows } = await json("growth --values -85.3,-263");
    // 262.5/85.35 = 3.0756 and 263.5/85.25 = 3.0909, by hand.
    expect(rows[0]!.value).toBeCloseTo(208.3, 1);
    expect(rows[0]!.interval).toEqual({
      low: expect.closeTo(207.56, 2),
      high: expect.closeTo(209.09, 2),
    });
  });

  it("the deficit ratio of 300.1 and 452.6 is -50.82 within [-50.86, -50.77]", async () => {
    const { rows, data } = await json("deficit-ratio --exports 300.1 --imports 452.6");
    // 100 - 452.6/300.1*100; the ends are 452.65/300.05 and 452.55/300.15.
    expect(rows[0]).toMatchObject({ partner: null, exports: 300.1, imports: 452.6 });
    expect(rows[0]!.value).toBeCloseTo(-50.8164, 4);
    expect(rows[0]!.interval).toEqual({
      low: expect.closeTo(-50.8582, 4),
      high: expect.closeTo(-50.7746, 4),
    });
    expect(data).toEqual([]);
  });

  it.each([
    ["balance --exports 322.7 --imports 475.2", -152.5],
    ["balance --values 322.7,475.2", -152.5],
    ["share --part 1601.9 --whole 5332.3", 30.0414],
    ["share --values 1601.9,5332.3", 30.0414],
    ["value-added --values 93.1,100", 93.1],
    ["value-added --value-added 93.1 --gross-exports 100", 93.1],
    ["non-petroleum --values 334,505.8,41.6,16.3", -197.1],
    ["non-petroleum --values 334,505.8,16.3 --petroleum-flows imports", -155.5],
    [
      "non-petroleum --exports 334 --imports 505.8 --petroleum-exports 41.6 --petroleum-imports 16.3",
      -197.1,
    ],
    ["balance --exports 1.2trillion --imports 900bn", 3e11],
    ["balance --exports .5 --imports .25", 0.25],
  ])("%s is %d", async (line, expected) => {
    const { rows } = await json(line);
    expect(rows[0]!.value).toBeCloseTo(expected, 4);
    const { low, high } = rows[0]!.interval as { low: number; high: number };
    expect(low <= (rows[0]!.value as number) && (rows[0]!.value as number) <= high).toBe(true);
  });

  it("says which flows petroleum was taken out of", async () => {
    const both = await json("non-petroleum --values 334,505.8,41.6,16.3");
    expect(both.parameters).toMatchObject({ petroleumFlows: "both" });
    const imports = await call("non-petroleum --values 334,505.8,16.3 --petroleum-flows imports");
    expect(imports.stdout).toContain("taken out of imports only");
  });

  it("is null with its reason where it is not defined", async () => {
    const { rows } = await json("deficit-ratio --exports 0 --imports 5");
    expect(rows[0]).toMatchObject({ value: null, interval: null, reason: "no-exports" });
  });

  it.each([
    ["balance --exports 5", "balance: from numbers it also needs --imports <number>"],
    ["balance --exports -5 --imports 3", "--exports: a flow of trade is never negative, got -5"],
    ["balance --values 1,2,3", "--values: balance takes 2 numbers (exports,imports), got 3"],
    ["balance --values 1,x", '--values: imports: expected a number, got "x"'],
    ["balance --exports 5x --imports 3", '--exports: "x" in "5x" is not a scale'],
    [
      "non-petroleum --values 1,2,3",
      "--values: non-petroleum takes 4 numbers (exports,imports,petroleumExports,petroleumImports), got 3",
    ],
    [
      "non-petroleum --exports 1 --imports 2 --petroleum-exports 1 --petroleum-imports 1 --petroleum-flows imports",
      "--petroleum-exports is not taken out with --petroleum-flows imports (leave one out)",
    ],
    [
      "balance --partner MX --exports 5 --imports 3",
      "balance: --partner asks for data, but numbers were given in their place (leave one out)",
    ],
    ["growth --values 1,2 --from 2020", "growth: --from asks for data"],
    ["balance --values 1,2 --data bea-trade", "balance: --data asks for data"],
    ["value-added", "value-added: which area?"],
    [
      "value-added --partner MX --measure GDP",
      '--measure: "GDP" is not in tiva-shares (use EXGR_DVA',
    ],
    [
      "value-added --partner MX --period 2020-05",
      '--period: "2020-05": tiva-shares holds whole years',
    ],
  ])("ends with 2 and what is wrong: %s", async (line, says) => {
    const { status, stdout, stderr } = await call(line);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr.startsWith(`error: ${says}`)).toBe(true);
  });
});

describe("the unit of an answer from printed numbers", () => {
  const document = async (line: string) => {
    const answer = JSON.parse((await call(`${line} --json`)).stdout);
    expect(resultSchema.safeParse(answer).error?.issues ?? []).toEqual([]);
    return answer;
  };

  it("is null for money, because only who printed them knows it", async () => {
    const { unit, rows } = await document("balance --exports 322.7 --imports 475.2");
    expect([unit, rows[0].unit]).toEqual([null, null]);
  });

  it("is that of the formula where it does not depend on theirs", async () => {
    const { unit, rows } = await document("deficit-ratio --exports 322.7 --imports 475.2");
    expect([unit, rows[0].unit]).toEqual(["percent", "percent"]);
  });

  it("is US dollars where the data say so", async () => {
    const { unit, rows } = await document("balance --partner MX --period 2023");
    expect([unit, rows[0].unit]).toEqual(["USD", "USD"]);
  });
});

describe("data", () => {
  it("list names every embedded dataset, as text and as JSON", async () => {
    const [text, document] = await Promise.all([call("data list"), call("data list --json")]);
    const ids = JSON.parse(document.stdout).map(({ id }: { id: string }) => id);
    expect(ids).toHaveLength(9);
    for (const id of ids) expect(text.stdout).toContain(id);
  });

  it("show of the input-output table has its economies and the rest of the world", async () => {
    const { stdout } = await call("data show value-added-2011");
    // Eight regions, as the title of the table says, of 35 industries each.
    expect(stdout).toContain("Economies   7 countries, 0 aggregates, 1 residuals\n");
    expect(stdout).toContain("280 rows");
    expect(stdout).toContain("Coverage    2011, by year\n");
  });

  it.each([
    "census-goods",
    "census-hs2",
    "census-naics3",
    "bea-trade",
    "tiva-shares",
    "value-added-2011",
  ])("show %s says what it is, what it covers, its licence and its hash", async (id) => {
    const { status, stdout } = await call(`data show ${id} --json`);
    const shown = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(shown).toMatchObject({ id });
    for (const key of ["title", "description", "publisher", "sourceUrl", "licence", "unit"]) {
      expect(shown[key], key).toBeTruthy();
    }
    expect(shown.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(shown.partners.length).toBeGreaterThan(2);
    for (const table of shown.tables) expect(table.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});
