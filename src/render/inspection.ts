import { firstNames } from "../first-names.ts";
import type { FileReport } from "../inspection/check.ts";
import type { DatasetReport } from "../inspection/datasets.ts";
import { shortened } from "../shortened.ts";
import type { CatalogEntry } from "../sources/embedded/embedded.ts";
import { formatNumber } from "./figures.ts";
import { safeText } from "./safe-text.ts";

const SHOWN = 10;

/** The embedded datasets, one a line. */
export function catalogText(catalog: readonly CatalogEntry[]): string {
  const width = Math.max(...catalog.map(({ id }) => id.length));
  return catalog
    .map(({ id, title, coverage, vintage }) => {
      const span = spanText(coverage);
      return `${id.padEnd(width)}  ${title}\n${" ".repeat(width)}  ${span}${vintage ? `, vintage ${vintage}` : ""}\n`;
    })
    .join("");
}

function spanText({ first, last }: DatasetReport["coverage"]): string {
  return first === last ? first : `${first} to ${last}`;
}

/** What an embedded dataset is. */
export function datasetText(report: DatasetReport): string {
  const { coverage, partners } = report;
  const count = (kind: string) => partners.filter((partner) => partner.kind === kind).length;
  const aggregates = partners.filter(({ kind }) => kind === "aggregate");
  const lines = [
    `${report.title} (${report.id})`,
    report.description,
    "",
    `Publisher   ${report.publisher}`,
    `Source      ${report.sourceUrl ?? "not stated"}`,
    `Licence     ${report.licence ?? "not stated"}`,
    `Vintage     ${report.vintage ?? "by table, see below"}`,
    `Coverage    ${spanText(coverage)}, by ${coverage.step}`,
    `Unit        ${report.unit}`,
    `Basis       ${report.basis ?? "-"}`,
    ...(report.kind === "trade"
      ? [`Products    ${["total", ...report.productSystems].join(", ")}`]
      : []),
    ...(report.partners.length === 0
      ? []
      : [
          (report.kind === "trade" ? "Partners" : "Economies").padEnd(12) +
            `${count("country")} countries, ${count("aggregate")} aggregates, ${count("residual")} residuals`,
        ]),
    `SHA-256     ${report.sha256}`,
    "",
    "Tables",
    ...report.tables.flatMap(({ name, title, vintage, rows, sha256 }) => [
      `  ${name}: ${title}`,
      `    ${formatNumber(rows, 0)} rows${vintage ? `, vintage ${vintage}` : ""}, sha256 ${sha256?.slice(0, 16)}`,
    ]),
    "",
    ...(aggregates.length > 0 ? ["Aggregates (never added to countries)"] : []),
    ...aggregates.map(({ code, name }) => `  ${code}  ${name}`),
    ...(aggregates.length > 0 ? [""] : []),
    "Notes",
    ...report.notes.map((note) => `  - ${note}`),
    "",
  ];
  return lines.map((line) => safeText(shortened(line))).join("\n");
}

/** The story of a file. */
export function fileReportText(report: FileReport): string {
  const { rows, coverage } = report;
  const rejected = Object.entries(rows.rejected).map(([reason, count]) => `${count} ${reason}`);
  const lines = [
    `Files       ${report.files.join(", ")}`,
    ...report.tables.map(
      ({ name, format, layout }, index) =>
        `${index === 0 ? "Format" : ""}`.padEnd(12) +
        `${format}: ${layout}${report.tables.length > 1 ? ` (${name})` : ""}`,
    ),
    `Rows        ${formatNumber(rows.read, 0)} read, ${formatNumber(rows.used, 0)} used, ${rejected.join(", ") || "0 rejected"}`,
    `Coverage    ${coverage.first || "nothing"} to ${coverage.last || "nothing"}`,
    `Partners    ${report.partners}, of them aggregates: ${report.aggregates.join(", ") || "none"}`,
    `Products    ${firstNames(report.products, SHOWN)}`,
    ...Object.entries(report.kinds).map(
      ([kind, count], index) =>
        `${`${index === 0 ? "Figures" : ""}`.padEnd(12)}${formatNumber(count, 0)} ${kind}`,
    ),
    ...report.unknownColumns.map(
      ({ file, columns }) => `Not used    columns ${columns.join(", ")} of ${file}`,
    ),
    ...section(
      "To be known",
      report.warnings
        .filter(({ code }) => code !== "unknown-columns")
        .map(({ message }) => message),
    ),
    ...section("Wholes beside parts (never added)", report.wholesBesideParts),
    ...section(
      "Gaps in months",
      report.gaps.map(({ series, months }) => `${series}: ${firstNames(months, SHOWN)}`),
    ),
    ...section(
      "Rows that cannot be used",
      report.problems.map(({ place, message }) => `${place}: ${message}`),
    ),
    "",
    conclusionOf(report),
    "",
  ];
  return lines.map((line) => safeText(shortened(line))).join("\n");
}

function conclusionOf({ passed, rows }: FileReport): string {
  if (rows.used === 0) return "No figure is a record of trade.";
  return passed ? "Every row can be used." : "Some rows cannot be used.";
}

function section(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const left = lines.length - SHOWN;
  const shown = lines.slice(0, SHOWN).map((line) => `  ${line}`);
  return ["", title, ...shown, ...(left > 0 ? [`  and ${left} more`] : [])];
}
