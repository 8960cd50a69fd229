import type { SeriesKey } from "./record.ts";

/** A text that is the same for keys that agree in everything, and puts series in an order of theirs. */
export function seriesId(key: SeriesKey): string {
  const { reporter, partner, flow, product, sector, flowBasis, valuation, basis } = key;
  const { edition, adjusted, currency, prices } = key;
  let id = `${reporter}|${partner}|${flow}|${product}|${sector}|${flowBasis ?? ""}|${valuation ?? ""}|${basis ?? ""}`;
  if ((edition ?? adjusted ?? currency ?? prices) !== undefined)
    id += `|${edition ?? ""}|${adjusted ?? ""}|${currency ?? ""}`;
  return prices === undefined ? id : `${id}|${prices}`;
}
