import type { TextDocument } from "../documents/document.ts";
import type { Claim, ClaimFile } from "./file/schema.ts";
import type { TextCoverage, TextPlace, VerifiedClaim, VerifyReport } from "./report.ts";
import { isWord } from "./reported.ts";
import { coverage } from "./scan/coverage.ts";
import type { PartnerNames } from "./scan/partner-names.ts";
import { scanDocument } from "./scan/scan.ts";
import type { ScannedNumber } from "./scan/scanned-number.ts";
import type { TextPolicy } from "./text-policies.ts";

/**
 * Holds a verified report against its text: each claim gets the place where the text prints it, and
 * what is claimed on one side alone is listed, as a violation where the policy says so.
 * @param file the name of the text, for formats that point into it.
 */
export function withText(
  report: VerifyReport,
  claims: ClaimFile,
  document: TextDocument,
  file: string,
  names: PartnerNames,
  failOn: readonly TextPolicy[],
): VerifyReport {
  const { covered, places } = coverageOf(claims, document, names);
  const missing = covered.absentClaims;
  const lost = new Set(missing);
  const byLine = claimsByLine(claims);
  const lines = new Map(
    [...places].map(([id, numbers]) => [id, new Set(numbers.map(({ place }) => place.line))]),
  );
  const unclaimed = covered.unclaimed.map((number) => ({
    text: number.raw,
    line: number.place.line,
    page: number.place.page,
    inPlaceOf: replaced(number, byLine, (id, line) => lost.has(id) || !lines.get(id)?.has(line)),
  }));
  const reasons: Record<string, number> = {};
  for (const { reason } of covered.ignored) reasons[reason] = (reasons[reason] ?? 0) + 1;
  const fails = { unclaimed: failOn.includes("unclaimed"), missing: failOn.includes("missing") };
  const found: TextCoverage = {
    file,
    found: covered.found,
    claimed: covered.claimed.length,
    ignored: reasons,
    unclaimed,
    absentClaims: missing,
    unusedIgnores: covered.unusedIgnores.map(({ text }) => text),
    fails,
  };
  const more = (fails.unclaimed ? unclaimed.length : 0) + (fails.missing ? missing.length : 0);
  return {
    ...report,
    policy: { failOn: [...report.policy.failOn, ...failOn] },
    claims: report.claims.map(
      (claim): VerifiedClaim => ({ ...claim, text: textOf(claim, places.get(claim.id) ?? []) }),
    ),
    summary: { ...report.summary, violations: report.summary.violations + more },
    coverage: found,
  };
}

function coverageOf({ claims, ignore }: ClaimFile, document: TextDocument, names: PartnerNames) {
  const numbers = scanDocument(document);
  const named = ({ context }: ScannedNumber) =>
    names.mentions(context.sentence).map(({ code }) => code);
  const covering = claims
    .filter(({ reported }) => !isWord(reported))
    .map((claim) => ({
      ...claim,
      partners: [claim.compute?.partner ?? []].flat().flatMap((partner) => partner.split(",")),
    }));
  const covered = coverage(numbers, covering, ignore, named);
  const places = new Map<string, ScannedNumber[]>();
  for (const { claim, number } of covered.claimed) {
    const own = places.get(claim);
    if (own) own.push(number);
    else places.set(claim, [number]);
  }
  return { covered, places };
}

/** The claims that are said to stand on each line. */
function claimsByLine({ claims }: ClaimFile): Map<number, Claim[]> {
  const byLine = new Map<number, Claim[]>();
  for (const claim of claims) {
    for (const line of new Set([claim.where.line ?? [], claim.lines ?? []].flat())) {
      byLine.set(line, [...(byLine.get(line) ?? []), claim]);
    }
  }
  return byLine;
}

/** The claim whose line prints this number and not its own: the one was put in place of the other. */
function replaced(
  { place, unit, scale }: ScannedNumber,
  byLine: ReadonlyMap<number, readonly Claim[]>,
  isGone: (id: string, line: number) => boolean,
): string | null {
  const at = (byLine.get(place.line) ?? []).filter(({ id }) => isGone(id, place.line));
  const alike = at.filter((claim) => claim.unit === unit && (claim.scale ?? null) === scale);
  return (alike[0] ?? null)?.id ?? null;
}

/** The mention on the line from which the claim was taken, else the first. */
function textOf({ where }: VerifiedClaim, numbers: readonly ScannedNumber[]): TextPlace | null {
  const number = numbers.find(({ place }) => place.line === where.line) ?? numbers[0];
  if (!number) return null;
  const { place, context } = number;
  const { line, column, page } = place;
  const { sentence, at, end } = context;
  return { line, column, page, sentence, at, end };
}
