import { describe, expect, it } from "vitest";
import { run, temporaryFolder, written } from "./run.ts";

const folder = temporaryFolder();
const file = (name: string, rows: string) => written(folder, name, rows);

describe("what is said where nothing is answered", () => {
  it("names datasets with the vintage that the one which answers has not", async () => {
    const ask = "growth MX --of exports --from 2022 --to 2023 --vintage 2024-02".split(" ");
    const { status, stderr } = await run(ask);
    expect(status).toBe(2);
    expect(stderr).toContain("ask them by name with --data census-hs2");
  });

  it("names no option that the command lacks", async () => {
    const { stderr } = await run("value-added shares MX --period 2020".split(" "));
    expect(stderr).toContain("say --partner MX for an area");
    expect(stderr).not.toContain("--reporter");
    const of = await run("real-value --from 2020".split(" "));
    expect(of.stderr).toContain("use --price-index");
  });

  it("offers newer prices only where later ones are lacking", async () => {
    const { stderr } = await run("balance MX --period 2023 --real 1900".split(" "));
    expect(stderr).toContain("has no prices of 1900");
    expect(stderr).not.toContain("Newer");
  });

  it("names the column of months for a month that is none", async () => {
    const months = file("months.csv", "Year,Month,Country,Exports\n2024,13,Mexico,1\n");
    const columns = ["period=Year", "month=Month", "partner=Country", "exports=Exports"];
    const { stderr } = await run([
      ...["balance", "MX", "--data", months, "--constant", "unit=USD"],
      ...["--constant", "reporter=US", ...columns.flatMap((one) => ["--column", one])],
    ]);
    expect(stderr).toContain('Month: "13" is not a month');
  });

  it("names no currency over columns without a figure, nor years that are not looked for", async () => {
    const one = file("one.csv", "period,partner,flow,value\n2023,DE,export,5\n2023,DE,import,3\n");
    const { stdout, stderr } = await run(["balance", "JP", "--data", one]);
    expect(stdout).not.toContain("US$");
    expect(stderr).not.toContain("complete year");
    const asked = await run(["balance", "JP", "--data", one, "--period", "2023"]);
    expect(asked.stdout).not.toContain("US$");
  });

  it("calls nothing the largest where no value is", async () => {
    const { stdout } = await run("rca --by hs2 --period 2023".split(" "));
    expect(stdout).not.toContain("largest");
  });
});

describe("digits", () => {
  it("beyond those that count are zeros", async () => {
    const ask = "balance MX --period 2023 --real 2017 --digits 20 --vintage 2025-04".split(" ");
    const { stdout } = await run(ask);
    for (const [digits] of stdout.matchAll(/\d\.\d{20}/g)) expect(digits).toMatch(/0{9}$/);
    expect(stdout).toMatch(/\d\.\d{20}/);
  });
});
