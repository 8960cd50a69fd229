import { existsSync } from "node:fs";
import { type InspectedClaimFile, inspectClaimFile, readClaimFile } from "../claims/file/read.ts";
import type { Claim, ClaimFile } from "../claims/file/schema.ts";
import { type TextPolicy, textPolicies, type Verdict, verdicts } from "../claims/file/words.ts";
import { makeRecipes, recipesOf } from "../claims/recipes.ts";
import type { VerifyReport } from "../claims/report.ts";
import { type ClaimSources, openClaimSources } from "../claims/sources.ts";
import { withText } from "../claims/text.ts";
import { defaultFailOn, verify } from "../claims/verify.ts";
import { InputError } from "../errors.ts";
import { countries } from "../sources/embedded/embedded.ts";
import { embeddedReports, readEmbeddedReport } from "../sources/embedded/reports.ts";
import type { FetchedVintage } from "../sources/fetched-vintages.ts";
import { readText } from "../sources/files/read-text.ts";
import { fetchedForClaims } from "./fetched-vintages.ts";
import { type FrozenOptions, refuseOthers } from "./frozen.ts";
import { openDocument } from "./open-document.ts";

/** What the command line says about a verification. */
export interface VerifyRequest extends FrozenOptions {
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
  return verifyClaims(readClaims(name), request);
}

/** Verifies the text of a claim file. */
export async function verifyClaims(
  { file, text }: { readonly file: string; readonly text: string },
  request: VerifyRequest,
): Promise<{ report: VerifyReport; file: string }> {
  const policy = policyOf(request);
  const inspected = inspectClaimFile(text, file);
  const { place, lineOf } = inspected;
  const fetched = await fetchedForClaims(request);
  const { claims, sources } = await opened(inspected, request, fetched);
  // A text that cannot be read is refused before anything is computed.
  const document = request.text === undefined ? null : await openDocument(request.text);
  const report = verify(claims, sources, {
    place,
    lineOf,
    only: request.only ?? null,
    group: request.group ?? null,
    failOn: policy.verdicts,
  });
  if (report.summary.checked === 0) {
    throw new InputError(
      `${file}: nothing was checked: no claim could be computed (a run that checks nothing is no pass)`,
    );
  }
  await refuseOthers(report.datasets, request);
  if (document === null) return { report, file };
  const held = withText(
    report,
    { claims, recipes: recipesOf(claims, sources, place, lineOf) },
    { document, file: request.text!, economies: countries() },
    policy.text,
  );
  return { report: held, file };
}

/**
 * Claims that can be understood, and the data that they name.
 * @throws InputError with everything that is wrong: with the file, its data and its recipes.
 */
async function opened(
  { file, problems, place, pathOf }: InspectedClaimFile,
  { data }: VerifyRequest,
  fetched: readonly FetchedVintage[],
): Promise<{ claims: ClaimFile; sources: ClaimSources }> {
  if (file === null) {
    problems.throwIfAny();
    throw new Error("a claim file is understood, or something is wrong with it");
  }
  const lost = new Set<Claim>();
  const sources = await openClaimSources(file, data, place, fetched, (path, message, hint) => {
    const [list, index, ...keys] = path as ["claims" | "charts", number, ...PropertyKey[]];
    if (list === "claims") lost.add(file.claims[index]!);
    problems.add([...pathOf(list, index), ...keys], message, hint);
  });
  if (problems.any) {
    const left = { ...file, claims: file.claims.filter((claim) => !lost.has(claim)) };
    const at = (claim: Claim) => pathOf("claims", file.claims.indexOf(claim));
    makeRecipes(left, sources, problems, at);
    problems.throwIfAny();
  }
  return { claims: file, sources };
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
      `${name}: no such file or embedded report`,
      `Embedded reports: ${embeddedReports().join(", ")}`,
    );
  }
  const source = readText(name);
  return { file: source.name, text: source.text };
}

/** The policy in its two parts: on verdicts, and on what the text has. */
function policyOf({ failOn, text }: VerifyRequest): { verdicts: Verdict[]; text: TextPolicy[] } {
  const words = failOn ?? defaultFailOn;
  const chosen = textPolicies.filter((policy) => words.includes(policy));
  if (chosen.length > 0 && text === undefined) {
    throw new InputError(`--fail-on: ${chosen[0]}: which text? (add --text FILE)`);
  }
  return { verdicts: verdicts.filter((verdict) => words.includes(verdict)), text: chosen };
}
