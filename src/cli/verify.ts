import { existsSync } from "node:fs";
import { type InspectedClaimFile, inspectClaimFile, readClaimFile } from "../claims/file/read.ts";
import type { ClaimFile } from "../claims/file/schema.ts";
import type { Verdict } from "../claims/file/words.ts";
import { makeRecipes } from "../claims/recipes.ts";
import type { VerifyReport } from "../claims/report.ts";
import { coverage } from "../claims/scan/coverage.ts";
import { PartnerNames } from "../claims/scan/partner-names.ts";
import { scanDocument } from "../claims/scan/scan.ts";
import type { ScannedNumber } from "../claims/scan/scanned-number.ts";
import { openClaimSources } from "../claims/sources.ts";
import { defaultFailOn, verify } from "../claims/verify.ts";
import { InputError } from "../errors.ts";
import { countries } from "../sources/embedded/embedded.ts";
import { embeddedReports, readEmbeddedReport } from "../sources/embedded/reports.ts";
import { readText } from "../sources/files/read-text.ts";
import { openDocument } from "./open-document.ts";

/** What the command line says about a verification. */
export interface VerifyRequest {
  readonly data: readonly string[];
  readonly only?: readonly string[];
  readonly group?: string;
  readonly failOn?: readonly string[];
  readonly text?: string;
}

/** Reads a claim file and verifies it. */
export async function runVerify(
  name: string,
  request: VerifyRequest,
): Promise<{ report: VerifyReport; file: string }> {
  const { file, text } = readClaims(name);
  const inspected = inspectClaimFile(text, file);
  const { place, lineOf } = inspected;
  if (inspected.problems.any) await refuse(inspected, request);
  const claims = inspected.file!;
  const sources = await openClaimSources(claims, request.data, place);
  const report = verify(claims, sources, {
    place,
    lineOf,
    only: request.only ?? null,
    group: request.group ?? null,
    failOn: failOn(request.failOn),
  });
  if (report.summary.checked === 0) {
    throw new InputError(
      `${file}: nothing was checked: no claim could be computed (a run that checks nothing is no pass)`,
    );
  }
  if (request.text === undefined) return { report, file };
  return { report: { ...report, coverage: await coverageOf(claims, request.text) }, file };
}

/** Ends with everything that is wrong with a claim file, its recipes included. */
async function refuse(
  { file, problems, place }: InspectedClaimFile,
  { data }: VerifyRequest,
): Promise<void> {
  if (file) {
    try {
      makeRecipes(file, await openClaimSources(file, data, place), problems);
    } catch (error) {
      // Data that cannot be opened are named once the file itself can be read.
      if (!(error instanceof InputError)) throw error;
    }
  }
  problems.throwIfAny();
}

/** The embedded reports, one a line; with a hint for who named none. */
export function listReports(unnamed: boolean): string {
  const lines = embeddedReports().map((id) => {
    const { report, claims } = readClaimFile(readEmbeddedReport(id), id).file;
    return `${id.padEnd(14)}  ${report.title} (${report.publisher}, ${report.date}): ${claims.length} claims\n`;
  });
  const hint = unnamed ? "Name one of these, or a claim file: trade-metrics verify FILE\n\n" : "";
  return hint + lines.join("");
}

/**
 * The text of a claim file, or of an embedded report.
 * @throws InputError where there is none of that name.
 */
export function readClaims(name: string): { file: string; text: string } {
  if (embeddedReports().includes(name)) {
    return { file: `fixtures/reports/${name}.yaml`, text: readEmbeddedReport(name) };
  }
  if (name !== "-" && !existsSync(name)) {
    throw new InputError(
      `${name}: there is no such file, and no embedded report of that id`,
      `Embedded reports: ${embeddedReports().join(", ")}`,
    );
  }
  const source = readText(name);
  return { file: source.name, text: source.text };
}

function failOn(words: readonly string[] | undefined): readonly Verdict[] {
  if (words === undefined) return defaultFailOn;
  return words.filter((word) => word !== "none") as Verdict[];
}

async function coverageOf(claims: ClaimFile, path: string): Promise<VerifyReport["coverage"]> {
  const numbers = scanDocument(await openDocument(path));
  const names = new PartnerNames(countries());
  const named = ({ context }: ScannedNumber) =>
    names.mentions(context.sentence).map(({ code }) => code);
  const covering = claims.claims.map((claim) => ({
    ...claim,
    partners: [claim.compute?.partner ?? []].flat().flatMap((partner) => partner.split(",")),
  }));
  const covered = coverage(numbers, covering, claims.ignore, named);
  const reasons: Record<string, number> = {};
  for (const { reason } of covered.ignored) reasons[reason] = (reasons[reason] ?? 0) + 1;
  return {
    found: covered.found,
    claimed: covered.claimed.length,
    ignored: reasons,
    unclaimed: covered.unclaimed.map(({ raw, place }) => ({ text: raw, line: place.line })),
    absentClaims: covered.absentClaims,
    unusedIgnores: covered.unusedIgnores.map(({ text: ignored }) => ignored),
  };
}
