import { describeOwn } from "../question/own-parameters.ts";
import type { Question } from "../question/question.ts";

/**
 * The parameters of a question as an answer gives them back, under the names of the options.
 * @param reporters the reporters of the rows.
 */
export function describeParameters(
  question: Question,
  reporters: () => readonly string[],
  periods: readonly string[],
): Record<string, unknown> {
  const { metric, preferences, product, asked, sort } = question;
  const { about, each, change, of, whole } = metric.asks;
  const { region, reporter, partner } = asked;
  return {
    ...(about !== "partner" &&
      (region ? { region } : { reporter: reporter ?? [...new Set(reporters())] })),
    partner: partner ?? "all",
    period: periods,
    ...given("rolling", question.rolling),
    ...(of && { of: question.of }),
    ...(each && { by: question.eachText ?? question.each }),
    ...(question.by.length > 0 && { [each ? "each" : "by"]: question.byText }),
    product: product.id,
    exports: preferences.exports ?? "total",
    imports: preferences.imports ?? "general",
    ...(about === "partner" && given("reporter", reporter)),
    ...given("sector", preferences.sector),
    ...given("valuation", preferences.valuation),
    ...given("basis", preferences.basis),
    ...(whole && { whole: question.wholeCode ?? wholeOf(question) }),
    ...describeOwn(question.own),
    ...(change && { from: question.from?.label ?? null, over: question.over }),
    ...(change === "growth" && {
      ...given("index", question.indexBase?.label ?? null),
      ...(question.compoundAnnualGrowth && { cagr: true }),
      ...given("deflate", question.prices?.text ?? null),
    }),
    ...(question.absentAsZero && { absentAsZero: true }),
    ...given("rate", rateOf(question)),
    ...given("members", question.members ?? null),
    ...(question.project && { project: question.project }),
    ...given("total", question.totals[0]?.partner.code ?? null),
    ...(sort && { sort: `${sort.descending ? "-" : ""}${sort.by}` }),
    ...given("top", question.top),
  };
}

/** A file of rates by its name and hash, as it may hold many that are not used. */
function rateOf({ rates, ratesFile }: Question) {
  return ratesFile ? { file: ratesFile.file, sha256: ratesFile.sha256 } : (rates ?? null);
}

function given(name: string, value: unknown): Record<string, unknown> {
  return value === null ? {} : { [name]: value };
}

/** The whole that the rows have without a wish: all members of what they are broken into. */
function wholeOf({ by, whole }: Question): string {
  if (whole === "all-products") return whole;
  if (by.length === 0) return "WORLD";
  const names = { reporter: "all-reporters", partner: "WORLD", product: "all-products" } as const;
  return by.map((dimension) => names[dimension]).join(",");
}
