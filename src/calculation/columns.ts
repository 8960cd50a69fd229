import type { MetricDefinition } from "../metrics/metric.ts";
import type { Question } from "./question.ts";
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
  return [
    { name: "partnerName", title: "Partner", unit: "text" },
    ...(present("basePeriod")
      ? [{ name: "basePeriod", title: "From", unit: "text" } as const]
      : []),
    { name: "period", title: present("basePeriod") ? "To" : "Period", unit: "text" },
    ...components,
    { name: "value", title: metric.valueTitle, unit: metric.unit },
  ];
}
