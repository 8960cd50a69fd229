import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readClaimFile } from "../../../src/claims/file/read.ts";
import { claimFileSchema } from "../../../src/claims/file/schema.ts";
import { comparators, verdicts } from "../../../src/claims/file/words.ts";
import { guideExamples } from "../../../src/claims/guide/examples.ts";
import { claimsGuide } from "../../../src/claims/guide/guide.ts";
import { claimMetrics } from "../../../src/claims/metrics.ts";
import { claimedNumbers } from "../../../src/claims/scan/claimed-numbers.ts";
import { scanText } from "../../../src/claims/scan/scan.ts";
import { openClaimSources } from "../../../src/claims/sources.ts";
import { verify } from "../../../src/claims/verify.ts";

const guide = claimsGuide();
const example = guide.slice(guide.indexOf("report: { id: my-report"));

/** Every key of a schema, however deep. */
function keysOf(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const { properties = {}, ...others } = schema as { properties?: Record<string, unknown> };
  return [
    ...Object.keys(properties),
    ...Object.values({ ...properties, ...others }).flatMap(keysOf),
  ];
}

describe("claims guide", () => {
  it("is a page: no more than a hundred and twenty lines", () => {
    expect(guide.split("\n").length).toBeLessThanOrEqual(120);
  });

  it("names every key of a claim file but those of charts, and where their meanings are", () => {
    const words = guide.replace(/\s+/g, " ");
    const { charts: _, ...layout } = claimFileSchema.shape;
    const keys = Object.values(layout).flatMap((one) =>
      keysOf(z.toJSONSchema(one, { io: "input" })),
    );
    expect(keys.length).toBeGreaterThan(40);
    for (const key of keys) expect(words).toMatch(new RegExp(`[ {(]${key}[?:;,}) ]`));
    expect(words).toContain("trade-metrics schema claims");
  });

  it("names every metric", () => {
    for (const { id } of claimMetrics) expect(guide).toContain(id);
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
      "growth-china-2023 reproduced",
      "imports-china-2023 reproduced",
      "jobs not-checkable",
      "rank-mexico-2023 reproduced",
      "ratio-mexico-2023 reproduced",
      "share-mexico-2023 reproduced",
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
