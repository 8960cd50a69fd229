import { firstNames } from "../first-names.ts";
import type { TableReport } from "../inspection/table.ts";
import { formatNumber } from "./figures.ts";
import { hangingParagraph } from "./layout.ts";
import { safeText } from "./safe-text.ts";

const SHOWN = 5;

/** The story of an input-output table. */
export function tableReportText(report: TableReport, width: number): string {
  const { economies, parts, industries } = report;
  const amount = (value: number) => formatNumber(value, 0);
  const lines = [
    `File        ${report.file}`,
    `Layout      ${report.layoutTitle} (${report.layout})`,
    `Size        ${economies.length} economies, ${industries.length} industries`,
    `Economies   ${firstNames(economies, SHOWN * 2)}`,
    ...(parts.length > 0 ? [`Parts       ${firstNames(parts, SHOWN * 2)}`] : []),
    `Industries  ${firstNames(industries, SHOWN * 2)}`,
    `Demand      ${report.demandCategories.join(", ")}`,
    `Unit        ${report.unit ?? "not stated"}`,
    `Output      ${amount(report.output)}`,
    `Value added ${amount(report.valueAdded)}, final demand ${amount(report.finalDemand)}`,
    `SHA-256     ${report.sha256}`,
    "",
    ...(report.isBalanced
      ? ["It balances: rows and columns agree with output to 0.1 %."]
      : [
          `It does not balance: rows or columns that differ from output by more than 0.1 %: ${report.imbalances}.`,
          ...report.worst
            .slice(0, SHOWN)
            .map(
              ({ kind, label, sum, output, relative }) =>
                `  ${kind} ${label}: sums to ${formatNumber(sum, 1)}, output is ${formatNumber(output, 1)} (${Number.isFinite(relative) ? `${formatNumber(relative * 100, 2)} %` : "no output"})`,
            ),
        ]),
    ...count("industries have no output", report.zeroOutput),
    ...count("industries buy more than they make", report.negativeValueAdded),
    "",
  ];
  return lines.flatMap((line) => hangingParagraph(safeText(line), width)).join("\n");
}

function count(what: string, labels: readonly string[]): string[] {
  return labels.length === 0 ? [] : [`${labels.length} ${what}: ${firstNames(labels, SHOWN * 2)}`];
}
