import type { VerifyReport } from "../../claims/report.ts";
import { escapeMarkdown } from "../markdown.ts";
import { oneLine } from "../safe-text.ts";
import { textFindings } from "./text-findings.ts";
import {
  basesText,
  explanationText,
  findingText,
  NO_CAUSE,
  pinText,
  reportedText,
  revisedText,
  shouldReadText,
  summaryText,
} from "./words.ts";

/** A table of claims, worst first, with the best explanation of each. */
export function verifyMarkdown(report: VerifyReport): string {
  const { title, publisher, date } = report.report;
  const rows = report.claims.map((claim) => {
    const [best] = claim.explanations;
    const finding = claim.verdict === "reproduced" ? "" : findingText(claim);
    const explained = best
      ? `${best.fits ? "explained by" : "others of its group by"} ${explanationText(claim, best)}`
      : claim.verdict === "mismatch"
        ? NO_CAUSE
        : "";
    const should = shouldReadText(claim);
    const notes = [
      finding,
      revisedText(claim),
      should === "" ? "" : `should read ${should}`,
      explained,
      pinText(claim),
    ]
      .filter((text) => text !== "")
      .join("; ");
    const cells = [
      claim.violation ? "**violation**" : "",
      claim.verdict,
      reportedText(claim),
      claim.says,
      notes,
    ];
    return `| ${cells.map((cell, index) => (index === 0 ? cell : escapeMarkdown(oneLine(cell)))).join(" | ")} |`;
  });
  return [
    `## ${escapeMarkdown(oneLine(`${title} (${publisher}, ${date})`))}`,
    "",
    `${summaryText(report)}. ${basesText(report)}.`,
    "",
    "| | verdict | printed | claim | found |",
    "| :--- | :--- | ---: | :--- | :--- |",
    ...rows,
    "",
    ...textLines(report),
  ].join("\n");
}

function textLines(report: VerifyReport): string[] {
  if (!report.coverage) return [];
  const { found, claimed, unclaimed } = report.coverage;
  const findings = textFindings(report).map(({ message, violation }) => {
    const text = escapeMarkdown(oneLine(message));
    return `- ${violation ? "**violation**: " : ""}${text}`;
  });
  const counts = `Text: ${found} numbers, ${claimed} claimed, ${unclaimed.length} unclaimed.`;
  return [counts, "", ...findings, ...(findings.length > 0 ? [""] : [])];
}
