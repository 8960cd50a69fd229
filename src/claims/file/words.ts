/** The words by which a report sets a number off from the exact one. */
export const comparators = [
  "=",
  ">",
  ">=",
  "<",
  "<=",
  "about",
  "nearly",
  "more-than",
  "times",
] as const;
export type Comparator = (typeof comparators)[number];

/** What a claim may report in place of a number. */
export const words = ["rise", "fall", "surplus", "deficit", "larger", "smaller"] as const;
export type Word = (typeof words)[number];

/** How a claim can come out. */
export const verdicts = [
  "reproduced",
  "reproduced-by-rounding",
  "mismatch",
  "inconsistent",
  "definition-dependent",
  "not-checkable",
  "error",
] as const;
export type Verdict = (typeof verdicts)[number];

/** What a text may not have, beside verdicts: numbers without a claim, claims without a number. */
export const textPolicies = ["unclaimed", "missing"] as const;
export type TextPolicy = (typeof textPolicies)[number];
