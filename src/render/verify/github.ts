import type { VerifiedClaim, VerifyReport } from "../../claims/report.ts";
import { safeText } from "../safe-text.ts";
import type { VerifyRenderOptions } from "./format.ts";
import { type TextFinding, textFindings } from "./text-findings.ts";
import { explanationText, findingText, reportedText, summaryText } from "./words.ts";

/** GitHub shows no more annotations of one kind in a step. */
const SHOWN = 10;

const WRONG = ["mismatch", "inconsistent", "definition-dependent", "error"];

/**
 * Workflow commands of GitHub Actions: violations as errors, other wrong claims as warnings, those that
 * are pinned as notices; the worst first, at most ten of each. What is left out is counted in the last
 * notice. Each points at the line of the text, where one was given, and names that of the claim.
 */
export function verifyGithub(report: VerifyReport, options: VerifyRenderOptions): string {
  const wrong = report.claims.filter(
    ({ violation, verdict }) => violation || WRONG.includes(verdict),
  );
  const texts = textFindings(report);
  const of = (claims: readonly VerifiedClaim[], kind: Kind, findings: readonly TextFinding[]) => [
    ...claims.map((claim) => claimCommand(kind, claim, options)),
    ...findings.map((finding) => textCommand(kind, finding, options)),
  ];
  const isPinned = ({ violation, expected }: VerifiedClaim) => !violation && expected !== null;
  const errors = of(
    wrong.filter(({ violation }) => violation),
    "error",
    texts.filter(({ violation }) => violation),
  );
  const warnings = of(
    wrong.filter((claim) => !claim.violation && !isPinned(claim)),
    "warning",
    texts.filter(({ violation }) => !violation),
  );
  const notices = of(wrong.filter(isPinned), "notice", []);
  const shown = [errors.slice(0, SHOWN), warnings.slice(0, SHOWN), notices.slice(0, SHOWN - 1)];
  const left = errors.length + warnings.length + notices.length - shown.flat().length;
  const more = left > 0 ? ` (${left} more are in the full report)` : "";
  return [
    ...shown.flat(),
    `::notice title=${property(report.report.id)}::${message(summaryText(report) + more)}`,
    "",
  ].join("\n");
}

type Kind = "error" | "warning" | "notice";

function claimCommand(
  kind: Kind,
  claim: VerifiedClaim,
  { file, text }: VerifyRenderOptions,
): string {
  const [best] = claim.explanations;
  const explained = best ? `. ${explanationText(claim, best)}` : "";
  const inText = text !== null && claim.text?.page === null;
  const at = inText ? place(text, claim.text!.line) : place(file, claim.line);
  const claimed = inText ? `. Claim: ${file}${claim.line === null ? "" : `:${claim.line}`}` : "";
  const words = `${reportedText(claim)}: ${claim.says}. ${findingText(claim)}${explained}${claimed}`;
  return command(kind, at, `${claim.verdict}: ${claim.id}`, words);
}

function textCommand(
  kind: Kind,
  { kind: title, message: words, line, claim }: TextFinding,
  { file, text }: VerifyRenderOptions,
): string {
  return command(kind, claim === null ? place(text!, line) : place(file, null), title, words);
}

function place(file: string, line: number | null): string {
  return `file=${property(file)}${line === null ? "" : `,line=${line}`}`;
}

function command(kind: Kind, at: string, title: string, words: string): string {
  return `::${kind} ${at},title=${property(title)}::${message(words)}`;
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
