import { isWithin } from "../products/product.ts";
import { ALL_PRODUCTS, type SeriesKey } from "../records/record.ts";
import type { StoredSeries, TradeDataset } from "../sources/dataset.ts";
import { type Amount, amountOf } from "./amount.ts";
import type { FlowRequest, Preferences } from "./figure.ts";
import { askedCodes, isRequested } from "./requested.ts";
import { isWanted } from "./select.ts";
import { wholesOnly } from "./wholes-only.ts";
import { zeroFlowsOf } from "./zero-flows.ts";

/** A series that alone is all of its kind that a flow asks for. */
export interface OnlySeries {
  readonly key: SeriesKey;
  amountOf(period: FlowRequest["period"]): Amount;
}

/**
 * The series of a partner's flow, one for each kind of figure, whatever the period; null where some kind
 * has several, which are to be selected from.
 */
export function onlySeriesOf(
  dataset: TradeDataset,
  request: FlowRequest,
  preferences: Preferences,
): readonly OnlySeries[] | null {
  const { codes, excluded } = request.product;
  if (codes.length > 1 || excluded.length > 0) return null;
  const [asked] = askedCodes(request);
  const all = wholesOnly(dataset, request).seriesOf(request.partner);
  const found: StoredSeries[] = [];
  for (const series of all) {
    const { key } = series;
    if (key.flow !== request.flow || !isRequested(series, request)) continue;
    if (!isWanted(key, preferences)) continue;
    if (key.product !== asked || found.some((one) => isOfOneKind(one.key, key))) return null;
    found.push(series);
  }
  return found.map((series) => onlySeries(series, all, request, preferences));
}

function onlySeries(
  series: StoredSeries,
  all: readonly StoredSeries[],
  request: FlowRequest,
  preferences: Preferences,
): OnlySeries {
  const { key } = series;
  // All products are no part of anything.
  if (key.product === ALL_PRODUCTS) {
    return { key, amountOf: (period) => amountOf(series, period) };
  }
  let covers: ((label: string) => boolean) | null = null;
  const covered = (label: string) => {
    covers ??= zeroFlowsOf(series, besideOf(series, all, preferences), request);
    return covers(label);
  };
  return { key, amountOf: (period) => amountOf(series, period, covered) };
}

/** The series of the same kind, flow and sector whose products hold that of one. */
function besideOf(
  { key }: StoredSeries,
  all: readonly StoredSeries[],
  preferences: Preferences,
): readonly StoredSeries[] {
  return all.filter(
    ({ key: other }) =>
      other.flow === key.flow &&
      other.sector === key.sector &&
      isWithin(key.product, other.product) &&
      isOfOneKind(other, key) &&
      isWanted(other, preferences),
  );
}

/** Whether two series of a flow measure the same thing. */
function isOfOneKind(one: SeriesKey, other: SeriesKey): boolean {
  return (
    one.reporter === other.reporter &&
    one.flowBasis === other.flowBasis &&
    one.valuation === other.valuation &&
    one.basis === other.basis &&
    one.adjusted === other.adjusted &&
    one.currency === other.currency &&
    one.prices === other.prices
  );
}
