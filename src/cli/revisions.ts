import type { Answer } from "../calculation/result.ts";
import { revisionsAnswer } from "../calculation/revisions.ts";
import { flowMetric } from "../claims/flow-metric.ts";
import type { AnyMetric } from "../metrics/metric.ts";
import { productsOf, questionFrom } from "../question/read.ts";
import type { QuestionWords } from "../question/words.ts";
import { ALL_PRODUCTS } from "../records/record.ts";
import { embeddedCatalog } from "../sources/embedded/embedded.ts";
import { openSources } from "../sources/open.ts";
import { fetchedVintages } from "./fetched-vintages.ts";

/** Where the same figure of goods is published by partner and by product. */
export async function revisionsOf(words: QuestionWords): Promise<Answer> {
  const fetched = await fetchedVintages({ frozen: false });
  const plain = {
    as: null,
    where: [],
    missing: [],
    skipInvalid: false,
    fetched,
    everyFetched: true,
  };
  const sources = await openSources({ ...plain, data: [] });
  const question = questionFrom(flowMetric as AnyMetric, words, sources);
  const first = sources.forProduct(productsOf(words));
  const total = question.product.id === ALL_PRODUCTS;
  const others = total
    ? embeddedCatalog().filter(
        ({ id, kind, vintages }) =>
          kind === "trade" && vintages !== undefined && id !== first.description.id,
      )
    : [];
  const opened = await Promise.all(
    others.map(async ({ id }) =>
      (await openSources({ ...plain, data: [id] })).forProduct(question.product),
    ),
  );
  // Imports on another basis are another figure.
  const sameBasis = {
    ...question,
    preferences: {
      ...question.preferences,
      exports: question.preferences.exports ?? ("total" as const),
      imports: question.preferences.imports ?? ("general" as const),
    },
  };
  return revisionsAnswer(sameBasis, [first, ...opened]);
}
