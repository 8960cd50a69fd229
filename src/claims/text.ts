import type { TextDocument } from "../documents/document.ts";
import type { Claim, ClaimFile } from "./file/schema.ts";
import type { TextPolicy } from "./file/words.ts";
import type { ClaimRecipes } from "./recipes.ts";
import type { TextNumbers, TextPlace, VerifiedClaim, VerifyReport } from "./report.ts";
import { isWord } from "./reported.ts";
import { claimedNumbers } from "./scan/claimed-numbers.ts";
import { type NamedEconomy, PartnerNames } from "./scan/partner-names.ts";
import { scanDocument } from "./scan/scan.ts";
import type { ScannedNumber } from "./scan/scanned-number.ts";
import { contradictionsIn, type PrintedClaim } from "./text-contradictions.ts";

/** Claims, and how those that are computed from data are. */
interface HeldClaims {
  readonly claims: ClaimFile;
  readonly recipes: ReadonlyMap<string, ClaimRecipes>;
}

/** The text of a report. */
interface HeldText {
  readonly document: TextDocument;
  /** As it was named, for formats that point into it. */
  readonly file: string;
  /** Those that it may name. */
  readonly economies: readonly NamedEconomy[];
}

/**
 * Holds a verified report against its text: each claim gets the place where the text prints it; what is
 * claimed on one side alone is listed, and of what a text says something else, as a violation where the
 * policy says so.
 */
export function withText(
  report: VerifyReport,
  { claims, recipes }: HeldClaims,
  { document, file, economies }: HeldText,
  failOn: readonly TextPolicy[],
): VerifyReport {
  const { numbers, covered, places } = claimedIn(claims, document, new PartnerNames(economies));
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
  const contradicted = contradictionsIn(
    document,
    numbers,
    printedClaims(claims, places, recipes),
    economies,
  );
  const reasons: Record<string, number> = {};
  for (const { reason } of covered.ignored) reasons[reason] = (reasons[reason] ?? 0) + 1;
  const fails = { unclaimed: failOn.includes("unclaimed"), missing: failOn.includes("missing") };
  const found: TextNumbers = {
    file,
    found: covered.found,
    claimed: covered.claimed.length,
    ignored: reasons,
    unclaimed,
    absentClaims: missing,
    contradicted,
    unusedIgnores: covered.unusedIgnores.map(({ text }) => text),
    fails,
  };
  const more =
    (fails.unclaimed ? unclaimed.length : 0) +
    (fails.missing ? missing.length + contradicted.length : 0);
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

function claimedIn({ claims, ignore }: ClaimFile, document: TextDocument, names: PartnerNames) {
  const numbers = scanDocument(document);
  const named = ({ context }: ScannedNumber) =>
    names.mentions(context.sentence).map(({ code }) => code);
  const covering = claims
    .filter(({ reported }) => !isWord(reported))
    .map((claim) => ({
      ...claim,
      partners: [claim.compute?.partner ?? []].flat().flatMap((partner) => partner.split(",")),
    }));
  const covered = claimedNumbers(numbers, covering, ignore, named);
  const places = new Map<string, ScannedNumber[]>();
  for (const { claim, number } of covered.claimed) {
    const own = places.get(claim);
    if (own) own.push(number);
    else places.set(claim, [number]);
  }
  return { numbers, covered, places };
}

/** The claims that the text prints, each at the place to which it belongs. */
function printedClaims(
  { claims }: ClaimFile,
  places: ReadonlyMap<string, readonly ScannedNumber[]>,
  recipes: ReadonlyMap<string, ClaimRecipes>,
): PrintedClaim[] {
  return claims.flatMap((claim) => {
    const number = ownPlace(claim.where, places.get(claim.id) ?? []);
    return number ? [{ claim, number, recipe: recipes.get(claim.id)?.main ?? null }] : [];
  });
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
function ownPlace(
  where: Claim["where"],
  numbers: readonly ScannedNumber[],
): ScannedNumber | undefined {
  return numbers.find(({ place }) => place.line === where.line) ?? numbers[0];
}

function textOf({ where }: VerifiedClaim, numbers: readonly ScannedNumber[]): TextPlace | null {
  const number = ownPlace(where, numbers);
  if (!number) return null;
  const { place, context } = number;
  const { line, column, page } = place;
  const { sentence, at, end } = context;
  return { line, column, page, sentence, at, end };
}
