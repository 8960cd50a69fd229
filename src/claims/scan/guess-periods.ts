import type { Guess } from "./guess.ts";
import type { ScanContext } from "./scanned-number.ts";

/** A period in the grammar of `--period`, and where a change is stated, the one it starts from. */
export interface PeriodGuess {
  readonly period: string | null;
  readonly from: string | null;
}

const YEAR = "((?:19|20)\\d\\d)";
/** A quantity, as far as is needed to know that the words after it speak of another number. */
const QUANTITY = /[$€£]\s?\d|\d\s?%|\d\s(?:percent|per cent|million|billion|trillion)\b/;
const SPAN = new RegExp(
  `^[^.;]{0,40}?\\b(?:between|from)\\s${YEAR}\\s(?:and|to|through)\\s${YEAR}`,
  "i",
);
const SPAN_DASH = new RegExp(`^[^.;]{0,40}?\\b${YEAR}\\s?[-–]\\s?${YEAR}`);
const AFTER = new RegExp(
  `^([^.;]{0,60}?)\\b(in|for|during|through|since|than in|over|from)\\s${YEAR}(?!\\d)`,
  "i",
);
const BASELINE = /\b(?:than|more|less|higher|lower|larger|smaller|worse|greater)\b[^,]{0,30}$/i;
const BEFORE = new RegExp(`\\b(?:In|By|During|For|in|by|during)\\s${YEAR},(?:[^;]{0,300})$`);
const SPAN_BEFORE = new RegExp(`\\bfrom\\s${YEAR}\\sto\\s${YEAR},?(?:[^.]{0,300})$`, "i");

/** The year after a number counts unless another number stands between; then the one before. */
export function guessPeriods({ sentence, at, end }: ScanContext): Guess<PeriodGuess> | null {
  const after = untilNextQuantity(sentence.slice(end, end + 120));
  const span = SPAN.exec(after) ?? SPAN_DASH.exec(after);
  if (span) return medium(span[2]!, span[1]!);
  const next = AFTER.exec(after);
  if (next) {
    const [, words, preposition, year] = next as unknown as [string, string, string, string];
    const baseline = BASELINE.test(words) || /^(?:since|than in|over|from)$/i.test(preposition);
    return baseline ? medium(null, year) : medium(year, null);
  }
  const before = sentence.slice(0, at);
  const spanBefore = SPAN_BEFORE.exec(before);
  if (spanBefore) return low(spanBefore[2]!, spanBefore[1]!);
  const opening = BEFORE.exec(before);
  return opening ? low(opening[1]!, null) : null;
}

function untilNextQuantity(words: string): string {
  const next = QUANTITY.exec(words);
  return next ? words.slice(0, next.index) : words;
}

const medium = (period: string | null, from: string | null): Guess<PeriodGuess> => ({
  value: { period, from },
  confidence: "medium",
});
const low = (period: string | null, from: string | null): Guess<PeriodGuess> => ({
  value: { period, from },
  confidence: "low",
});
