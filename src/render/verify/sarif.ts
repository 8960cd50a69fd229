import type { VerifiedClaim, VerifyReport } from "../../claims/report.ts";
import { escapeUnsafe } from "../safe-text.ts";
import type { VerifyRenderOptions } from "./format.ts";
import { type TextFinding, textFindings } from "./text-findings.ts";
import { explanationText, findingText, reportedText } from "./words.ts";

/** Where there is more on the tool: its package, as a package URL. */
const INFORMATION = "pkg:npm/trade-metrics";

const rules: Readonly<Record<string, string>> = {
  mismatch: "The printed number is not what the data give",
  inconsistent: "Two numbers of the report cannot both hold",
  "definition-dependent": "The number holds under one definition and not under another",
  "not-checkable": "The data that would settle the number are not here",
  error: "The claim could not be computed",
  unexpected: "The pinned verdict no longer holds",
  unclaimed: "The text prints a number that no claim holds",
  contradicted: "The text says something else of the number than its claim does",
  missing: "The text does not print a number that is claimed",
};

/** SARIF 2.1.0: one result for each claim that is not reproduced, or whose pin does not hold. */
export function verifySarif(report: VerifyReport, options: VerifyRenderOptions): string {
  const ids = Object.keys(rules);
  const document = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "trade-metrics verify",
            version: options.version,
            informationUri: INFORMATION,
            rules: ids.map((id) => ({ id, shortDescription: { text: rules[id] } })),
          },
        },
        results: [
          ...report.claims
            .filter(isResult)
            .map((claim) => claimResult(claim, report, ids, options)),
          ...textFindings(report).map((finding) => textResult(finding, report, ids, options)),
        ],
      },
    ],
  };
  return `${escapeUnsafe(JSON.stringify(document, null, 2))}\n`;
}

/** At the line of the text, where it has one, with the claim beside it; else at the claim. */
function claimResult(
  claim: VerifiedClaim,
  report: VerifyReport,
  ids: readonly string[],
  { file, text }: VerifyRenderOptions,
) {
  const ruleId = claim.expected && !claim.expected.met ? "unexpected" : claim.verdict;
  const logicalLocations = [{ name: claim.id, kind: "member" }];
  const claimed = { physicalLocation: physical(file, claim.line), logicalLocations };
  const inText = text !== null && claim.text?.page === null;
  const { line, column } = claim.text ?? { line: null, column: undefined };
  const printed = { physicalLocation: physical(text ?? "", line, column), logicalLocations };
  return {
    ruleId,
    ruleIndex: ids.indexOf(ruleId),
    level: claim.violation ? "error" : claim.expected?.met ? "note" : "warning",
    message: { text: messageOf(claim) },
    locations: [inText ? printed : claimed],
    ...(inText && { relatedLocations: [{ id: 0, message: { text: "the claim" }, ...claimed }] }),
    partialFingerprints: { claim: `${report.report.id}/${claim.id}` },
  };
}

function textResult(
  { kind, violation, message, line, claim }: TextFinding,
  report: VerifyReport,
  ids: readonly string[],
  { file, text }: VerifyRenderOptions,
) {
  return {
    ruleId: kind,
    ruleIndex: ids.indexOf(kind),
    level: violation ? "error" : "warning",
    message: { text: message },
    locations: [
      { physicalLocation: claim === null ? physical(text!, line) : physical(file, null) },
    ],
    partialFingerprints: { claim: `${report.report.id}/${kind}/${claim ?? message}` },
  };
}

function physical(file: string, line: number | null, column?: number) {
  const region = line !== null && {
    region: { startLine: line, ...(column !== undefined && { startColumn: column }) },
  };
  return { artifactLocation: { uri: encodeURI(file) }, ...region };
}

function isResult({ verdict, violation }: VerifiedClaim): boolean {
  return violation || !["reproduced", "reproduced-by-rounding"].includes(verdict);
}

function messageOf(claim: VerifiedClaim): string {
  const [best] = claim.explanations;
  const explained = best ? ` ${explanationText(claim, best)}.` : "";
  return `${reportedText(claim)}: ${claim.says}. ${findingText(claim)}.${explained}`;
}
