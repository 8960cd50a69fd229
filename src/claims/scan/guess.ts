import { guessPartners } from "./guess-partners.ts";
import { guessPeriods, type PeriodGuess } from "./guess-periods.ts";
import type { PartnerNames } from "./partner-names.ts";
import type { ScanContext, ScannedNumber } from "./scanned-number.ts";

/** What the words around a number suggest, and how far: `medium` where they stand right beside it. */
export interface Guess<T> {
  readonly value: T;
  readonly confidence: "low" | "medium";
}

export type GuessedMetric =
  | "balance"
  | "deficit-ratio"
  | "growth"
  | "share"
  | "value-added"
  | "non-petroleum";

/** What a number may be about; null wherever the words do not say. For a person to confirm. */
export interface ClaimGuess {
  readonly metric: Guess<GuessedMetric> | null;
  /** ISO 3166 alpha-2 codes and `USMCA`, in the order of the text. */
  readonly partners: Guess<readonly string[]> | null;
  readonly period: Guess<PeriodGuess> | null;
}

/**
 * Guesses what a number claims from the words of its sentence.
 * @param names the economies that may be its partners.
 */
export function guessClaim(
  number: ScannedNumber,
  names: PartnerNames,
  context: ScanContext = number.context,
): ClaimGuess {
  return {
    metric: guessMetric(number, context),
    partners: guessPartners(context, names),
    period: guessPeriods(context),
  };
}

const REACH_BEFORE = 160;
const REACH_AFTER = 90;

function guessMetric(number: ScannedNumber, context: ScanContext): Guess<GuessedMetric> | null {
  const { sentence, at, end } = context;
  const before = sentence.slice(Math.max(0, at - REACH_BEFORE), at);
  const after = sentence.slice(end, end + REACH_AFTER);
  const around = `${before} ${after}`;
  const money = number.unit === "USD";
  const relative = number.unit === "percent" || number.unit === "ratio" || number.unit === "times";
  const deficit = /\b(?:deficits?|surplus(?:es)?|trade balances?|balance of trade)\b/i;
  if (money) {
    if (!deficit.test(sentence)) return null;
    const without =
      /\b(?:non-(?:petroleum|oil|energy)|(?:excluding|without|except)\s(?:petroleum|oil|energy))\b/i;
    if (without.test(sentence)) return { value: "non-petroleum", confidence: "medium" };
    return { value: "balance", confidence: deficit.test(around) ? "medium" : "low" };
  }
  if (!relative) return null;
  if (number.unit === "times") return { value: "growth", confidence: "medium" };
  const changeBefore =
    /\b(?:grew|grown|ros?en?|increas(?:e|ed|ing)|declin(?:e|ed|ing)|fell|fallen|expand(?:ed|ing)|shot up|widened|growth)\b[^.;]{0,40}$/i;
  const changeAfter = /^\s?(?:increase|growth|rise|gain|decline|drop|fall|jump)\b/i;
  if (
    changeAfter.test(after) ||
    /(?<!\b(?:makes?|made|making)\s)\b(?:up|down)\s(?:by\s)?$/i.test(before)
  ) {
    return { value: "growth", confidence: "medium" };
  }
  if (number.sign === "-" && /\bdeficits?\b/i.test(sentence) && /\bexports\b/i.test(sentence)) {
    return { value: "deficit-ratio", confidence: "medium" };
  }
  if (/^\s(?:of|in)\s(?:all|total|global|world|its)\b/i.test(after)) {
    return { value: "share", confidence: "low" };
  }
  if (/\bvalue[\s-]added\b/i.test(sentence)) {
    return { value: "value-added", confidence: /value[\s-]added/i.test(around) ? "medium" : "low" };
  }
  if (changeBefore.test(before)) return { value: "growth", confidence: "low" };
  return null;
}
