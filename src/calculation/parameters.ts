import type { Question } from "./question.ts";

/** The parameters of a question as an answer gives them back, under the names of the options. */
export function describeParameters(
  question: Question,
  periods: readonly string[],
): Record<string, unknown> {
  const { metric, preferences, product } = question;
  const { sort, top } = question;
  return {
    partner: question.partners.partners.map(({ code }) => code),
    period: periods,
    ...(metric.options.includes("of") && { of: question.of }),
    product: product.id,
    exports: preferences.exports ?? "total",
    imports: preferences.imports ?? "general",
    ...given("reporter", preferences.reporter),
    ...given("sector", preferences.sector),
    ...given("valuation", preferences.valuation),
    ...given("basis", preferences.basis),
    ...(metric.options.includes("whole") && { whole: wholeOf(question) }),
    ...(metric.options.includes("petroleum") && {
      petroleum: question.petroleum.id,
      petroleumSet: question.petroleum.title,
      petroleumFlows: question.petroleumFlows,
    }),
    ...(metric.options.includes("growth") && {
      from: question.from?.label ?? null,
      over: question.over,
      ...given("index", question.indexBase?.label ?? null),
      ...(question.compoundAnnualGrowth && { cagr: true }),
      ...given("deflate", question.prices?.text ?? null),
    }),
    ...(question.project && { project: true }),
    ...(question.total && { total: question.partners.whole.code }),
    ...(sort && { sort: `${sort.descending ? "-" : ""}${sort.by}` }),
    ...given("top", top),
  };
}

function given(name: string, value: unknown): Record<string, unknown> {
  return value === null ? {} : { [name]: value };
}

function wholeOf({ whole }: Question): string {
  return whole.kind === "all-products" ? "all-products" : whole.selection.whole.code;
}
