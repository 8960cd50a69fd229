import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { comparators, verdicts } from "../../src/claims/file/words.ts";
import { verifyText } from "./own-claims.ts";

const guide = readFileSync("docs/claim-files.md", "utf8");

function yamlBlock(text: string): string {
  return /^```yaml\n(.*?)^```/ms.exec(text)![1]!;
}

describe("the guide to claim files", () => {
  test("shows a claim file whose verdicts are as it says", async () => {
    const { claims, summary } = await verifyText(yamlBlock(guide));
    expect(summary.violations).toBe(0);
    const verdictOf = Object.fromEntries(claims.map(({ id, verdict }) => [id, verdict]));
    expect(verdictOf).toEqual({
      "deficit-2024": "reproduced",
      "deficit-2020": "reproduced",
      "deficit-growth": "reproduced",
      "deficit-growth-real": "reproduced",
      "deficit-growth-exact": "reproduced",
      "ratio-2024": "mismatch",
      "value-added-deficit": "reproduced",
      jobs: "not-checkable",
    });
    const ratio = claims.find(({ id }) => id === "ratio-2024")!;
    expect(ratio.explanations[0]).toMatchObject({ parameters: { period: "2023" }, fits: true });
  });

  test("explains every comparator and every verdict", () => {
    for (const word of [...comparators, ...verdicts]) expect(guide).toContain(`\`${word}\``);
  });
});
