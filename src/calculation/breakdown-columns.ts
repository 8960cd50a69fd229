import type { BreakdownQuestion } from "./breakdown-question.ts";
import type { ResultColumn, ResultRow } from "./result.ts";

/** The columns that the rows of a breakdown have, in their order, for renderers. */
export function breakdownColumns(
  { metric }: BreakdownQuestion,
  rows: readonly ResultRow[],
): ResultColumn[] {
  const present = (name: string) => rows.some((row) => row[name] !== undefined);
  const differs = (name: string) => new Set(rows.map((row) => row[name])).size > 1;
  const text = (name: string, title: string): ResultColumn => ({ name, title, unit: "text" });
  const columns: ResultColumn[] = [];
  const byProduct = present("product");
  if (metric.about !== "region" && rows.some(({ reporter }) => reporter !== "US")) {
    columns.push(text("reporter", "Reporter"));
  }
  if (!byProduct || differs("partner") || rows[0]?.partner !== "WORLD") {
    columns.push(text("partnerName", metric.about === "region" ? "Region" : "Partner"));
  }
  if (byProduct) columns.push(text("product", "Product"));
  if (present("basePeriod")) columns.push(text("basePeriod", "From"));
  columns.push(text("period", present("basePeriod") ? "To" : "Period"));
  for (const { name, title, unit } of metric.components) {
    if (!metric.untabled?.includes(name)) columns.push({ name, title, unit });
  }
  return [...columns, { name: "value", title: metric.valueTitle, unit: metric.unit }];
}
