import type { BreakdownQuestion } from "./breakdown-question.ts";

/** The parameters of a question as an answer gives them back, under the names of the options. */
export function describeBreakdown(
  question: BreakdownQuestion,
  reporters: readonly string[],
  periods: readonly string[],
): Record<string, unknown> {
  const { metric, preferences, level, sort } = question;
  const digits = level.digits ?? "";
  const by = question.by === "partner" || !level.system ? question.by : `${level.system}${digits}`;
  return {
    ...(question.region
      ? { region: question.region.partners.map(({ code }) => code) }
      : { reporter: [...new Set(reporters)] }),
    partner: question.partners?.partners.map(({ code }) => code) ?? "all",
    period: periods,
    ...(metric.measures.length > 0 && { of: question.of }),
    ...(metric.dimensions.length > 0 && { by }),
    product: question.product.id,
    exports: preferences.exports ?? "total",
    imports: preferences.imports ?? "general",
    ...given("sector", preferences.sector),
    ...given("valuation", preferences.valuation),
    ...given("basis", preferences.basis),
    ...(metric.change && { from: question.from?.label ?? null, over: question.over }),
    ...(question.absentAsZero && { absentAsZero: true }),
    ...(question.project && { project: true }),
    ...(sort && { sort: `${sort.descending ? "-" : ""}${sort.by}` }),
    ...given("top", question.top),
  };
}

function given(name: string, value: unknown): Record<string, unknown> {
  return value === null ? {} : { [name]: value };
}
