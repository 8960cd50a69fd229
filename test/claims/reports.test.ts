import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import {
  type Claim,
  type ClaimFile,
  claimFileSchema,
  type Formula,
} from "../../src/claims/file/schema.ts";
import { isWord } from "../../src/claims/reported.ts";
import { claimedNumbers } from "../../src/claims/scan/claimed-numbers.ts";
import { scanText } from "../../src/claims/scan/scan.ts";
import { parsePrinted } from "../../src/numbers/printed.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const texts = resolve(ROOT, process.env.TRADE_METRICS_SHARED ?? "../shared", "reports");

/** The claims of each report that no number of the text stands for alone: others imply them. */
const implied: Readonly<Record<string, readonly string[]>> = {
  "wilson-2025": ["value-added-of-four-origins"],
  "epi-2025": ["non-petroleum-canada-2020", "non-petroleum-mexico-2020"],
};

for (const report of ["wilson-2025", "epi-2025"]) {
  const parsed: unknown = parse(
    readFileSync(join(ROOT, "fixtures/reports", `${report}.yaml`), "utf8"),
  );
  const path = join(texts, `${report}.txt`);
  const absent = !existsSync(path);

  describe(`the claim file ${report}`, () => {
    test("has the layout of claim files and the id of its own name", () => {
      const { error, data } = claimFileSchema.safeParse(parsed);
      expect(error?.issues ?? []).toEqual([]);
      expect(data?.report.id).toBe(report);
    });

    test("gives each claim and fact an id of its own", () => {
      const { claims, facts } = fileOf(parsed);
      const ids = [...claims, ...facts].map(({ id }) => id);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    });

    test("names in formulas and relations only its claims, its facts, and printed numbers", () => {
      const { claims, facts } = fileOf(parsed);
      const ids = new Set([...claims, ...facts].map(({ id }) => id));
      const unknown = claims.flatMap((claim) =>
        argumentsOf(claim).filter((name) => !ids.has(name) && !isPrinted(name)),
      );
      expect(unknown).toEqual([]);
    });

    test("rests no claim on itself by way of others", () => {
      expect(circles(fileOf(parsed).claims)).toEqual([]);
    });

    test("uses each of its facts", () => {
      const { claims, facts } = fileOf(parsed);
      const used = new Set(claims.flatMap(argumentsOf));
      expect(facts.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
    });

    test("prints each number in a way that can be read, fractions aside", () => {
      const unreadable = fileOf(parsed).claims.filter(
        ({ reported }) => !isPrinted(reported) && !isWord(reported) && !/^\d\/\d$/.test(reported),
      );
      expect(unreadable.map(({ id }) => id)).toEqual([]);
    });
  });

  describe(`the text of ${report}${absent ? ` (skipped: ${path} is not there)` : ""}`, () => {
    test.skipIf(absent)("prints no number that is neither claimed nor ignored for a reason", () => {
      const { claims, ignore } = fileOf(parsed);
      const result = claimedNumbers(scanText(readFileSync(path, "utf8")), claims, ignore);
      const places = result.unclaimed.map(({ place, raw }) => `line ${place.line}: ${raw}`);
      expect(places).toEqual([]);
      expect(result.absentClaims).toEqual([]);
      expect(result.unusedIgnores).toEqual([]);
      expect(result.claimed.length + result.ignored.length).toBe(result.found);
    });

    test.skipIf(absent)("marks as implied the claims whose number it does not print", () => {
      const numbers = scanText(readFileSync(path, "utf8"));
      const claims = fileOf(parsed).claims.map(({ also: _, ...claim }) => claim);
      const { absentClaims } = claimedNumbers(numbers, claims);
      const worded = new Set(["usmca-duty", "labor-content-wage-real"]);
      expect(absentClaims.filter((id) => !worded.has(id))).toEqual(implied[report]);
      for (const id of implied[report]!) {
        expect(claims.find((claim) => claim.id === id)?.says).toMatch(/^Implied, not printed; /);
      }
    });

    test.skipIf(absent)("lends the claim file no run of eight words", () => {
      const runs = new Set(wordRuns(readFileSync(path, "utf8")));
      const own = ownSentences(fileOf(parsed));
      expect(own.filter((each) => wordRuns(each).some((run) => runs.has(run)))).toEqual([]);
    });
  });
}

function fileOf(parsed: unknown): ClaimFile {
  const file = claimFileSchema.parse(parsed);
  return { ...file, claims: file.claims.filter(({ unit }) => unit !== "direction") };
}

function isPrinted(text: string): boolean {
  try {
    parsePrinted(text);
    return true;
  } catch {
    return false;
  }
}

function argumentsOf({ formula, consistency }: Claim): string[] {
  const to = consistency?.to;
  return [
    ...(formula ? formulaArguments(formula) : []),
    ...(to === undefined ? [] : typeof to === "string" ? [to] : formulaArguments(to)),
  ];
}

function formulaArguments(formula: Formula): string[] {
  return Object.values(formula).flatMap((names) => names ?? []);
}

/** Claims from which a walk along formulas and relations comes back to the claim itself. */
function circles(claims: readonly Claim[]): string[] {
  const next = new Map(claims.map((claim) => [claim.id, argumentsOf(claim)]));
  return claims
    .map(({ id }) => id)
    .filter((start) => {
      const seen = new Set<string>();
      const open = [...(next.get(start) ?? [])];
      for (let id = open.pop(); id !== undefined; id = open.pop()) {
        if (id === start) return true;
        if (!seen.has(id)) open.push(...(next.get(id) ?? []));
        seen.add(id);
      }
      return false;
    });
}

/** What the file says in words of its own; titles and names of tables are those of their owners. */
function ownSentences({ report, facts, claims, ignore }: ClaimFile): string[] {
  return [
    ...(report.notes ?? []),
    ...facts.map(({ says }) => says),
    ...claims.flatMap(({ says, expect: pin, consistency }) => [
      says,
      ...(pin ? [pin.because] : []),
      ...(consistency ? [consistency.because] : []),
    ]),
    ...ignore.map(({ reason }) => reason),
  ];
}

function wordRuns(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.slice(7).map((_, index) => words.slice(index, index + 8).join(" "));
}
