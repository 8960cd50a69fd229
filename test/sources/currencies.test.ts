import { describe, expect, it } from "vitest";
import { openFiles } from "../../src/sources/open-files.ts";
import { run, runJson } from "../cli/run.ts";
import { fileWith, plainReading } from "./files-for-tests.ts";

/** Rows as Eurostat's Comext writes them in SDMX-CSV. */
const HEADER =
  "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG";
const row = (indicator: string, period = "2023") =>
  `ESTAT:DS-045409(1.0),05/11/25 11:00:00,A,DE,US,TOTAL,2,${indicator},${period},123456,`;
const comext = (...rows: string[]) => fileWith(`${[HEADER, ...rows].join("\n")}\n`, "comext.csv");

const ask = (file: string) => [
  ...["balance", "--reporter", "DE", "--partner", "US", "--period", "2023", "--data", file],
];
describe("figures in other currencies than US dollars", () => {
  it("are answered in their own currency, as ratios that need no dollars", async () => {
    const file = comext(
      row("VALUE_IN_EUROS").replace("123456", "157915"),
      row("VALUE_IN_EUROS").replace(",2,VALUE", ",1,VALUE").replace("123456", "94650"),
    );
    // (157,915 - 94,650) / 157,915 = 40.06 %, whatever the currency.
    const words = ["deficit-ratio", ...ask(file).slice(1)];
    const { rows } = await runJson(words);
    expect(rows[0]).toMatchObject({ exports: 157_915, imports: 94_650, unit: "percent" });
    expect(rows[0]!.value).toBeCloseTo(40.06, 2);
    const balance = await runJson(ask(file));
    expect(balance.rows[0]).toMatchObject({ value: 63_265, unit: "EUR" });
    expect((await run(ask(file))).stdout).toMatch(/ {2}EUR /);
  });

  it("are so in every row, not only in the first", async () => {
    const rows = ["FR", "IT", "DE"].flatMap((partner) =>
      ["2022", "2023"].flatMap((period) => [
        `${period},${partner},export,2,EUR million`,
        `${period},${partner},import,1,EUR million`,
      ]),
    );
    const file = fileWith(`period,partner,flow,value,unit\n${rows.join("\n")}\n`);
    const words = ["balance", "--partner", "all", "--period", "2022,2023", "--data", file];
    const { rows: answered } = await runJson(words);
    // Three partners and their sum, in two years: 2 - 1 million euros each.
    expect(answered.map(({ value }) => value)).toEqual([...Array(6).fill(1e6), 3e6, 3e6]);
    expect(new Set(answered.map(({ unit }) => unit))).toEqual(new Set(["EUR"]));
  });

  it("are converted on request, to whole dollars", async () => {
    const file = comext(row("VALUE_IN_EUROS"));
    const { rows, parameters } = await runJson([...ask(file), "--rate", "EUR=1.08"]);
    expect(rows[0]).toMatchObject({ exports: Math.round(123_456 * 1.08), unit: "USD" });
    expect(parameters.rate).toEqual({ EUR: 1.08 });
    const { status, stderr } = await run([...ask(file), "--rate", "EUR"]);
    expect([status, stderr]).toEqual([2, expect.stringContaining('--rate: "EUR" is no rate')]);
  });

  it("are converted by a file, each period at its own rate and no other", async () => {
    const data = fileWith(
      "period,partner,flow,value,unit\n2022,MX,export,100,EUR\n2023,MX,export,100,EUR\n",
    );
    const rates = fileWith("currency,period,rate\nEUR,2022,1.05\nEUR,2023,1.08\n");
    const growth = (file: string) =>
      ["growth", "--of", "exports", "--partner", "MX", "--from", "2022", "--to", "2023"].concat([
        ...["--data", data, "--rate", file],
      ]);
    const { rows, parameters } = await runJson(growth(rates));
    // 105 and 108 dollars: growth in dollars is that of the rate, 1.08 / 1.05.
    expect(rows[0]).toMatchObject({ from: 105, to: 108, unit: "percent" });
    expect(rows[0]!.value).toBeCloseTo((1.08 / 1.05 - 1) * 100, 9);
    expect(parameters.rate).toMatchObject({ file: rates, sha256: expect.any(String) });
    const refused = async (text: string) => {
      const { status, stderr } = await run(growth(fileWith(text)));
      expect(status).toBe(2);
      return stderr;
    };
    expect(await refused("currency,period,rate\nEUR,2022,1.05\n")).toMatch(
      /--rate: no rate of EUR for 2023 \(add it to the file\)/,
    );
    expect(await refused("currency,period,rate\nEUR,2022,1,05\n")).toMatch(
      /:2: 4 cells under 3 columns \(write a decimal point\)/,
    );
    expect(await refused("currency,period,rate\nEUR,2022,x\n")).toMatch(
      /:2: rate: expected US dollars for one EUR, such as 1.08, got "x"/,
    );
    expect(await refused("currency,period,rate\nEUR,2022,1\nEUR,2022,2\n")).toMatch(
      /:3: EUR 2022 has another rate than in line 2/,
    );
    expect(await refused("currency,year,rate\nEUR,2022,1\n")).toMatch(
      /:1: the column "period" is missing \(a file of rates has currency,period,rate\)/,
    );
    expect(await refused("currency,period,rate\neuro,2022,1\n")).toMatch(
      /:2: currency: expected a code such as EUR, got "euro"/,
    );
  });

  it("give way to dollars where the file holds both", async () => {
    const file = comext(row("VALUE_IN_EUROS"), row("VALUE_IN_USD").replace("123456", "133333"));
    expect((await runJson(ask(file))).rows[0]).toMatchObject({ exports: 133_333, unit: "USD" });
  });

  it("are never netted with those of another", async () => {
    const file = fileWith(
      "period,partner,flow,value,unit\n2023,MX,export,5,EUR million\n2023,MX,import,3,USD million\n",
    );
    const words = ["balance", "--partner", "MX", "--period", "2023", "--data", file];
    const { rows, warnings } = await runJson(words);
    expect(rows[0]).toMatchObject({ value: null, reason: "not-comparable" });
    expect(warnings[0]!.message).toContain("EUR and USD (convert them with --rate)");
    const converted = await runJson([...words, "--rate", "EUR=1.1"]);
    expect(converted.rows[0]).toMatchObject({ value: 2_500_000, unit: "USD" });
  });

  it("are read by their unit of measure, of which purchasing power parities are none", async () => {
    const header = "TIME_PERIOD,OBS_VALUE,REF_AREA,COUNTERPART_AREA,TRADE_FLOW,UNIT_MEASURE\n";
    const words = ["--reporter", "DE", "--partner", "US", "--period", "2023", "--data"];
    const euros = fileWith(`${header}2023,100,DEU,USA,X,EUR\n`);
    const { rows } = await runJson(["balance", ...words, euros]);
    expect(rows[0]).toMatchObject({ exports: 100 });
    const opened = openFiles([fileWith(`${header}2023,100,DEU,USA,X,USD_PPP\n`)], {
      ...plainReading,
      skipInvalid: false,
    });
    await expect(opened).rejects.toThrow("all are in no currency");
  });

  it.each([
    ["INR crore", 10_000_000],
    ["INR lakh", 100_000],
    ["JPY billion", 1_000_000_000],
  ])("are read in the words of their country: %s", async (unit, scale) => {
    const file = fileWith(`period,partner,flow,value,unit\n2023,MX,export,2,${unit}\n`);
    const words = ["share", "--of", "exports", "--whole", "MX", "--partner", "MX"];
    const { rows } = await runJson([...words, "--period", "2023", "--data", file]);
    expect(rows[0]!.part).toBe(2 * scale);
  });

  it("are not confused with quantities, which stop the run in their own words", async () => {
    const file = comext(row("QUANTITY_IN_100KG"), row("QUANTITY_IN_100KG"));
    const { status, stderr } = await run(ask(file));
    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining("all are duties, quantities or charges, not the value of trade"),
    ]);
  });
});
