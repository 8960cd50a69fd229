import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run, runJson } from "./run.ts";

const folder = join(process.env.TRADE_METRICS_SHARED ?? "../shared", "cases");
const isHere = existsSync(folder);
const told = isHere ? "" : " (skipped: the authentic files are not here)";
const found = (path: string) => join(folder, path);

/** Files that were found in use, the options that read them, and the balance that their text states. */
const balances: readonly (readonly [string, readonly string[], number])[] = [
  // 256,570,000,000 - 361,320,000,000
  ["01-comtrade-old-layout/input.csv", ["--period", "2019"], -104_750_000_000],
  ["02-comtrade-mot-customs/input.csv", ["--period", "2023"], -200],
  [
    "02-comtrade-mot-customs/parts-only.csv",
    ["--period", "2023", "--add-up", "motCode", "--add-up", "customsCode"],
    -200,
  ],
  ["03-comtradr-snake-case/input.csv", ["--period", "2023"], -155_800_000_000],
  ["04-comtrade-pandas-index-leading-zero/input.csv", ["--period", "2023"], -1000],
  [
    "04-comtrade-pandas-index-leading-zero/input.csv",
    ["--period", "2023", "--product", "hs:08"],
    -250,
  ],
  ["11-semicolon-decimal-comma/input.csv", ["--period", "2023"], -152_000_000_000],
  ["11-semicolon-decimal-comma/dot-thousands.csv", ["--period", "2023"], -152_060_700_000],
  [
    "11-semicolon-decimal-comma/dot-thousands-only.csv",
    ["--period", "2023", "--decimal", "comma"],
    -152_060_000_000,
  ],
  ["11-semicolon-decimal-comma/sep-line.csv", ["--period", "2023"], -152_060_000_000],
  [
    "22-flow-words/input.csv",
    ["--period", "2023", "--word", "1=import", "--word", "2=export"],
    -152_473_493_291,
  ],
];

describe.skipIf(!isHere)(`files that were found in use${told}`, () => {
  it.each(balances)("%s is read with %j", async (path, options, balance) => {
    const { rows } = await runJson([
      ...["balance", "--data", found(path), "--partner", "MX"],
      ...options,
    ]);
    expect(rows[0]!.value).toBe(balance);
  });

  it.each([
    ["11-semicolon-decimal-comma/dot-thousands-only.csv", "use --decimal comma or --decimal point"],
    ["21-wide-flows/renamed.csv", "is in no known format"],
    ["24-national-offices/comexstat-exp.csv", "its partners are numbers"],
    ["24-national-offices/trademap.txt", "use --constant product="],
    ["24-national-offices/imf-dots.csv", "use --constant unit="],
    ["29-fiscal-years/input.csv", "read like fiscal years"],
    ["29-fiscal-years/later.csv", "read like fiscal years"],
  ])("%s is refused with what helps: %s", async (path, message) => {
    const { status, stderr } = await run(["data", "check", found(path)]);
    expect(status).toBe(2);
    expect(stderr.split("\n")[0]).toContain(message);
  });
});
