import { InputError } from "../errors.ts";
import type { Interval } from "./interval.ts";

/** A number as somebody printed it, and what its digits leave open. */
export interface PrintedNumber {
  readonly text: string;
  readonly value: number;
  /** Digits after the decimal point, the padded zeros included: `17.10` has two. */
  readonly decimals: number;
  /**
   * Every number that rounds to the printed digits: half a unit of the last digit to either side,
   * both ends included, because some round half up and others half to even.
   */
  readonly interval: Interval;
}

const scales: Readonly<Record<string, number>> = {
  hundred: 2,
  k: 3,
  thousand: 3,
  m: 6,
  mn: 6,
  million: 6,
  b: 9,
  bn: 9,
  billion: 9,
  t: 12,
  tn: 12,
  trillion: 12,
};

const PRINTED =
  /^([+-]?)(?:US)?\$?\s*((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d*))?|\.(\d+))\s*(%|[a-z]+)?$/i;

/** The power of ten that a word for a scale stands for, or undefined: `bn` is 9. */
export function scaleExponent(word: string): number | undefined {
  const name = word.toLowerCase();
  return Object.hasOwn(scales, name) ? scales[name] : undefined;
}

/**
 * Reads a printed number with the rounding that its digits carry: `274` is any number from 273.5
 * to 274.5, `17.10` from 17.095 to 17.105, `1.8 trillion` from 1.75e12 to 1.85e12. Thousands may be
 * set off by commas; a percent sign is read over.
 * @param place what the number is, for the message when it cannot be read.
 * @param decimals how many decimals were computed, where fewer than are printed (padded zeros).
 * @throws InputError when the text is not a number.
 */
export function parsePrinted(text: string, place = "number", decimals?: number): PrintedNumber {
  const match = PRINTED.exec(text.trim().replace(/[−–]/g, "-"));
  if (!match) throw new InputError(`${place}: expected a number, got "${text.trim()}"`);
  const [, sign, body] = match;
  const suffix = match[5];
  const exponent = suffix === undefined || suffix === "%" ? 0 : scaleExponent(suffix);
  if (exponent === undefined) {
    throw new InputError(
      `${place}: "${suffix}" in "${text.trim()}" is not a scale (use hundred, thousand, million, billion or trillion)`,
    );
  }
  const printedDecimals = (match[3] ?? match[4] ?? "").length;
  const digits = BigInt(body!.replace(/[,.]/g, "") || "0") * (sign === "-" ? -1n : 1n);
  const kept = Math.min(decimals ?? printedDecimals, printedDecimals);
  const half = 5n * 10n ** BigInt(printedDecimals - kept);
  const shift = exponent - printedDecimals;
  return {
    text: text.trim(),
    value: decimalNumber(digits, shift),
    decimals: printedDecimals,
    interval: {
      low: decimalNumber(digits * 10n - half, shift - 1),
      high: decimalNumber(digits * 10n + half, shift - 1),
    },
  };
}

/** The double nearest to `digits * 10^exponent`. */
function decimalNumber(digits: bigint, exponent: number): number {
  return Number(`${digits}e${exponent}`);
}
