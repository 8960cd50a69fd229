import type { Question } from "../question/question.ts";
import { type ResultColumn, type ResultRow, textColumn } from "./result.ts";

/** What the rows of an answer have, found in one pass, since there may be a million. */
interface Found {
  /** The fields that any row has. */
  readonly names: ReadonlySet<string>;
  /** Whether rows differ in their partner, and in their vintage. */
  readonly partners: boolean;
  readonly vintages: boolean;
  /** Whether a row is not of the trade of the United States. */
  readonly foreign: boolean;
}

function foundIn(rows: readonly ResultRow[]): Found {
  const names = new Set<string>();
  let [partners, vintages, foreign] = [false, false, false];
  let first: ResultRow | null = null;
  for (const row of rows) {
    first ??= row;
    for (const name in row) if (row[name] !== undefined) names.add(name);
    partners ||= row.partner !== first.partner;
    vintages ||= row.vintage !== first.vintage;
    foreign ||= row.reporter !== undefined && row.reporter !== "US";
  }
  return { names, partners, vintages, foreign };
}

/** The columns that the rows of an answer have, in their order, for renderers. */
export function resultColumns(question: Question, rows: readonly ResultRow[]): ResultColumn[] {
  const { metric } = question;
  const found = foundIn(rows);
  const described = [...metric.inputs, ...metric.derived];
  const components = metric.components
    .filter((name) => found.names.has(name) && !metric.untabled?.includes(name))
    .map((name) => {
      const { title, unit } = described.find((one) => one.name === name)!;
      return { name, title, unit };
    });
  const hasBase = found.names.has("basePeriod");
  return [
    ...subjectColumns(question, rows, found),
    ...(hasBase ? [textColumn("basePeriod", "From")] : []),
    textColumn("period", hasBase ? "To" : "Period"),
    ...components,
    { name: "value", title: metric.valueTitle, unit: metric.unit },
    ...(found.vintages ? [textColumn("vintage", "Vintage")] : []),
  ];
}

/** What the rows are about: reporter, partner and product, as far as these tell them apart. */
function subjectColumns(
  { metric, by }: Question,
  rows: readonly ResultRow[],
  { names, partners, foreign }: Found,
): ResultColumn[] {
  const { about } = metric.asks;
  const columns: ResultColumn[] = [];
  const isNamed = names.has("reporterName");
  if (isNamed || (about !== "region" && foreign)) {
    columns.push(textColumn(isNamed ? "reporterName" : "reporter", "Reporter"));
  }
  const alone = by.length > 0 && !by.includes("partner") && rows[0]?.partner === "WORLD";
  if (!alone || partners) {
    columns.push(textColumn("partnerName", about === "region" ? "Region" : "Partner"));
  }
  if (by.includes("product")) columns.push(textColumn("productName", "Product"));
  return columns;
}
