import { InputError } from "../errors.ts";
import { firstNames } from "../first-names.ts";
import type { Question } from "../question/question.ts";
import type { OpenDatasets, TradeDataset } from "../sources/dataset.ts";
import { needsOf } from "./needs.ts";
import type { ResultRow } from "./result.ts";

/** How many countries the refusal names. */
const NAMED = 4;

/**
 * Refuses a question of which nothing can be answered because it needs what countries report that the
 * data do not have as reporters: each side of a pair, or every member of a region.
 * @throws InputError which names them, and whose figures the data are.
 */
export function refuseWithoutReporters(
  question: Question,
  datasets: OpenDatasets,
  rows: readonly ResultRow[],
): void {
  if (rows.some(({ value }) => value !== null)) return;
  const { metric, product, each, directory, asked } = question;
  const isByProduct = metric.asks.each !== undefined && each === "product";
  const dataset = isByProduct ? datasets.withProducts(null) : datasets.forProduct(product);
  const there = reportersOf(dataset);
  const lacking = new Set(
    needsOf(question).flatMap(({ reporter }) =>
      reporter === undefined || there.has(reporter) || reporter === asked.reporter
        ? []
        : [reporter],
    ),
  );
  if (lacking.size === 0 || there.size === 0) return;
  const named = [...lacking].map((code) => directory.nameOf(code));
  throw new InputError(
    `${metric.id} needs what ${firstNames(named, NAMED)} report${named.length === 1 ? "s" : ""}, and ${dataset.description.id} has what ${firstNames([...there].sort(), NAMED)} report${there.size === 1 ? "s" : ""} alone`,
    "Name a file that has all of them as reporters with --data.",
  );
}

function reportersOf(dataset: TradeDataset): ReadonlySet<string> {
  return new Set(
    dataset.partners.flatMap(({ code }) => dataset.seriesOf(code).map(({ key }) => key.reporter)),
  );
}
