import type { Question } from "../question/question.ts";
import { selectionTitle } from "./names.ts";

/** What an answer is about: the metric, its measure, its members and its products. */
export function titleOf(question: Question, isRanked = true): string {
  const { metric, of, product } = question;
  const measured = metric.asks.of ? ` of ${measureTitles[of]}` : "";
  const products =
    product.codes.length + product.excluded.length > 0
      ? `, ${selectionTitle(product, question.titleOf)}`
      : "";
  return `${metric.title}${measured}${listOf(question)}${membersOf(question, isRanked)}${products}`;
}

/** What a measure is called in titles. */
export const measureTitles = {
  exports: "exports",
  imports: "imports",
  balance: "the balance",
  total: "total trade",
} as const;

/** What the lists of the metric hold, where they could hold something else. */
function listOf({ metric, each, eachText }: Question): string {
  const choices = metric.asks.each ?? [];
  return choices.length > 1 ? `, by ${eachText ?? each}` : "";
}

function membersOf({ metric, by, byText, sort, top }: Question, isRanked: boolean): string {
  if (by.length === 0) return "";
  const names = byText.split(",").join(" and ");
  const members = metric.asks.each ? `, each ${names}` : `, by ${names}`;
  if (top === null) return members;
  // Without a value nothing can be ranked.
  if (!isRanked) return `${members}: first ${top}`;
  const { title } = metric.asks.ranking;
  const first = sort
    ? `${top} ${sort.descending ? "largest" : "smallest"} by ${sort.by}`
    : `${top === 1 ? "first of the" : top} ${title}`;
  return `${members}: ${first}`;
}
