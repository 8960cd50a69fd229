import { scaleExponent } from "../../numbers/printed.ts";
import type { PrintedNumber } from "../../statements/passage.ts";
import { isMove } from "../../statements/statement.ts";
import type { CheckedNumber } from "./checked.ts";
import type { Figures } from "./figures.ts";
import { chanceOf, digitsOf } from "./printed.ts";
import { type Trial, trialsOf } from "./try.ts";

/** So many of the likeliest readings are held against the slips of a pen. */
const MOST_READINGS = 8;
/** How much likelier a reading must be than that random digits would be its own with a slip of the pen. */
const EXCHANGED_BEYOND = 60;
const SCALED_BEYOND = 40;
const TURNED_BEYOND = 8;

type Slipped = Pick<CheckedNumber, "trial" | "slip">;

/**
 * The slip of a number whose reading is not sure, where so few random numbers are off by such a slip that
 * no other reading would explain it; null where none is.
 */
export function sureSlip(one: CheckedNumber, figures: Figures): Slipped | null {
  const { read, trial } = one;
  const all = read.readings.reduce((sum, { weight }) => sum + weight, 0);
  for (const reading of read.readings.slice(0, MOST_READINGS)) {
    for (const own of trialsOf(read, reading, figures)) {
      const share = reading.weight / all / chanceOf(own.reported);
      const slip =
        (share >= EXCHANGED_BEYOND && digitsOf(read.number) > 2
          ? exchanged(read.number, own)
          : null) ?? (share >= SCALED_BEYOND ? scaled(read.number, own) : null);
      if (slip) return { trial: own, slip };
    }
  }
  return trial && turned(one, trial);
}

/** A rise told as a fall, or a fall as a rise. */
export function turned({ read }: CheckedNumber, trial: Trial): Slipped | null {
  const { reading, computed, reported } = trial;
  const { direction, quantity } = reading.statement;
  if (direction === null || !isMove(quantity) || reading.instead !== null) return null;
  if (1 / chanceOf(reported) < TURNED_BEYOND) return null;
  const { low, high } = reported.holds;
  if (digitsOf(read.number) < 2 || -computed < low || -computed > high) return null;
  return { trial, slip: direction === 1 ? "a fall, not a rise" : "a rise, not a fall" };
}

/** What is printed, and what should have been, in the same scale and with as many decimals. */
function compare(number: PrintedNumber, { computed }: Trial) {
  const printed = number.value.replace(/,/g, "");
  const decimals = printed.split(".")[1]?.length ?? 0;
  const value = Math.abs(computed) / 10 ** (scaleExponent(number.scale ?? "") ?? 0);
  const isPrinted = (one: number) => one.toFixed(decimals) === printed;
  return { printed, decimals, value, isPrinted };
}

function scaled(number: PrintedNumber, trial: Trial): string | null {
  const { value, isPrinted } = compare(number, trial);
  return isPrinted(value * 1000) || isPrinted(value / 1000)
    ? "a thousand times too much or too little (million for billion)"
    : null;
}

/** Slips of the pen, from the number that it should have been. */
export function ofDigits(number: PrintedNumber, trial: Trial): string | null {
  // A surplus for a deficit is no slip of digits.
  if (trial.computed * trial.reported.value < 0) return null;
  const thousandfold = scaled(number, trial);
  if (thousandfold !== null) return thousandfold;
  const { value, decimals, isPrinted } = compare(number, trial);
  if (isPrinted(Math.floor(value * 10 ** decimals) / 10 ** decimals)) return "cut off, not rounded";
  if (isPrinted(value * 10) || isPrinted(value / 10)) return "ten times too much or too little";
  return exchanged(number, trial);
}

function exchanged(number: PrintedNumber, trial: Trial): string | null {
  const { printed, decimals, value } = compare(number, trial);
  const right = value.toFixed(decimals);
  if (right === printed) return null;
  for (let at = 0; at + 1 < right.length; at++) {
    for (let other = at + 1; other <= at + 2 && other < right.length; other++) {
      const digits = [...right];
      if (digits[at] === "." || digits[other] === ".") continue;
      [digits[at], digits[other]] = [digits[other]!, digits[at]!];
      if (digits.join("") === printed) return `two digits exchanged (${right})`;
    }
  }
  return null;
}
