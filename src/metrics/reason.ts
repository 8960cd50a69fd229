/** Why a value is null, by the word that answers give; the words are part of the contract. */
export const reasonMeanings = {
  "no-exports": "Exports are zero, so a ratio to exports is not defined.",
  "no-imports": "Imports are zero, so a ratio to imports is not defined.",
  "no-whole": "The whole is zero, so a share in it is not defined.",
  "zero-base": "The starting value is zero, so growth from it is not defined.",
  "sign-change": "Surplus at one end and deficit at the other: no rate of growth joins them.",
  "no-data": "The data hold no figure for this partner, period and product.",
  "outside-coverage":
    "No data in use cover this partner, period or kind of figure, so nothing is known of it.",
  suppressed:
    "The publisher holds the figure back; where a published total leaves bounds, they are given.",
  "incomplete-period": "The data hold only some months of the period.",
  "no-world": "The data hold one reporter only, so there is no world to set it against.",
  "not-comparable":
    "The figures exist, but not on a basis on which they can be set against each other.",
  "made-outside-region": "Made outside the region, so it has no regional value content.",
  "no-net-cost": "The method is net cost, and the net cost is not given.",
  "no-value": "The value of the good is zero or not given.",
  "no-wages": "No plant's wage is given.",
  "not-stated": "What the requirement asks for is not stated.",
  verdict: "A verdict on several requirements, which has no value of its own.",
} as const;

export type Reason = keyof typeof reasonMeanings;

/** Whether there is no figure at all, which is no more known of what a dataset does not cover. */
export function isAbsent(reason: Reason | null): boolean {
  return reason === "no-data" || reason === "outside-coverage";
}

/** Every reason, in the order of the schema. */
export const reasons = Object.keys(reasonMeanings) as readonly Reason[];
