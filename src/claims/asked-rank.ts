import { InputError } from "../errors.ts";
import type { AnyMetric } from "../metrics/metric.ts";
import { productSystem } from "../products/product.ts";
import type { Question } from "../question/question.ts";
import { commaList } from "../question/words.ts";
import { ComputeError, under } from "./compute-error.ts";
import type { Compute } from "./file/schema.ts";
import { rankedDimension } from "./rank.ts";
import type { Rank } from "./recipe.ts";

/**
 * The rank that a claim asks for, of whom and by what; null where it asks for a value.
 * @throws ComputeError where nobody is named whose rank it could be.
 */
export function askedRank(
  { rank, partner, reporter }: Compute,
  metric: AnyMetric,
  question: Question,
): Rank | null {
  if (rank === undefined) return null;
  const { asks, inputs, derived } = metric;
  const { by, directory } = question;
  const dimension = rankedDimension(by);
  const isNamed = {
    product: true,
    partner: partner !== undefined,
    reporter: reporter !== undefined,
  };
  if (asks.about === "region" || !isNamed[dimension]) {
    throw new ComputeError("rank", "is that of a partner, a product or a reporter (name one)");
  }
  const columns = ["value", ...[...inputs, ...derived].map(({ name }) => name)];
  if (rank.by !== undefined && !columns.includes(rank.by)) {
    throw new ComputeError("rank", `unknown column "${rank.by}" (use ${columns.join(", ")})`);
  }
  const among = listText(rank.among);
  return {
    among:
      among === undefined || among === "all"
        ? null
        : under("rank", () =>
            dimension === "product"
              ? productsAmong(among)
              : directory.select(among, null).partners.map(({ code }) => code),
          ),
    by: rank.by ?? asks.ranking.by,
    first: rank.first ?? asks.ranking.first,
  };
}

function productsAmong(text: string): readonly string[] {
  const codes = commaList(text).map((code) => code.trim());
  const other = codes.find((code) => productSystem(code) === null);
  if (other === undefined) return codes;
  throw new InputError(`"${other}" is no code of a product (use such as hs:27)`);
}

export function listText(list: string | readonly string[] | undefined): string | undefined {
  return typeof list === "object" ? list.join(",") : list;
}
