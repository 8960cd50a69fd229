import type { VerifiedClaim, VerifyReport } from "../../claims/report.ts";
import { safeText } from "../safe-text.ts";
import type { VerifyRenderOptions } from "./format.ts";
import { explanationText, findingText, reportedText, summaryText } from "./words.ts";

/** GitHub shows no more annotations of one kind in a step. */
const SHOWN = 10;

/**
 * Workflow commands of GitHub Actions: violations as errors, other wrong claims as warnings, the
 * worst first, at most ten of each; what is left out is counted in a notice.
 */
export function verifyGithub(report: VerifyReport, { file }: VerifyRenderOptions): string {
  const errors = report.claims.filter(({ violation }) => violation);
  const warnings = report.claims.filter(
    ({ violation, verdict }) =>
      !violation && ["mismatch", "inconsistent", "definition-dependent", "error"].includes(verdict),
  );
  const left = Math.max(0, errors.length - SHOWN) + Math.max(0, warnings.length - SHOWN);
  const more = left > 0 ? ` (${left} more are in the full report)` : "";
  return [
    ...errors.slice(0, SHOWN).map((claim) => command("error", claim, file)),
    ...warnings.slice(0, SHOWN).map((claim) => command("warning", claim, file)),
    `::notice title=${property(report.report.id)}::${message(summaryText(report) + more)}`,
    "",
  ].join("\n");
}

function command(kind: "error" | "warning", claim: VerifiedClaim, file: string): string {
  const [best] = claim.explanations;
  const explained = best ? `. ${explanationText(claim, best)}` : "";
  const text = `${reportedText(claim)}: ${claim.says}. ${findingText(claim)}${explained}`;
  const line = claim.line === null ? "" : `,line=${claim.line}`;
  return `::${kind} file=${property(file)}${line},title=${property(`${claim.verdict}: ${claim.id}`)}::${message(text)}`;
}

/** In messages, percent signs and line ends are escaped; in properties also colons and commas. */
function message(text: string): string {
  return text
    .split(/\r\n|[\r\n]/)
    .map((line) => safeText(line).replaceAll("%", "%25"))
    .join("%0A");
}

function property(text: string): string {
  return message(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
