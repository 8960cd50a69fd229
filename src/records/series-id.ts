import type { SeriesKey } from "./record.ts";

/** A text that is the same for keys that agree in everything, and puts series in an order of theirs. */
export function seriesId(key: SeriesKey): string {
  const { reporter, partner, flow, product, sector, flowBasis, valuation, basis } = key;
  const parts = [reporter, partner, flow, product, sector, flowBasis, valuation, basis];
  const { edition, adjusted, currency, prices } = key;
  if (prices !== undefined) return [...parts, edition, adjusted, currency, prices].join("|");
  if (edition === undefined && adjusted === undefined && currency === undefined) {
    return parts.join("|");
  }
  return [...parts, edition, adjusted, currency].join("|");
}
