import type { Verdict } from "../../../claims/file/words.ts";

/** A verdict as the page names it: a sign and words, so that colour is never alone. */
export interface VerdictName {
  readonly sign: string;
  readonly title: string;
  /** What it means, for who sees it the first time. */
  readonly meaning: string;
}

export const verdictNames: Readonly<Record<Verdict, VerdictName>> = {
  error: {
    sign: "!",
    title: "Could not be computed",
    meaning: "The claim file asks for something that the data cannot answer.",
  },
  mismatch: {
    sign: "✗",
    title: "Does not match",
    meaning: "The number computed from the data is not one that the printed number can stand for.",
  },
  inconsistent: {
    sign: "≠",
    title: "Contradicts another number",
    meaning: "The number contradicts another number of the report, or one that is known.",
  },
  "definition-dependent": {
    sign: "±",
    title: "Depends on the definition",
    meaning: "The number holds under one definition and not under another; the report names none.",
  },
  "not-checkable": {
    sign: "?",
    title: "Not checked",
    meaning: "The data that would settle it are not here; the claim says which would.",
  },
  "reproduced-by-rounding": {
    sign: "≈",
    title: "Holds within rounding",
    meaning: "The number holds only within the rounding of the numbers from which it is computed.",
  },
  reproduced: {
    sign: "✓",
    title: "Reproduced",
    meaning: "The computed number is one that the printed number stands for.",
  },
};
