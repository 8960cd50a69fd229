import type { TextNumbers, VerifiedClaim, VerifyReport } from "../../claims/report.ts";
import { hangingParagraph, wrapWords } from "../layout.ts";
import { oneLine, safeText } from "../safe-text.ts";
import type { VerifyRenderOptions } from "./format.ts";
import { textFindings } from "./text-findings.ts";
import {
  basesText,
  explanationText,
  findingText,
  NO_CAUSE,
  pinText,
  placeText,
  reportedText,
  revisedText,
  shouldReadText,
  summaryText,
} from "./words.ts";

const INDENT = "    ";
const VERDICT_WIDTH = 22;
/** What is in `search.bounds` of JSON, in short. */
const SEARCHED =
  "Searched: other years, months, partners, flows, bases, vintages, products, definitions and wholes, signs, scales and digits, alone and two at a time (--json has the whole list).";
const LEGEND = "= gives the printed number   ~ fits others of its group";

/** The claims, worst first: one line each, what was found below it, then what would explain it. */
export function verifyTable(report: VerifyReport, { paint, width }: VerifyRenderOptions): string {
  const { title, publisher, date } = report.report;
  const heading = wrapWords(oneLine(`${title} (${publisher}, ${date})`), width);
  const lines = [...heading.map((line) => paint.bold(line)), ""];
  for (const claim of report.claims) {
    const head = `${claim.verdict.padEnd(VERDICT_WIDTH)}  ${reportedText(claim)}`;
    const shown = `${claim.violation ? "✗" : mark(claim)} ${safeText(head)}`;
    for (const line of hangingParagraph(shown, width)) {
      lines.push(claim.violation ? paint.red(line) : line);
    }
    const details = [`${claim.id}: ${claim.says} [${placeText(claim)}]`];
    const pin = pinText(claim);
    const revised = revisedText(claim);
    if (claim.verdict !== "reproduced") details.push(findingText(claim));
    if (revised !== "") details.push(revised);
    if (pin !== "") details.push(`${pin}: ${claim.expected!.because}`);
    const should = shouldReadText(claim);
    if (should !== "") details.push(`should read ${should}`);
    if (claim.verdict === "mismatch" && claim.explanations.length === 0) details.push(NO_CAUSE);
    for (const explanation of claim.explanations) {
      details.push(`${explanation.fits ? "=" : "~"} ${explanationText(claim, explanation)}`);
    }
    for (const [index, detail] of details.entries()) {
      for (const line of hangingParagraph(oneLine(detail), width - INDENT.length)) {
        lines.push(INDENT + (index === 0 ? paint.dim(line) : line));
      }
    }
  }
  lines.push("", ...wrapWords(summaryText(report), width), ...wrapWords(basesText(report), width));
  if (report.claims.some(({ explanations }) => explanations.length > 0)) {
    lines.push(
      ...[SEARCHED, LEGEND]
        .flatMap((text) => hangingParagraph(text, width))
        .map((line) => paint.dim(line)),
    );
  }
  if (report.coverage) {
    const covered = numbersLines(report.coverage);
    lines.push("", ...covered.flatMap((line) => hangingParagraph(oneLine(line), width)));
    for (const { message, violation } of textFindings(report)) {
      const shown = hangingParagraph(oneLine(`${violation ? "✗" : "!"} ${message}`), width);
      lines.push(...shown.map((line) => (violation ? paint.red(line) : line)));
    }
  }
  return `${lines.join("\n")}\n`;
}

function numbersLines(numbers: TextNumbers): string[] {
  const { found, claimed, ignored, unclaimed, unusedIgnores } = numbers;
  const reasons = Object.entries(ignored).map(([reason, count]) => `${count} ${reason}`);
  return [
    `Text: ${found} numbers, ${claimed} claimed, ${unclaimed.length} unclaimed; ignored: ${reasons.join(", ") || "none"}`,
    ...unusedIgnores.map((text) => `ignored, but not in the text: ${text}`),
  ];
}

function mark({ verdict }: VerifiedClaim): string {
  if (verdict === "reproduced" || verdict === "reproduced-by-rounding") return "✓";
  return verdict === "not-checkable" ? "?" : "!";
}
