import { InputError } from "../errors.ts";
import type { Interval } from "../numbers/interval.ts";
import { parsePrinted, scaleExponent } from "../numbers/printed.ts";
import type { Comparator, Word } from "./file/words.ts";

/** A number as a report prints it, in base units: dollars, percent, or plain. */
export interface ReportedNumber {
  readonly text: string;
  readonly value: number;
  /** Every number that the printed digits can stand for. */
  readonly rounding: Interval;
  /** Every true number for which the statement holds, given its comparator. */
  readonly holds: Interval;
  /** The same from the near end of the digits: "over 123.5" may stand for over 123.45. */
  readonly holdsByDigits: Interval;
  /** Whether the number itself is left out of what holds: nothing is more than itself. */
  readonly strict: boolean;
  /** How the comparator was read, for people: `from 90 % of 2 to 2`. */
  readonly reading: string;
}

/** How far below the number `nearly` may be, and to either side `about` and `times`, in percent. */
const NEARLY = 10;
const ABOUT = 5;
const TIMES = 10;

const FRACTION = /^(-?\d+)\/(\d+)$/;

/** Statements without a number, and whether what is computed is then above or below zero. */
const words: Readonly<Record<Word, 1 | -1>> = {
  rise: 1,
  fall: -1,
  surplus: 1,
  deficit: -1,
  larger: 1,
  smaller: -1,
};

/** Whether a claim states a direction in place of a number. */
export function isWord(reported: string): reported is Word {
  return Object.hasOwn(words, reported);
}

/**
 * Reads a reported number and what its comparator lets it mean.
 * `=` the digits' rounding, of a fraction 5 % to either side · `>` `>=` `<` `<=` the half line from
 * the number, the number itself only with `>=` and `<=` · `more-than` beyond the number and away from
 * zero, so that a balance of more than -50 is a larger deficit · `nearly` from 10 % short of it,
 * towards zero, up to it · `about` 5 % to either side, or the rounding where that is wider · `times`
 * 10 % to either side of the multiple. A word of direction has what is above or below zero.
 * @param claim `decimals`: how many were computed, where padded zeros print more; `size`: the
 *   comparator is about the size of a negative number, as in "a deficit of less than 90 billion".
 * @throws InputError that names the claim when the text is no number.
 */
export function readReported(claim: {
  readonly id: string;
  readonly reported: string;
  readonly scale?: string | undefined;
  readonly comparator: Comparator;
  readonly decimals?: number | undefined;
  readonly size?: boolean;
}): ReportedNumber {
  const { reported: text } = claim;
  if (isWord(text)) return statement(text);
  const printed = readNumber(text, `${claim.id}: reported`, claim.decimals);
  const factor = claim.scale ? 10 ** (scaleExponent(claim.scale) ?? 0) : 1;
  const value = printed.value * factor;
  const rounding = { low: printed.interval.low * factor, high: printed.interval.high * factor };
  const comparator =
    claim.size && value < 0 ? (mirrored[claim.comparator] ?? claim.comparator) : claim.comparator;
  const meant = meaning(comparator, value, rounding, FRACTION.test(text.trim()));
  return { text, value, rounding, holdsByDigits: byDigits(meant.holds, rounding), ...meant };
}

const mirrored: Partial<Record<Comparator, Comparator>> = {
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};

function statement(text: Word): ReportedNumber {
  const above = words[text] > 0;
  const holds = {
    low: above ? 0 : Number.NEGATIVE_INFINITY,
    high: above ? Number.POSITIVE_INFINITY : 0,
  };
  const reading = above ? "above zero" : "below zero";
  const rounding = { low: 0, high: 0 };
  return { text, value: 0, rounding, holds, holdsByDigits: holds, strict: true, reading };
}

/** A half line begins at the near end of the digits: what lies behind it may have been rounded to it. */
function byDigits({ low, high }: Interval, rounding: Interval): Interval {
  if (Number.isFinite(low) === Number.isFinite(high)) return { low, high };
  return Number.isFinite(low) ? { low: rounding.low, high } : { low, high: rounding.high };
}

/** A printed number or fraction (`1/3`), which as the input of a formula has no rounding. */
export function readNumber(
  text: string,
  place: string,
  decimals?: number,
): { value: number; interval: Interval } {
  const fraction = FRACTION.exec(text.trim());
  if (!fraction) return parsePrinted(text, place, decimals);
  const denominator = Number(fraction[2]);
  if (denominator === 0) throw new InputError(`${place}: "${text}" divides by zero`);
  const value = Number(fraction[1]) / denominator;
  return { value, interval: { low: value, high: value } };
}

function meaning(
  comparator: Comparator,
  value: number,
  rounding: Interval,
  isFraction: boolean,
): Pick<ReportedNumber, "holds" | "strict" | "reading"> {
  const away = (percent: number) => (Math.abs(value) * percent) / 100;
  const around = (percent: number): Interval => ({
    low: Math.min(rounding.low, value - away(percent)),
    high: Math.max(rounding.high, value + away(percent)),
  });
  const above = { low: value, high: Number.POSITIVE_INFINITY };
  const below = { low: Number.NEGATIVE_INFINITY, high: value };
  switch (comparator) {
    case "=":
      // "Two-thirds" is a word for what is near it.
      if (isFraction && !Number.isInteger(value)) return meaning("about", value, rounding, false);
      return { holds: rounding, strict: false, reading: "rounds to the printed digits" };
    case ">":
      return { holds: above, strict: true, reading: "above the number" };
    case ">=":
      return { holds: above, strict: false, reading: "at least the number" };
    case "<":
      return { holds: below, strict: true, reading: "below the number" };
    case "<=":
      return { holds: below, strict: false, reading: "at most the number" };
    case "more-than":
      return value < 0
        ? { holds: below, strict: true, reading: "beyond the number, away from zero" }
        : { holds: above, strict: true, reading: "above the number" };
    case "nearly":
      return {
        holds:
          value < 0
            ? { low: value, high: value + away(NEARLY) }
            : { low: value - away(NEARLY), high: value },
        strict: false,
        reading: `up to ${NEARLY} % short of the number`,
      };
    case "about":
      return { holds: around(ABOUT), strict: false, reading: `within ${ABOUT} % of the number` };
    case "times":
      return { holds: around(TIMES), strict: false, reading: `within ${TIMES} % of the multiple` };
  }
}
