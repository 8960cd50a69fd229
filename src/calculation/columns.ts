import type { MetricDefinition } from "../metrics/metric.ts";
import type { Question } from "../question/question.ts";
import type { ResultColumn, ResultRow } from "./result.ts";

/** The definition of a metric as every answer carries it. */
export function definitionOf(
  metric: Pick<MetricDefinition, "title" | "formula" | "sign" | "nullWhen" | "sources">,
): Record<string, string | readonly string[]> {
  return {
    title: metric.title,
    formula: metric.formula,
    sign: metric.sign,
    nullWhen: metric.nullWhen,
    sources: metric.sources,
  };
}

/** The columns that the rows of an answer have, in their order, for renderers. */
export function resultColumns(question: Question, rows: readonly ResultRow[]): ResultColumn[] {
  const { metric } = question;
  const present = (name: string) => rows.some((row) => row[name] !== undefined);
  const described = [...metric.inputs, ...metric.derived];
  const components = metric.components
    .filter((name) => present(name) && !metric.untabled?.includes(name))
    .map((name) => {
      const { title, unit } = described.find((one) => one.name === name)!;
      return { name, title, unit };
    });
  const hasBase = present("basePeriod");
  return [
    ...subjectColumns(question, rows),
    ...(hasBase ? [{ name: "basePeriod", title: "From", unit: "text" } as const] : []),
    { name: "period", title: hasBase ? "To" : "Period", unit: "text" },
    ...components,
    { name: "value", title: metric.valueTitle, unit: metric.unit },
    ...(new Set(rows.map(({ vintage }) => vintage)).size > 1
      ? [{ name: "vintage", title: "Vintage", unit: "text" } as const]
      : []),
  ];
}

/** What the rows are about: reporter, partner and product, as far as these tell them apart. */
function subjectColumns({ metric, by }: Question, rows: readonly ResultRow[]): ResultColumn[] {
  const { about } = metric.asks;
  const text = (name: string, title: string): ResultColumn => ({ name, title, unit: "text" });
  const has = (name: string) => rows.some((row) => row[name] !== undefined);
  const differs = (name: string) => new Set(rows.map((row) => row[name])).size > 1;
  const columns: ResultColumn[] = [];
  const foreign = rows.some(({ reporter }) => reporter !== undefined && reporter !== "US");
  if (has("reporterName") || (about !== "region" && foreign)) {
    columns.push(text(has("reporterName") ? "reporterName" : "reporter", "Reporter"));
  }
  const alone = by.length > 0 && !by.includes("partner") && rows[0]?.partner === "WORLD";
  if (!alone || differs("partner")) {
    columns.push(text("partnerName", about === "region" ? "Region" : "Partner"));
  }
  if (by.includes("product")) columns.push(text("productName", "Product"));
  return columns;
}
