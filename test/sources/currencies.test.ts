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
const EUROS =
  "are in euros, and amounts are counted in US dollars (multiply them by the dollars a euro cost in each period, such as the European Central Bank's averages, and write them as records: trade-metrics data template)";

describe("figures in other currencies than US dollars", () => {
  it("stop the run where a file holds nothing else, with what to do", async () => {
    const file = comext(row("VALUE_IN_EUROS"), row("VALUE_IN_EUROS", "2024"));
    const { status, stdout, stderr } = await run(ask(file));
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr.split("\n")[0]).toBe(
      `error: ${file}: no figure is a record of trade: all ${EUROS}`,
    );
  });

  it("are told where the file holds dollars as well, which are used", async () => {
    const file = comext(row("VALUE_IN_EUROS"), row("VALUE_IN_USD"));
    const { rows, warnings } = await runJson(ask(file));
    expect(rows[0]).toMatchObject({ exports: 123_456 });
    expect(warnings).toContainEqual({ code: "in-euros", message: `1 figures ${EUROS}` });
  });

  it("are told by data check, which the file passes", async () => {
    const { status, stdout } = await run(["data", "check", comext(row("VALUE_IN_EUROS"))]);
    expect([status, stdout]).toEqual([0, expect.stringContaining("1 figures are in euros")]);
  });

  it("are known in SDMX-CSV by their unit of measure", async () => {
    const file = fileWith(
      "TIME_PERIOD,OBS_VALUE,REF_AREA,COUNTERPART_AREA,TRADE_FLOW,UNIT_MEASURE\n2023,100,DEU,USA,X,EUR\n",
    );
    const opened = openFiles([file], { ...plainReading, skipInvalid: false });
    await expect(opened).rejects.toThrow(
      "no figure is a record of trade: all are in another currency",
    );
  });

  it("are not confused with quantities, which stop the run in their own words", async () => {
    const file = comext(row("QUANTITY_IN_100KG"), row("VALUE_IN_EUROS"), row("QUANTITY_IN_100KG"));
    const { status, stderr } = await run(ask(file));
    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining("2 are duties, quantities or charges, not the value of trade"),
    ]);
  });
});
