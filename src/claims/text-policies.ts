/** What a text may not have, beside verdicts: numbers without a claim, claims without a number. */
export const textPolicies = ["unclaimed", "missing"] as const;
export type TextPolicy = (typeof textPolicies)[number];
