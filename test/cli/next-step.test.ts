import { expect, it } from "vitest";
import { nextStep } from "../../src/cli/next-step.ts";
import { run } from "./run.ts";

it.each([
  [
    "--keep: expected a whole number",
    "data prune --keep x",
    "See trade-metrics data prune --help.",
  ],
  ["--top: expected a number", "balance MX --top x", "See trade-metrics balance --help."],
  [
    "own.yaml:3: claims.0.id: is missing",
    "verify own.yaml",
    "How claims are written: trade-metrics claims guide",
  ],
  [
    "own.csv:3: value: is missing",
    "balance --data own.csv",
    "What the file holds: trade-metrics data check own.csv",
  ],
  ["own.csv:3: value: is missing", "data check own.csv", "See trade-metrics data check --help."],
])("%s, from `%s`, is followed by: %s", (message, line, hint) => {
  expect(nextStep({ message, hint: null }, line.split(" "))).toBe(hint);
});

it("says nothing more where the message names the fix", () => {
  expect(
    nextStep({ message: "nowhere.csv: no such file (check the path)", hint: null }, ["balance"]),
  ).toBeNull();
});

it.each([
  ["balance MX --period 2020-2024", "Each year of a series: --period 2020..2024"],
  ["balance MX --period last", "The latest complete year: --period latest"],
  ["balance MX --period jan-2025", "A month is written in digits: --period 2024-11"],
  ["balance PR", "The United States counts Puerto Rico as a part of itself: trade with it is none"],
  ["balance US", "The embedded data are the trade of the United States: name a partner, or WORLD"],
  ["balance MX --year 2024", "--year: no such option (use --period 2024)"],
  ["balance MX --year 2019", "--year: no such option (use --period 2019)"],
  ["balance MX --year --total", "--year: no such option (use --period 2024)"],
  ["balance --country china,japan", "--country: no such option (use --partner china,japan)"],
  ["balance MX --from 2020 --to 2024", "--from: no such option (use --period 2020..2024)"],
  ["balance --country MX", "--country: no such option (use --partner MX)"],
  ["balance MX --csv", "--csv: no such option (use --format csv)"],
  ["balance MX -o x.csv", "-o: no such option (use --output x.csv)"],
])("%s is answered with what is meant: %s", async (line, hint) => {
  const { status, stdout, stderr } = await run(line.split(" "));
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain(hint);
});
