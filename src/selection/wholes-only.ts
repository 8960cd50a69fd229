import { ALL_PRODUCTS } from "../records/record.ts";
import type { StoredSeries, TradeDataset } from "../sources/dataset.ts";
import type { FlowRequest } from "./figure.ts";

const wholesKnown = new WeakMap<TradeDataset, TradeDataset>();

/** Where products are but some parts of their own total, they never stand for it. */
export function wholesOnly(dataset: TradeDataset, { product }: FlowRequest): TradeDataset {
  if (!dataset.description.ownTotal || product.codes.length > 0) return dataset;
  const known = wholesKnown.get(dataset);
  if (known) return known;
  const totals = new Map<string, readonly StoredSeries[]>();
  const wholes: TradeDataset = {
    ...dataset,
    seriesOf(partner) {
      const own =
        totals.get(partner) ??
        dataset.seriesOf(partner).filter(({ key }) => key.product === ALL_PRODUCTS);
      totals.set(partner, own);
      return own;
    },
  };
  wholesKnown.set(dataset, wholes);
  return wholes;
}
