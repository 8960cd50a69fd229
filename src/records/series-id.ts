import type { SeriesKey } from "./record.ts";

/** A text that is the same for keys that agree in everything, and puts series in an order of theirs. */
export function seriesId(key: SeriesKey): string {
  const { reporter, partner, flow, product, sector, flowBasis, valuation, basis } = key;
  const id = `${reporter}|${partner}|${flow}|${product}|${sector}|${flowBasis ?? ""}|${valuation ?? ""}|${basis ?? ""}`;
  const { edition, adjusted, currency, prices } = key;
  if (
    prices === undefined &&
    edition === undefined &&
    adjusted === undefined &&
    currency === undefined
  )
    return id;
  const kind = `${id}|${edition ?? ""}|${adjusted ?? ""}|${currency ?? ""}`;
  return prices === undefined ? kind : `${kind}|${prices}`;
}
