/**
 * What became of a number: `agrees` under the reading of its words · `agrees-otherwise`: under another
 * that they allow · `near`: off by no more than data are revised, and revised since · `disagrees` ·
 * `unsure`: read, but not surely enough to call it wrong · `no-data`: read, but no data have it ·
 * `not-read`.
 */
export const readingOutcomes = [
  "disagrees",
  "near",
  "agrees-otherwise",
  "agrees",
  "unsure",
  "no-data",
  "not-read",
] as const;
export type ReadingOutcome = (typeof readingOutcomes)[number];
