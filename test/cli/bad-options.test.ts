import { describe, expect, it } from "vitest";
import { run, words } from "./run.ts";

const SEVERAL = "(use 2023, 2024-11, 2024-01/2024-11 or 2019..2024)";
const ONE = "(use 2023, 2024-11 or 2024-01/2024-11)";

describe("an option that may stand once", () => {
  it.each([
    ["balance --partner MX --partner CA", "--partner: given twice, as MX and as CA"],
    ["concentration --of imports --of exports", "--of: given twice, as imports and as exports"],
    ["balance MX --format csv --format=json", "--format: given twice, as csv and as json"],
    ["content --example three-tier --steel 70 --steel 80", "--steel: given twice, as 70 and as 80"],
    ["verify wilson-2025 --only a --only b", "--only: given twice, as a and as b"],
    ["data check x.csv --as census --as bea", "--as: given twice, as census and as bea"],
  ])("is not given a second value in silence: %s", async (line, message) => {
    const { status, stdout, stderr } = await run(words(line));
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr.startsWith(`error: ${message}`), stderr).toBe(true);
  });
});

describe("an option that cannot be read", () => {
  it.each([
    ["balance --partner MX --period abc", `--period: "abc" is not a period ${SEVERAL}`],
    ["balance --partner MX --period 2024-13", '--period: "2024-13": month 13 does not exist'],
    ["balance --partner MX --period 1500", "--period: year 1500 is out of range"],
    ["balance --partner MX --period 2023..2020", '--period: "2023..2020" ends before it begins'],
    ["concentration --period abc", `--period: "abc" is not a period ${SEVERAL}`],
    ["value-added --partner MX --period abc", `--period: "abc" is not a period ${SEVERAL}`],
    ["growth --partner MX --from abc", `--from: "abc" is not a period ${ONE}`],
    ["growth --partner MX --to abc", `--to: "abc" is not a period ${ONE}`],
    ["growth --partner MX --index abc", `--index: "abc" is not a period ${ONE}`],
    ["contribution --from abc", `--from: "abc" is not a period ${ONE}`],
    ["contribution --to 2019..2024", `--to: "2019..2024" is not a period ${ONE}`],
    ["balance --partner Mexcio", '--partner: unknown partner "Mexcio"'],
    ["share --partner MX --whole Mexcio", '--whole: unknown partner "Mexcio"'],
    ["balance --partner MX --reporter Mexcio", '--reporter: unknown reporter "Mexcio"'],
    ["concentration --reporter Mexcio", '--reporter: unknown reporter "Mexcio"'],
    ["intraregional-share --region Mexcio", '--region: unknown partner "Mexcio"'],
    ["value-added origin --exporter Mexcio", '--exporter: unknown partner "Mexcio"'],
    ["content --example three-tier --region Mexcio", '--region: unknown partner "Mexcio"'],
    ["content --example three-tier --date 2024-7-1", '--date: "2024-7-1" is not a day'],
    ["balance --partner MX --product abc", '--product: "abc" is not a product'],
    ["balance --partner MX --exclude-product abc", '--exclude-product: "abc" is not a product'],
    ["non-petroleum --partner MX --petroleum abc", '--petroleum: "abc" is not a product'],
    ["growth --partner MX --deflate abc", '--deflate: expected a number, got "abc"'],
    [
      "balance --partner MX --exports abc",
      '--exports: expected total or domestic, or a number, got "abc"',
    ],
    ["balance --partner MX --sort abc", '--sort: there is no column "abc"'],
    ["balance --partner MX --fields abc", '--fields: there is no field "abc"'],
    [
      "balance --partner MX --where STATE=TX",
      "--where STATE=TX: embedded data have no columns but those that options name",
    ],
    ["balance --data value-added-2011", "--data: value-added-2011 holds an input-output table"],
  ])("is named as it was typed: %s", async (line, message) => {
    const { status, stdout, stderr } = await run(words(line));
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr.startsWith(`error: ${message}`), stderr).toBe(true);
  });
});
