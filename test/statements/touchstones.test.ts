import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readClaimFile } from "../../src/claims/file/read.ts";
import { checkDocument } from "../../src/claims/reading/check-document.ts";
import { isWord } from "../../src/claims/reported.ts";
import { claimedNumbers } from "../../src/claims/scan/claimed-numbers.ts";
import { scanDocument } from "../../src/claims/scan/scan.ts";
import { readDocument } from "../../src/documents/read.ts";
import { countries } from "../../src/sources/embedded/embedded.ts";
import { readEmbeddedReport } from "../../src/sources/embedded/reports.ts";
import { verifiedReport } from "../render/verify/html/verified.ts";

const folder = join(process.env.TRADE_METRICS_SHARED ?? "none", "reports");

/** Of each number that a claim by hand covers: its verdict, and what reading the text alone makes of it. */
async function bothWays(id: string): Promise<readonly (readonly [string, string, string])[]> {
  const { file } = readClaimFile(readEmbeddedReport(id), id);
  const report = await verifiedReport(id);
  const verdicts = new Map(report.claims.map((claim) => [claim.id, claim.verdict]));
  const document = await readDocument(readFileSync(join(folder, `${id}.txt`)), id);
  const covering = file.claims.filter(({ reported }) => !isWord(reported));
  const { claimed } = claimedNumbers(scanDocument(document), covering, file.ignore);
  const { numbers } = await checkDocument(document, countries());
  return claimed.flatMap(({ number, claim }) => {
    const own = numbers.find(({ read }) => read.number.place.offset === number.place.offset);
    return [[number.raw, verdicts.get(claim)!, own?.outcome ?? "not-read"] as const];
  });
}

describe.skipIf(!existsSync(folder))(
  "the two reports read from scratch, beside their claims by hand",
  () => {
    it.each([
      ["wilson-2025", 300_000],
      ["epi-2025", 300_000],
    ])(
      "%s: no number that the claims reproduce is called wrong, and none that they find wrong agrees",
      async (id) => {
        const all = await bothWays(id);
        if (process.env.DETAILS) {
          const counts = new Map<string, number>();
          for (const [, verdict, outcome] of all) {
            const key = `${verdict} | ${outcome}`;
            counts.set(key, (counts.get(key) ?? 0) + 1);
          }
          console.log(id, [...counts].sort());
        }
        const calledWrong = all.filter(
          ([, verdict, outcome]) => /^reproduced/.test(verdict) && outcome === "disagrees",
        );
        const agree = all.filter(
          ([, verdict, outcome]) => verdict === "mismatch" && outcome === "agrees",
        );
        expect(calledWrong).toEqual([]);
        expect(agree).toEqual([]);
      },
      300_000,
    );
  },
);
