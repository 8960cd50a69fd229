import type { TextNumbers, VerifyReport } from "../../claims/report.ts";

/** What stands in the text without a claim, in a claim without the text, or otherwise in both. */
export interface TextFinding {
  readonly kind: "unclaimed" | "missing" | "contradicted";
  readonly violation: boolean;
  /** A sentence without a full stop. */
  readonly message: string;
  /** The line of the text; null for what is not in it, and where lines are those of a page. */
  readonly line: number | null;
  /** The claim that the text does not print; null where the finding is in the text. */
  readonly claim: string | null;
}

/** What a text and its claims do not have in common, in the order of the text. */
export function textFindings({ coverage }: VerifyReport): TextFinding[] {
  if (!coverage) return [];
  return [...contradicted(coverage), ...unclaimed(coverage), ...missing(coverage)];
}

function contradicted({ contradicted: claims, fails }: TextNumbers): TextFinding[] {
  return claims.map(({ claim, text, line, page, because }) => ({
    kind: "contradicted",
    violation: fails.missing,
    message: `another statement at ${pageText(page)}line ${line}: ${text} (${claim}): ${because}`,
    line: page === null ? line : null,
    claim: null,
  }));
}

function unclaimed({ unclaimed: numbers, fails }: TextNumbers): TextFinding[] {
  return numbers.map(({ text, line, page, inPlaceOf }) => {
    const instead = inPlaceOf === null ? "" : `, in place of the claim ${inPlaceOf}`;
    return {
      kind: "unclaimed",
      violation: fails.unclaimed,
      message: `unclaimed at ${pageText(page)}line ${line}: ${text}${instead}`,
      line: page === null ? line : null,
      claim: null,
    };
  });
}

function missing({ absentClaims, fails }: TextNumbers): TextFinding[] {
  return absentClaims.map((claim) => ({
    kind: "missing",
    violation: fails.missing,
    message: `not in the text: ${claim}`,
    line: null,
    claim,
  }));
}

function pageText(page: number | null): string {
  return page === null ? "" : `page ${page}, `;
}
