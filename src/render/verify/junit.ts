import type { VerifiedClaim, VerifyReport } from "../../claims/report.ts";
import { safeText } from "../safe-text.ts";
import type { VerifyRenderOptions } from "./format.ts";
import { type TextFinding, textFindings } from "./text-findings.ts";
import { explanationText, findingText, reportedText } from "./words.ts";

/** JUnit XML: a violation is a failure, a claim that cannot be checked is skipped. */
export function verifyJunit(report: VerifyReport, options: VerifyRenderOptions): string {
  const { summary, claims } = report;
  const skipped = claims.filter(isSkipped).length;
  const texts = textFindings(report);
  const counts = `tests="${summary.claims + texts.length}" failures="${summary.violations}" errors="0" skipped="${skipped}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="${escapeXml(report.report.id)}" ${counts}>`,
    ...claims.map((claim) => testCase(report.report.id, claim, options)),
    ...texts.map((finding) => textCase(report.report.id, finding, options)),
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function isSkipped({ violation, verdict }: VerifiedClaim): boolean {
  return !violation && verdict === "not-checkable";
}

/** The line of the text, where it has one, else that of the claim. */
function placeOf(claim: VerifiedClaim, { file, text }: VerifyRenderOptions): string {
  const inText = text !== null && claim.text?.page === null;
  return place(inText ? text : file, inText ? claim.text!.line : claim.line);
}

function place(file: string, line: number | null): string {
  return ` file="${escapeXml(file)}"${line === null ? "" : ` line="${line}"`}`;
}

function textCase(
  suite: string,
  { kind, violation, message, line, claim }: TextFinding,
  { file, text }: VerifyRenderOptions,
): string {
  const at = claim === null ? place(text!, line) : place(file, null);
  const open = `    <testcase classname="${escapeXml(suite)}" name="${escapeXml(message)}"${at}`;
  if (!violation) return `${open}/>`;
  return `${open}>\n      <failure type="${kind}" message="${escapeXml(message)}"/>\n    </testcase>`;
}

function testCase(suite: string, claim: VerifiedClaim, options: VerifyRenderOptions): string {
  const name = `${claim.id}: ${claim.says} (${reportedText(claim)})`;
  const open = `    <testcase classname="${escapeXml(suite)}" name="${escapeXml(name)}"${placeOf(claim, options)}`;
  if (claim.violation) {
    const explained = claim.explanations.map((one) => explanationText(claim, one));
    const claimed = `claim: ${options.file}${claim.line === null ? "" : `:${claim.line}`}`;
    const text = [findingText(claim), ...explained, claimed].join("\n");
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
