import type { VerifyReport } from "../../claims/report.ts";
import { escapeMarkdown } from "../markdown.ts";
import { oneLine } from "../safe-text.ts";
import {
  explanationText,
  findingText,
  pinText,
  reportedText,
  revisedText,
  summaryText,
} from "./words.ts";

/** A table of claims, worst first, with the best explanation of each. */
export function verifyMarkdown(report: VerifyReport): string {
  const { title, publisher, date } = report.report;
  const rows = report.claims.map((claim) => {
    const [best] = claim.explanations;
    const finding = claim.verdict === "reproduced" ? "" : findingText(claim);
    const explained = best
      ? `${best.fits ? "explained by" : "nearest"} ${explanationText(claim, best)}`
      : "";
    const notes = [finding, revisedText(claim), explained, pinText(claim)]
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
    `${summaryText(report)}.`,
    "",
    "| | verdict | printed | claim | found |",
    "| :--- | :--- | ---: | :--- | :--- |",
    ...rows,
    "",
  ].join("\n");
}
