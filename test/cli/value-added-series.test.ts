import { beforeAll, describe, expect, it } from "vitest";
import { yearIn } from "../../src/sources/input-output.ts";
import { run, runJson, temporaryFolder, words, written } from "./run.ts";

const folder = temporaryFolder();

/** Two economies of one industry: AAA sells `exports` of final goods to BBB, which sells 10 back. */
const table = (exports: number) =>
  `row,AAA_x,BBB_x,AAA_FD,BBB_FD,OUT\nAAA_x,10,5,50,${exports},${65 + exports}\nBBB_x,5,10,10,75,100\n`;

beforeAll(() => {
  written(folder, "wiot_1995.csv", table(10));
  written(folder, "wiot_2008.csv", table(20));
  written(folder, "world.csv", table(30));
});

const files = (...names: string[]) => names.map((name) => `--table ${folder}/${name}`).join(" ");
const ask = (line: string) => runJson(words(`value-added ${line}`));
const call = (line: string) => run(words(`value-added ${line}`));

describe("the year of a table", () => {
  it("is the last year in the name of its file that is no date of a release", () => {
    expect(yearIn("wiot_2011.csv.gz")).toBe("2011");
    expect(yearIn("ICIO2016_2003.csv")).toBe("2003");
    expect(yearIn("ADB-MRIO-2021_Mar2022.xlsx")).toBe("2021");
    expect(yearIn("table.csv")).toBeNull();
  });
});

describe("several tables, one a year", () => {
  it("give a series in the order of the years, each row with its period", async () => {
    const { rows, data } = await ask(
      `balance --reporter AAA ${files("wiot_2008.csv", "wiot_1995.csv")}`,
    );
    expect(rows.map(({ period, exports }) => [period, exports])).toEqual([
      ["1995", 15],
      ["2008", 25],
    ]);
    expect(data.map(({ id }) => id)).toEqual(["wiot_1995.csv", "wiot_2008.csv"]);
  });

  it("of one kind are named on one line where they are many", async () => {
    for (const year of [2001, 2002, 2003, 2004]) written(folder, `many_${year}.csv`, table(10));
    const source = (text: string) => text.split("\n").filter((line) => line.startsWith("Source: "));
    const many = await call(`balance --reporter AAA ${files("many_*.csv")}`);
    expect(source(many.stdout)).toHaveLength(1);
    expect(many.stdout.replace(/\s+/g, " ")).toContain(
      "Labelled input-output table (many_2001.csv to many_2004.csv, 4 files)",
    );
    const few = await call(`balance --reporter AAA ${files("wiot_*.csv")}`);
    expect(source(few.stdout)).toHaveLength(2);
  });

  it("may be named by a pattern, and dated by --period", async () => {
    const byPattern = await ask(`participation ${files("wiot_*.csv")}`);
    expect(byPattern.rows.map(({ period }) => period)).toEqual(["1995", "1995", "2008", "2008"]);
    const dated = await ask(
      `balance --reporter AAA ${files("world.csv", "wiot_2008.csv")} --period 2011,2008`,
    );
    expect(dated.rows.map(({ period }) => period)).toEqual(["2008", "2011"]);
  });

  it("need a year each", async () => {
    const undated = await call(`balance --reporter AAA ${files("world.csv", "wiot_2008.csv")}`);
    expect([undated.status, undated.stderr]).toEqual([
      2,
      expect.stringContaining("world.csv does not say which year it is (add --period 2008,2011"),
    ]);
  });
});

describe("one question for the origin of value added", () => {
  it("--top chooses at each level that --by names; the rests and totals make the whole", async () => {
    const line = "origin --exporter MX,CA --by partner,origin";
    const [all, top] = [await ask(line), await ask(`${line} --top 2`)];
    const sum = (rows: Record<string, unknown>[]) =>
      rows.reduce((total, { valueAdded }) => total + (valueAdded as number), 0);
    const shown = top.rows.filter(({ kind }) => kind !== "total");
    expect(sum(shown)).toBe(sum(all.rows));
    const outer = top.rows.filter(({ kind, partner }) => kind === "total" && partner === null);
    expect(sum(outer)).toBe(sum(all.rows));
    // Two partners of each of two exporters, and two origins of each partner.
    expect(shown.filter(({ kind }) => kind === undefined)).toHaveLength(2 * 2 * 2);
    const names = ({ exporter, partnerName, originName }: Record<string, unknown>) =>
      [exporter, partnerName, originName].join(" | ");
    expect(top.rows.filter(({ exporter }) => exporter === "MX").map(names)).toEqual([
      "MX | United States | Mexico",
      "MX | United States | United States",
      "MX | United States | Rest (6 others)",
      "MX | United States | Total",
      "MX | Rest of the world | Mexico",
      "MX | Rest of the world | United States",
      "MX | Rest of the world | Rest (6 others)",
      "MX | Rest of the world | Total",
      "MX | Rest (5 others) | All",
      "MX | Total | All",
    ]);
    // Shares of the whole, whatever is nested in it: all origins are all of the exports.
    for (const { value } of outer) expect(value).toBeCloseTo(100, 9);
  });

  it("economies that are named one by one are all shown", async () => {
    const { rows } = await ask("origin --exporter MX,CA,CN --top 1");
    expect(new Set(rows.map(({ exporter }) => exporter))).toEqual(new Set(["MX", "CA", "CN"]));
  });

  it("turned to the importer gives the same cell", async () => {
    const exporter = await ask("origin --exporter MX --partner US --origin CN");
    const importer = await ask("origin --importer US --exporter MX --by exporter --origin CN");
    expect(importer.rows[0]!.valueAdded).toBe(exporter.rows[0]!.valueAdded);
  });

  it("sums to the same over destinations, industries and industries of origin", async () => {
    const [whole] = (await ask("origin --exporter MX --origin US")).rows;
    const { rows } = await ask(
      "origin --exporter MX --origin US --by industry,destination,origin-industry",
    );
    const sum = rows.reduce((total, { valueAdded }) => total + (valueAdded as number), 0);
    // Each row is rounded to whole dollars.
    expect(Math.abs(sum - (whole!.valueAdded as number))).toBeLessThan(rows.length);
    expect(whole!.value).toBeCloseTo(11.03, 2);
    const filtered = await ask(
      "origin --exporter MX --origin US --industry c15 --origin-industry c12,c15",
    );
    const kept = rows.filter(
      ({ industry, originIndustry }) =>
        industry === "c15" && ["c12", "c15"].includes(String(originIndustry)),
    );
    const expected = kept.reduce((total, { valueAdded }) => total + (valueAdded as number), 0);
    expect(Math.abs((filtered.rows[0]!.valueAdded as number) - expected)).toBeLessThan(kept.length);
  });
});
