import { describe, expect, it } from "vitest";
import { fileWith } from "../sources/files-for-tests.ts";
import { run, runJson } from "./run.ts";

/** Records of exports of 100 and imports of 200 to China in 2023 with columns of their unit. */
function records(columns: string, texts: string): string {
  return fileWith(
    `period,partner,flow,value,${columns}\n2023,CN,export,100,${texts}\n2023,CN,import,200,${texts}\n`,
  );
}

const balance = (file: string) => ["balance", "CN", "--period", "2023", "--data", file];

describe("a unit that records tell in several columns", () => {
  // By hand: 100 less 200, times the power of ten, in the currency.
  it.each([
    ["currency,multiplier", "EUR,6", "EUR", 1e6],
    ["Currency", "EUR", "EUR", 1],
    ["currency_code", "usd", "USD", 1],
    ["UNIT_MEASURE,UNIT_MULT", "USD_EXC,9", "USD", 1e9],
    ["UNIT_MULT", "6", "USD", 1e6],
    ["multiplier", "1000", "USD", 1000],
    ["scale", "Millions", "USD", 1e6],
    ["scale", "Units", "USD", 1],
    ["units", "EUR million", "EUR", 1e6],
    ["unit,multiplier", "EUR,3", "EUR", 1000],
    ["unit,currency", "million,GBP", "GBP", 1e6],
    ["unit,currency,scale", "USD million,USD,6", "USD", 1e6],
    ["units", "12", "USD", 1],
  ])("%s: %s", async (columns, texts, unit, factor) => {
    const { rows, data, warnings } = await runJson(balance(records(columns, texts)));
    expect(rows).toMatchObject([{ value: -100 * factor, unit, reason: null }]);
    expect(data).toMatchObject([unit === "USD" ? {} : { currency: unit }]);
    expect(warnings).toEqual([]);
  });

  it.each([
    ["currency", "Dinar", 'currency is "Dinar", which is no one currency'],
    ["multiplier", "1", 'multiplier is "1", which is no plain power of ten such as 6'],
    ["scale", "large", 'scale is "large", which is no plain power of ten'],
    ["currency,multiplier", "EUR,1", 'multiplier is "1"'],
    ["unit,currency", "USD million,EUR", "columns say USD million and EUR of one figure"],
    ["unit,scale", "USD million,3", "columns say USD million and USD thousand of one figure"],
  ])("stops where it is not plain, and names the option: %s %s", async (columns, texts, words) => {
    const { status, stdout, stderr } = await run(balance(records(columns, texts)));
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(words);
    expect(stderr).toContain("use --constant unit='USD million'");
  });

  it("gives way to the unit that the user says", async () => {
    const file = records("multiplier", "1");
    const { rows } = await runJson([...balance(file), "--constant", "unit=EUR million"]);
    expect(rows).toMatchObject([{ value: -100e6, unit: "EUR" }]);
  });

  it("is read row by row: euros of one year are not compared with dollars of another", async () => {
    const file = fileWith(
      [
        "period,partner,flow,value,currency,multiplier",
        ...["2022,CN,export,100,EUR,6", "2023,CN,export,120,USD,6"],
      ].join("\n"),
    );
    const asked = ["growth", "CN", "--of", "exports", "--from", "2022", "--to", "2023"];
    const { rows } = await runJson([...asked, "--data", file]);
    expect(rows).toMatchObject([{ value: null, reason: "not-comparable" }]);
  });
});

describe("goods and services of a file on unlike bases", () => {
  const file = fileWith(
    [
      "period,partner,flow,value,sector,basis",
      ...["2023,DE,export,76,goods,census", "2023,DE,import,159,goods,census"],
      ...["2023,DE,export,45,services,bop", "2023,DE,import,40,services,bop"],
    ].join("\n"),
  );
  const asked = ["balance", "DE", "--period", "2023", "--data", file];

  it("are told apart by the sector, which is named", async () => {
    const { stderr } = await run(asked);
    expect(stderr).toContain("differ in sector (goods, services)");
    expect(stderr).toContain("use --sector");
    const { rows } = await runJson([...asked, "--sector", "goods"]);
    expect(rows[0]!.value).toBe(76 - 159);
  });
});
