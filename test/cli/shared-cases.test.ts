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
    ["01-comtrade-old-layout/input.csv", "balance --partner MX --period 2019", -104_750e6],
    ["02-comtrade-mot-customs/input.csv", "balance --partner MX --period 2023", -200],
    ["03-comtradr-snake-case/input.csv", "balance --partner MX --period 2023", -155_800e6],
    [
      "04-comtrade-pandas-index-leading-zero/input.csv",
      "balance --partner MX --period 2023 --product hs:08",
      -250,
    ],
    [
      "04-comtrade-pandas-index-leading-zero/input.csv",
      "balance --partner MX --period 2023 --product hs:27",
      -200,
    ],
    [
      "04-comtrade-pandas-index-leading-zero/input.csv",
      "balance --partner MX --period 2023",
      -1000,
    ],
    ["07-mixed-hs-revisions/input.csv", "balance --partner MX --period 2016", -1000],
    ["07-mixed-hs-revisions/input.csv", "balance --partner MX --period 2017", -2000],
    ["07-mixed-hs-revisions/hs-and-sitc.csv", "balance --partner MX --period 2023", -1000],
    ["11-semicolon-decimal-comma/input.csv", "balance --partner MX --period 2023", -152_000e6],
    ["11-semicolon-decimal-comma/utf16.csv", "balance --partner MX --period 2023", -152_000e6],
    [
      "11-semicolon-decimal-comma/dot-thousands.csv",
      "balance --partner MX --period 2023",
      -152_060_700_000,
    ],
    ["11-semicolon-decimal-comma/sep-line.csv", "balance --partner MX --period 2023", -152_060e6],
    ["12-country-names/input.csv", "balance --reporter CN --partner Congo --period 2022", -4.5e9],
    ["12-country-names/both.csv", "balance --reporter CN --partner CD --period 2022", -11.7e9],
    ["19-comext-euro/input.csv", "deficit-ratio --reporter DE --partner US --period 2023", 40.06],
    [
      "14-census-state-port-parts/input.json",
      "growth --partner MX --of exports --from 2024-01 --to 2024-02 --where STATE=TX",
      100,
    ],
    [
      "21-wide-flows/input.csv",
      "deficit-ratio --partner MX --period 2023 --column period=Year --column partner=Country --column exports=Exports --column imports=Imports --constant reporter=US --constant unit=USD-billion",
      -47.26,
    ],
    [
      "27-wits-overlapping-groups/input.csv",
      "concentration --by product --of exports --period 2014",
      0.1274,
    ],
    ["30-months-vs-year/input.csv", "balance --partner MX --period 2023", -175_000e6],
    ["30-months-vs-year/header-case.csv", "balance --partner MX --period 2023", -50],
    ["30-months-vs-year/cp1252.csv", "balance --partner CI --period 2023", -50],
    [
      "44-mirror-reporters/input.csv",
      "balance --partner EG --period 2023 --product hs:3004",
      41_900_000,
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
    const own = words.split(" ").map((word) => word.replace("USD-", "USD "));
    const { rows } = await runJson([...own, "--data", file(name)]);
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

  const mexico = "balance --partner MX --period 2023";
  it.each([
    [
      "29-fiscal-years/input.csv",
      "growth --reporter IN --partner WORLD --of exports --from 2010-11 --to 2011-12",
      "fiscal years",
    ],
    ["02-comtrade-mot-customs/parts-only.csv", mexico, "parts of one figure"],
    ["11-semicolon-decimal-comma/dot-thousands-only.csv", mexico, "--decimal comma"],
    ["11-semicolon-decimal-comma/marks.csv", mexico, "use --marks r"],
    [
      "14-census-state-port-parts/input.json",
      "growth --partner MX --of exports --from 2024-01 --to 2024-02",
      "--add-up STATE",
    ],
    [
      "14-census-state-port-parts/ports.json",
      "share --partner MX --of imports --product hs:87 --period 2024-01",
      "--where PORT=2304",
    ],
    ["21-wide-flows/input.csv", mexico, "--column exports=Exports"],
    ["21-wide-flows/renamed.csv", mexico, "--column partner=partner_iso"],
    ["22-flow-words/input.csv", mexico, "--word 1=export"],
    ["24-national-offices/comexstat-exp.csv", mexico, "PAIS.csv"],
    ["24-national-offices/trademap.txt", mexico, "--constant product="],
    ["24-national-offices/imf-dots.csv", mexico, "--constant unit="],
    ["30-months-vs-year/dups.csv", mexico, "duplicate of"],
    ["30-months-vs-year/plainproduct.csv", mexico, "--constant system=hs"],
    ["40-skip-invalid-duplicates/input.csv", mexico, "contradicted by"],
  ])("is refused with a line that names the mend: %s", async (name, words, mend) => {
    const { status, stderr } = await run([...words.split(" "), "--data", file(name)]);
    expect([status, stderr]).toEqual([2, expect.stringContaining(mend)]);
  });

  it.each([
    ["07-mixed-hs-revisions/input.csv", "of 2 editions (HS 2012, HS 2017)"],
    ["09-hs-revision-break/input.csv", "of 2 editions (HS 2017, HS 2022)"],
    ["12-country-names/names.csv", "the same for every partner"],
    ["30-months-vs-year/input.csv", "2 years that are not the sum of their months"],
    ["37-suppressed-counted-as-zero/input.csv", "held back by the publisher"],
    ["24-national-offices/statcan.csv", "held back by the publisher"],
    ["24-national-offices/usatrade-online.csv", "c.i.f."],
  ])("is told by data check: %s", async (name, said) => {
    const { stdout } = await run(["data", "check", file(name), "--missing", "c"]);
    expect(stdout).toContain(said);
  });

  it("has two figures for one key, of which none is taken", async () => {
    const { rows } = await runJson([
      ...mexico.split(" "),
      ...["--skip-invalid", "--data", file("40-skip-invalid-duplicates/input.csv")],
    ]);
    expect(rows[0]).toMatchObject({ exports: null, reason: "no-data" });
  });

  it("has the members of a group that the file lists, and null for the others", async () => {
    const { rows } = await runJson([
      ..."share --partner EU27 --of exports --period 2019,2021 --total".split(" "),
      ...["--data", file("42-groups-over-time/input.csv")],
    ]);
    const germany = rows.filter(({ partner }) => partner === "DE");
    expect(germany.map(({ value }) => Number(value).toFixed(2))).toEqual(["44.44", "44.44"]);
    expect(rows.at(-1)).toMatchObject({ partner: "EU27", value: null, reason: "no-data" });
  });

  // The published row of 2019 has the United Kingdom: 337,273.2 million.
  it("has the exports to the 27 without the United Kingdom: +1.52 %", async () => {
    const { rows } = await runJson(
      "growth --partner EU --of exports --from 2019 --to 2021".split(" "),
    );
    expect(rows[0]!.value).toBeCloseTo(1.52, 2);
  });
});
