import { expect, it } from "vitest";
import { nextStep } from "../../src/cli/next-step.ts";

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
  expect(nextStep(message, line.split(" "))).toBe(hint);
});

it("says nothing more where the message names the fix", () => {
  expect(nextStep("nowhere.csv: no such file (check the path)", ["balance"])).toBeNull();
});
