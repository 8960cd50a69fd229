import type { VerifiedClaim, VerifyReport } from "../../claims/report.ts";
import { safeText } from "../safe-text.ts";
import { explanationText, findingText, reportedText } from "./words.ts";

/** JUnit XML: a violation is a failure, a claim that cannot be checked is skipped. */
export function verifyJunit(report: VerifyReport): string {
  const { summary, claims } = report;
  const skipped = claims.filter(isSkipped).length;
  const counts = `tests="${summary.claims}" failures="${summary.violations}" errors="0" skipped="${skipped}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="${escapeXml(report.report.id)}" ${counts}>`,
    ...claims.map((claim) => testCase(report.report.id, claim)),
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function isSkipped({ violation, verdict }: VerifiedClaim): boolean {
  return !violation && verdict === "not-checkable";
}

function testCase(suite: string, claim: VerifiedClaim): string {
  const name = `${claim.id}: ${claim.says} (${reportedText(claim)})`;
  const open = `    <testcase classname="${escapeXml(suite)}" name="${escapeXml(name)}"`;
  if (claim.violation) {
    const explained = claim.explanations.map((one) => explanationText(claim, one));
    const text = [findingText(claim), ...explained].join("\n");
    return `${open}>\n      <failure type="${claim.verdict}" message="${escapeXml(findingText(claim))}">${escapeXml(text)}</failure>\n    </testcase>`;
  }
  if (isSkipped(claim)) {
    return `${open}>\n      <skipped message="${escapeXml(findingText(claim))}"/>\n    </testcase>`;
  }
  return `${open}/>`;
}

/** Characters that XML 1.0 cannot hold, besides those that no output holds. */
const NO_XML =
  /[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function escapeXml(text: string): string {
  return text
    .split("\n")
    .map(safeText)
    .join("\n")
    .replace(NO_XML, "?")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
