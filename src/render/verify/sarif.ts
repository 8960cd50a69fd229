import type { VerifiedClaim, VerifyReport } from "../../claims/report.ts";
import { escapeUnsafe } from "../safe-text.ts";
import type { VerifyRenderOptions } from "./format.ts";
import { explanationText, findingText, reportedText } from "./words.ts";

const rules: Readonly<Record<string, string>> = {
  mismatch: "The printed number is not what the data give",
  inconsistent: "Two numbers of the report cannot both hold",
  "definition-dependent": "The number holds under one definition and not under another",
  "not-checkable": "The data that would settle the number are not here",
  error: "The claim could not be computed",
  unexpected: "The pinned verdict no longer holds",
};

/** SARIF 2.1.0: one result for each claim that is not reproduced, or whose pin does not hold. */
export function verifySarif(report: VerifyReport, { file }: VerifyRenderOptions): string {
  const ids = Object.keys(rules);
  const document = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "trade-metrics verify",
            rules: ids.map((id) => ({ id, shortDescription: { text: rules[id] } })),
          },
        },
        results: report.claims.filter(isResult).map((claim) => {
          const ruleId = claim.expected && !claim.expected.met ? "unexpected" : claim.verdict;
          return {
            ruleId,
            ruleIndex: ids.indexOf(ruleId),
            level: claim.violation ? "error" : claim.expected?.met ? "note" : "warning",
            message: { text: messageOf(claim) },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: encodeURI(file) },
                  ...(claim.line !== null && { region: { startLine: claim.line } }),
                },
                logicalLocations: [{ name: claim.id, kind: "member" }],
              },
            ],
            partialFingerprints: { claim: `${report.report.id}/${claim.id}` },
          };
        }),
      },
    ],
  };
  return `${escapeUnsafe(JSON.stringify(document, null, 2))}\n`;
}

function isResult({ verdict, violation }: VerifiedClaim): boolean {
  return violation || !["reproduced", "reproduced-by-rounding"].includes(verdict);
}

function messageOf(claim: VerifiedClaim): string {
  const [best] = claim.explanations;
  const explained = best ? ` ${explanationText(claim, best)}.` : "";
  return `${reportedText(claim)}: ${claim.says}. ${findingText(claim)}.${explained}`;
}
