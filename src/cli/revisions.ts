import type { Answer } from "../calculation/result.ts";
import { revisionsAnswer } from "../calculation/revisions.ts";
import { flowMetric } from "../claims/flow-metric.ts";
import { InputError } from "../errors.ts";
import type { AnyMetric } from "../metrics/metric.ts";
import type { Question } from "../question/question.ts";
import { productsOf, questionFrom } from "../question/read.ts";
import type { QuestionWords } from "../question/words.ts";
import { ALL_PRODUCTS } from "../records/record.ts";
import { embeddedCatalog } from "../sources/embedded/embedded.ts";
import type { FetchedVintage } from "../sources/fetched-vintages.ts";
import { openSources } from "../sources/open.ts";
import type { RevisionsOptions } from "./commands/data/revisions.ts";
import { fetchedVintages } from "./fetched-vintages.ts";

/**
 * Every vintage of the figures that are asked for, of each dataset that publishes them.
 * @throws InputError where no vintage has them, or the words name no figure of one period.
 */
export async function revisionsOf(words: QuestionWords & RevisionsOptions): Promise<Answer> {
  const { data, adjusted, ...asked } = words;
  if (asked.partner?.trim().toLowerCase() === "all") {
    throw new InputError(
      "--partner: of which partners? (name them: MX,CA, or WORLD for all together)",
    );
  }
  if (/^latest/.test(asked.period ?? "")) {
    throw new InputError(
      `--period: "${asked.period}" is another period in each vintage (name one, such as 2023)`,
    );
  }
  const fetched = await fetchedVintages({ frozen: false });
  if (data !== undefined) refuseUnknown(data, fetched);
  const asTheyAre = { as: null, where: [], missing: [], skipInvalid: false };
  const plain = { ...asTheyAre, fetched, everyFetched: true };
  const sources = await openSources({ ...plain, data: data === undefined ? [] : [data] });
  const question = questionFrom(flowMetric as AnyMetric, asked, sources);
  const { product } = question;
  const first = sources.forProduct(productsOf(asked));
  // The same figure of goods is published by partner and by product.
  const others =
    data === undefined && product.id === ALL_PRODUCTS
      ? embeddedCatalog().filter(
          ({ id, kind, vintages }) =>
            kind === "trade" && vintages !== undefined && id !== first.description.id,
        )
      : [];
  const opened = await Promise.all(
    others.map(async ({ id }) => (await openSources({ ...plain, data: [id] })).forProduct(product)),
  );
  const preferences = {
    ...sameFigure(question.preferences, asked, data),
    ...(adjusted !== undefined && { adjusted: adjusted === "yes" }),
  };
  return revisionsAnswer({ ...question, preferences }, [first, ...opened]);
}

/** Of goods imports on another basis are another figure; of services and other data there is but one. */
function sameFigure(
  preferences: Question["preferences"],
  { sector, basis }: QuestionWords,
  data: string | undefined,
): Question["preferences"] {
  if (sector === "services" || basis === "bop" || data !== undefined) return preferences;
  const { exports, imports } = preferences;
  return { ...preferences, exports: exports ?? "total", imports: imports ?? "general" };
}

/** @throws InputError for what is no dataset: a file has one state alone. */
function refuseUnknown(id: string, fetched: readonly FetchedVintage[]): void {
  const embedded = embeddedCatalog().flatMap((one) => (one.kind === "trade" ? [one.id] : []));
  const ids = new Set([...embedded, ...fetched.map(({ dataset }) => dataset)]);
  if (ids.has(id)) return;
  const known = [...ids].sort().join(", ");
  throw new InputError(`--data: there are no vintages of "${id}" (use ${known})`);
}
