import { describe, expect, it } from "vitest";
import { run, runJson } from "../cli/run.ts";
import { fileWith } from "../sources/files-for-tests.ts";

// EBOPS 2002 (UN Comtrade, reference tables): 205 transport is 206 by sea, 210 by air and 214 other;
// 236 is travel, 200 all services.
const services = (...rows: string[]) =>
  fileWith(
    `period,partner,flow,sector,product,value\n${rows.map((row) => `2020,DE,export,services,${row}`).join("\n")}\n`,
  );
const PARTS = ["ebops:205,100", "ebops:206,40", "ebops:210,50", "ebops:214,10", "ebops:236,60"];

const share = (file: string) =>
  runJson([
    ...["share", "--of", "exports", "--partner", "DE", "--period", "2020"],
    ...["--product", "ebops:205", "--whole", "all-products", "--data", file],
  ]);

describe("codes that hold others without beginning alike", () => {
  it("are added once where there is no total: 100 of 100 + 60", async () => {
    const { rows } = await share(services(...PARTS));
    expect(rows[0]).toMatchObject({ part: 100, whole: 160, value: 62.5 });
  });

  it("give way to the total, which EBOPS calls 200", async () => {
    const file = services(...PARTS, "ebops:200,170");
    expect((await share(file)).rows[0]).toMatchObject({ part: 100, whole: 170 });
    const { rows } = await runJson([
      ...["concentration", "--of", "exports", "--by", "product", "--partner", "DE"],
      ...["--period", "2020", "--data", file],
    ]);
    // (100 / 160)^2 + (60 / 160)^2
    expect(rows[0]!.value).toBeCloseTo(0.53125, 9);
  });

  // WITS shows each product in a sector and again in a stage of processing.
  it("have no sum where they are of two cuts of the same trade", async () => {
    const file = fileWith(
      "period,partner,flow,product,value\n2020,DE,export,wits:fuels,10\n2020,DE,export,wits:wood,5\n2020,DE,export,wits:rawmaterials,12\n",
    );
    const asked = ["share", "--of", "exports", "--partner", "DE", "--product", "wits:fuels"];
    const { status, stderr } = await run([
      ...asked,
      ...["--whole", "all-products", "--period", "2020", "--data", file],
    ]);
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/wits:rawmaterials count the same goods \(name one with --product\)/),
    ]);
  });
});
