import { describe, expect, it } from "vitest";
import { run, runJson, temporaryFolder, written } from "./run.ts";

const folder = temporaryFolder();

function file(name: string, ...lines: string[]): string {
  return written(folder, name, `${lines.join("\n")}\n`);
}

const SDMX =
  "STRUCTURE,FREQ,REF_AREA,COUNTERPART_AREA,TRADE_FLOW,ADJUSTMENT,PRICE_BASE,UNIT_MEASURE,UNIT_MULT,TIME_PERIOD,OBS_VALUE,OBS_STATUS";
const row = (flow: string, kind: string, period: string, value: number, status: string) =>
  `DATAFLOW,A,DEU,USA,${flow},${kind},USD,6,${period},${value},${status}`;

describe("what a publisher says of a figure", () => {
  const sdmx = () =>
    file(
      "status.csv",
      SDMX,
      ...[row("X", "N,V", "2022", 160, "A"), row("M", "N,V", "2022", 90, "A")],
      ...[row("X", "N,V", "2023", 170, "P"), row("M", "N,V", "2023", 95, "E")],
    );

  it("stands below the table with the periods of these figures", async () => {
    const path = sdmx();
    const asked = ["balance", "--data", path, "--reporter", "DE", "--partner", "US"];
    const { stdout } = await run([...asked, "--period", "2022,2023"]);
    expect(stdout).toContain("Marked by the publisher: estimated (2023); provisional (2023)");
    const { stdout: before } = await run([...asked, "--period", "2022"]);
    expect(before).not.toContain("Marked");
  });

  it.each([
    ["deficit-ratio", "--period", "2023"],
    ["growth", "--of", "exports", "--from", "2022", "--to", "2023"],
    ["coverage", "--period", "2023"],
    ["normalised-balance", "--period", "2023"],
  ])("stands in the JSON of %s", async (...command) => {
    const { data } = await runJson([
      ...command,
      "--data",
      sdmx(),
      "--reporter",
      "DE",
      "--partner",
      "US",
    ]);
    expect(data[0]).toMatchObject({ status: { provisional: ["2023"] } });
  });

  it("is read from the letter behind a figure of Eurostat's", async () => {
    const path = file(
      "eurostat.tsv",
      "freq,reporter,partner,product,flow,indicators\\TIME_PERIOD\t2022 \t2023 ",
      "A,DE,US,TOTAL,1,VALUE_IN_EUROS\t100 \t120 p",
      "A,DE,US,TOTAL,2,VALUE_IN_EUROS\t200 e\t220 r",
    );
    const { data } = await runJson([
      "balance",
      "--data",
      path,
      "--reporter",
      "DE",
      "--partner",
      "US",
    ]);
    expect(data[0]).toMatchObject({ status: { estimated: ["2022"], provisional: ["2023"] } });
  });

  it("is read from the column status of own records, in words", async () => {
    const path = file(
      "own.csv",
      "period,partner,flow,value,status",
      ...["2023,MX,export,10,final", "2023,MX,import,20,preliminary"],
    );
    const { stdout, stderr } = await run(["balance", "--data", path, "--partner", "MX"]);
    expect(stdout).toContain("Marked by the publisher: provisional (2023)");
    expect(stderr).toBe("");
  });
});

describe("figures at other prices or seasonally adjusted", () => {
  const asked = ["--reporter", "DE", "--partner", "US", "--period", "2022"];

  it("stand beside those at current prices, which are taken", async () => {
    const path = file(
      "both.csv",
      SDMX,
      ...[row("X", "N,V", "2022", 160, "A"), row("M", "N,V", "2022", 90, "A")],
      ...[row("X", "N,L", "2022", 150, "A"), row("M", "N,L", "2022", 85, "A")],
    );
    const both = await runJson(["balance", "--data", path, ...asked]);
    expect(both.rows[0]?.value).toBe(70e6);
    const volumes = await run(["balance", "--data", path, ...asked, "--where", "PRICE_BASE=L"]);
    expect(volumes.stdout).toContain("at chain-linked volumes");
    const real = await run([
      "balance",
      "--data",
      path,
      ...asked,
      "--where",
      "PRICE_BASE=L",
      "--real",
      "2022",
    ]);
    expect(real.status).toBe(2);
    expect(real.stderr).toContain("from which the rise of prices is taken out already");
  });

  it.each([
    ["prices", "N,L", "chain-linked volumes and current prices"],
    ["seasonal adjustment", "Y,V", "not adjusted and seasonally adjusted"],
  ])("are not netted with figures that differ in %s", async (part, kind, named) => {
    const path = file(
      "mixed.csv",
      SDMX,
      ...[row("X", kind, "2022", 160, "A"), row("M", "N,V", "2022", 90, "A")],
    );
    const { rows, warnings } = await runJson(["balance", "--data", path, ...asked]);
    expect(rows[0]).toMatchObject({ value: null, reason: "not-comparable" });
    expect(warnings[0]?.message).toContain(`differ in ${part} are not netted: ${named}`);
  });
});
