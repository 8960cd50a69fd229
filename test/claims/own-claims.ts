import { readClaimFile } from "../../src/claims/file/read.ts";
import type { VerifiedClaim, VerifyReport } from "../../src/claims/report.ts";
import { openClaimSources } from "../../src/claims/sources.ts";
import { defaultFailOn, type VerifyOptions, verify } from "../../src/claims/verify.ts";

/** The parts of a claim that matter to a test; the rest is filled in. */
export interface OwnClaim extends Record<string, unknown> {
  readonly reported?: string;
}

/** A claim file in JSON, which is YAML, of the vintage whose figures the tests hold. */
export function claimFile(claims: readonly OwnClaim[], facts: readonly object[] = []): string {
  return JSON.stringify(
    {
      report: {
        id: "own",
        title: "Own report",
        publisher: "Test",
        date: "2025",
        vintage: "2025-04",
      },
      facts,
      claims: claims.map((claim, index) => ({
        id: `claim-${index + 1}`,
        where: { section: "One" },
        says: "a number",
        reported: "1",
        unit: "x",
        ...claim,
      })),
    },
    null,
    1,
  );
}

/** What becomes of claims on the embedded data. */
export async function verifyClaims(
  claims: readonly OwnClaim[],
  options: Partial<VerifyOptions> = {},
  facts: readonly object[] = [],
): Promise<VerifyReport> {
  return verifyText(claimFile(claims, facts), options);
}

export async function verifyText(
  text: string,
  options: Partial<VerifyOptions> = {},
): Promise<VerifyReport> {
  const { file, place, lineOf } = readClaimFile(text, "own.yaml");
  const sources = await openClaimSources(file, [], place);
  const all = { only: null, group: null, failOn: defaultFailOn, place, lineOf, ...options };
  return verify(file, sources, all);
}

/** What becomes of the first of some claims. */
export async function firstOf(...claims: OwnClaim[]): Promise<VerifiedClaim> {
  const { claims: verified } = await verifyClaims(claims);
  return verified.find(({ id }) => id === "claim-1")!;
}

/** What a file of claims is refused with, its hint below it; empty where it is not refused. */
export async function refused(...claims: OwnClaim[]): Promise<string> {
  try {
    await verifyClaims(claims);
  } catch (error) {
    const { message, hint } = error as { message: string; hint: string | null };
    return hint ? `${message}\n${hint}` : message;
  }
  return "";
}
