import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run, runJson } from "./run.ts";

/** Inputs of public bug reports, which are not part of the project. */
const folder = join(process.env.TRADE_METRICS_SHARED ?? "../shared", "cases");
const isThere = existsSync(folder);
if (!isThere) console.warn(`${folder} is not there: the public cases are skipped`);

const file = (path: string) => join(folder, path);

describe.skipIf(!isThere)("a public case", () => {
  it.each([
    ["02-comtrade-mot-customs/input.csv", "balance --partner MX --period 2023", -200],
    ["07-mixed-hs-revisions/input.csv", "balance --partner MX --period 2017", -2000],
    ["07-mixed-hs-revisions/hs-and-sitc.csv", "balance --partner MX --period 2023", -1000],
    ["12-country-names/input.csv", "balance --reporter CN --partner Congo --period 2022", -4.5e9],
    ["12-country-names/both.csv", "balance --reporter CN --partner CD --period 2022", -11.7e9],
    ["19-comext-euro/input.csv", "deficit-ratio --reporter DE --partner US --period 2023", 40.06],
    [
      "27-wits-overlapping-groups/input.csv",
      "concentration --by product --of exports --period 2014",
      0.1274,
    ],
    [
      "44-mirror-reporters/input.csv",
      "share --of exports --reporter IE --partner EG --whole EG --product hs:3004 --period 2023",
      100,
    ],
    [
      "49-comtrade-former-areas-share-iso/input.csv",
      "growth --partner BELGIUM-LUXEMBOURG --of exports --from 1998 --to 1999",
      -3.98,
    ],
  ])("has its right value: %s %s", async (name, words, value) => {
    const { rows } = await runJson([...words.split(" "), "--data", file(name)]);
    expect(rows.at(-1)!.reason).toBeNull();
    const digits = Number.isInteger(value) ? 0 : Math.abs(value) < 1 ? 4 : 2;
    expect(rows.at(-1)!.value).toBeCloseTo(value, digits);
  });

  const suppressed = "37-suppressed-counted-as-zero";
  it.each([
    [
      `${suppressed}/input.csv`,
      "balance --reporter IE --partner US --product hs:30 --period 2023",
      "suppressed",
    ],
    [
      `${suppressed}/input.csv`,
      "grubel-lloyd --reporter IE --partner US --by hs2 --period 2023",
      "suppressed",
    ],
    [
      `${suppressed}/input.csv`,
      "concentration --reporter IE --partner US --by hs2 --of exports --period 2023",
      "suppressed",
    ],
    [
      `${suppressed}/worldrca.csv`,
      "complementarity --reporter IE --partner US --by hs2 --period 2023",
      "suppressed",
    ],
    [
      "09-hs-revision-break/input.csv",
      "growth --partner CN --of imports --from 2021 --to 2022 --product hs:851712",
      "not-comparable",
    ],
    [
      "09-hs-revision-break/input.csv",
      "growth --partner CN --of imports --from 2021 --to 2022 --product hs:851712 --absent-as-zero",
      "not-comparable",
    ],
    [
      "19-comext-euro/input.csv",
      "share --reporter DE --partner US --of exports --period 2023",
      "no-data",
    ],
    [
      "49-comtrade-former-areas-share-iso/input.csv",
      "growth --partner BE --of exports --from 1998 --to 1999",
      "no-data",
    ],
    [
      "49-comtrade-former-areas-share-iso/input.csv",
      "balance --partner MC --period 1995",
      "no-data",
    ],
  ])("has no value, for the right reason: %s %s", async (name, words, reason) => {
    const { rows } = await runJson([...words.split(" "), "--missing", "c", "--data", file(name)]);
    expect(rows[0]).toMatchObject({ value: null, reason });
  });

  it("is refused where fiscal years read like months", async () => {
    const { status, stderr } = await run([
      ..."growth --reporter IN --partner WORLD --of exports --from 2010-11 --to 2011-12".split(" "),
      ...["--data", file("29-fiscal-years/input.csv")],
    ]);
    expect([status, stderr]).toEqual([2, expect.stringContaining("fiscal years")]);
  });
});
