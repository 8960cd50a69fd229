import { AGREEMENT, APPENDIX, alert, type RuleSource } from "./source.ts";

/** A limit in percent that holds for every class and day. */
export interface Limit extends RuleSource {
  readonly percent: number;
  readonly from: string;
}

/**
 * Steel and aluminium: at least this share of what the producer of a passenger vehicle, light truck
 * or heavy truck buys of each in the region, by value, must be originating.
 */
export const METAL_PURCHASES: Limit = {
  percent: 70,
  from: "2020-07-01",
  citation: `${APPENDIX}, Article 6`,
  ...alert,
};

/**
 * De minimis: non-originating materials that do not undergo the change of tariff classification
 * that the good's rule requires do no harm up to this share of its transaction value. They still
 * count as non-originating in a regional value content.
 */
export const DE_MINIMIS: Limit = {
  percent: 10,
  from: "2020-07-01",
  citation: `${AGREEMENT}, Article 4.12`,
  source: "Foley & Lardner, USMCA Rules of Origin: De Minimis (2020)",
  reading: "summary",
};
