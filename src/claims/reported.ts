import { InputError } from "../errors.ts";
import type { Interval } from "../numbers/interval.ts";
import { parsePrinted, scaleExponent } from "../numbers/printed.ts";
import type { Comparator } from "./file/schema.ts";

/** A number as a report prints it, in base units: dollars, percent, or plain. */
export interface ReportedNumber {
  readonly text: string;
  readonly value: number;
  /** Every number that the printed digits can stand for. */
  readonly rounding: Interval;
  /** Every true number for which the statement holds, given its comparator. */
  readonly holds: Interval;
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

/**
 * Reads a reported number and what its comparator lets it mean.
 * `=` the digits' rounding · `>` `>=` `<` `<=` the half line from the number, the number itself only
 * with `>=` and `<=` · `more-than` beyond the number and away from zero, so that a balance of more
 * than -50 is a larger deficit · `nearly` from 10 % short of it, towards zero, up to it · `about` 5 % to either side, or the rounding where that
 * is wider · `times` 10 % to either side of the multiple.
 * @param decimals how many decimals were computed, where padded zeros print more.
 * @throws InputError that names the claim when the text is no number.
 */
export function readReported(claim: {
  readonly id: string;
  readonly reported: string;
  readonly scale?: string | undefined;
  readonly comparator: Comparator;
  readonly decimals?: number | undefined;
}): ReportedNumber {
  const printed = readNumber(claim.reported, `${claim.id}: reported`, claim.decimals);
  const factor = claim.scale ? 10 ** (scaleExponent(claim.scale) ?? 0) : 1;
  const value = printed.value * factor;
  const rounding = { low: printed.interval.low * factor, high: printed.interval.high * factor };
  return { text: claim.reported, value, rounding, ...meaning(claim.comparator, value, rounding) };
}

/** A printed number or fraction (`1/3`), which has no rounding. */
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
