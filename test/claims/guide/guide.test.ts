import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readClaimFile } from "../../../src/claims/file/read.ts";
import { claimFileSchema } from "../../../src/claims/file/schema.ts";
import { comparators, verdicts } from "../../../src/claims/file/words.ts";
import { guideExamples } from "../../../src/claims/guide/examples.ts";
import { claimsGuide } from "../../../src/claims/guide/guide.ts";
import { claimedNumbers } from "../../../src/claims/scan/claimed-numbers.ts";
import { scanText } from "../../../src/claims/scan/scan.ts";
import { openClaimSources } from "../../../src/claims/sources.ts";
import { verify } from "../../../src/claims/verify.ts";

const guide = claimsGuide();
const example = guide.slice(guide.indexOf("report:\n  id: my-report"));

/** Every key of a schema, however deep, with its description. */
function keysOf(schema: unknown): [string, string | undefined][] {
  if (typeof schema !== "object" || schema === null) return [];
  const { properties = {}, ...others } = schema as { properties?: Record<string, unknown> };
  const own = Object.entries(properties).map(([key, value]): [string, string | undefined] => [
    key,
    (value as { description?: string }).description,
  ]);
  return [...own, ...Object.values({ ...properties, ...others }).flatMap(keysOf)];
}

describe("claims guide", () => {
  it("names every key of a claim file, with what the schema says of it", () => {
    const words = guide.replace(/\s+/g, " ");
    const keys = keysOf(z.toJSONSchema(claimFileSchema, { io: "input" }));
    expect(keys.length).toBeGreaterThan(40);
    for (const [key, description] of keys) {
      if (key.startsWith("$")) continue;
      expect(words).toMatch(new RegExp(`[ {]${key}\\??:`));
      if (description) expect(words).toContain(description.replace(/\s+/g, " "));
    }
  });

  it("names every comparator and verdict", () => {
    for (const word of [...comparators, ...verdicts]) expect(guide).toContain(word);
  });

  it("has lines of at most 100 characters", () => {
    const longest = Math.max(...guide.split("\n").map((line) => line.length));
    expect(longest).toBeLessThanOrEqual(100);
  });

  // US Census Bureau, 2023: the deficit with Mexico 152.5 billion, imports from China 427.2 billion.
  it("has an example whose claims hold", async () => {
    const { file, place, lineOf } = readClaimFile(example, "guide");
    const sources = await openClaimSources(file, [], place);
    const report = verify(file, sources, { place, lineOf, only: null, group: null, failOn: [] });
    const outcomes = report.claims.map(({ id, verdict }) => `${id} ${verdict}`);
    expect(outcomes.sort()).toEqual([
      "deficit-mexico-2023 reproduced",
      "deficit-mexico-bound reproduced",
      "deficit-ratio-mexico-2023 reproduced",
      "imports-china-2023 reproduced",
      "jobs not-checkable",
      "sum-of-two reproduced",
    ]);
  });

  it("has an example that claims every number of its sentences", () => {
    const numbers = scanText(guideExamples.map(({ sentence }) => sentence).join("\n"));
    const { file } = readClaimFile(example, "guide");
    const { unclaimed, absentClaims } = claimedNumbers(numbers, file.claims);
    expect(unclaimed.map(({ raw }) => raw)).toEqual([]);
    expect(absentClaims).toEqual([]);
  });
});
