import { inDollarsOf, withRealGrowth } from "../calculation/real-terms.ts";
import type { Answer } from "../calculation/result.ts";
import { InputError } from "../errors.ts";
import type { AnyMetric } from "../metrics/metric.ts";
import { onePeriod } from "../question/periods.ts";
import { DOLLARS } from "../records/record.ts";
import { openEmbeddedPrices } from "../sources/embedded/embedded.ts";
import { wishedFor } from "../sources/fetched-vintages.ts";
import type { PriceIndex } from "../sources/prices.ts";
import { fetchedVintagesOf } from "./fetched-vintages.ts";
import type { DataOptions } from "./options.ts";

/** Prices of what dollars buy. */
const PRICES = "cpi-u";

/**
 * An answer after the rise of consumer prices, as `--real` asks: its money in the dollars of a period,
 * or growth with real growth beside it.
 * @throws InputError where the prices do not cover what is asked for.
 */
export async function inRealTerms(
  metric: AnyMetric,
  answer: Answer,
  real: string | true,
  options: DataOptions,
): Promise<Answer> {
  if (metric.asks.change === "growth") return withRealGrowth(answer, await pricesOf(options));
  if (real === true) throw new InputError("--real: in the dollars of which period? (--real 2024)");
  const components = [...metric.inputs, ...metric.derived]
    .filter(({ unit }) => unit === DOLLARS)
    .map(({ name }) => name);
  return inDollarsOf(answer, onePeriod(real, "--real"), await pricesOf(options), components);
}

/** The embedded prices, or with the months of what was fetched last. */
async function pricesOf(options: DataOptions): Promise<PriceIndex> {
  const embedded = openEmbeddedPrices(PRICES);
  const { frozen } = options;
  const all = await fetchedVintagesOf(PRICES, frozen === undefined ? {} : { frozen });
  const newest = wishedFor(PRICES, all, { vintage: null, asOf: options.asOf ?? null }).at(-1);
  if (newest === undefined) return embedded;
  const { withFetchedPrices } = await import("../sources/fetched-prices.ts");
  return withFetchedPrices(embedded, newest);
}
