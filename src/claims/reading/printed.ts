import { InputError } from "../../errors.ts";
import type { PrintedNumber } from "../../statements/passage.ts";
import { isMove, type Statement } from "../../statements/statement.ts";
import type { Comparator } from "../file/schema.ts";
import { type ReportedNumber, readReported } from "../reported.ts";
import { judge } from "../verdict.ts";

/** A printed number as its statement lets it be understood: with the sign that its words give it. */
export function printedAs(
  number: PrintedNumber,
  { quantity, direction, subject }: Statement,
): ReportedNumber | null {
  const isMoved = isMove(quantity);
  const falls = isMoved && direction === -1;
  const deficit = subject.as === "deficit" && !isMoved;
  const negative = falls || (number.sign === "-" && !deficit && !(isMoved && direction !== null));
  const known = understood.get(number) ?? new Map<boolean, ReportedNumber | null>();
  understood.set(number, known);
  const found = known.get(negative);
  if (found !== undefined) return found;
  const reported = reportedOf(number, negative);
  known.set(negative, reported);
  return reported;
}

/** A number is tried under many readings, which differ in its sign at most. */
const understood = new WeakMap<PrintedNumber, Map<boolean, ReportedNumber | null>>();

function reportedOf(number: PrintedNumber, negative: boolean): ReportedNumber | null {
  const text = number.value.replace(
    /^(\d+)\s(\d+)\/(\d+)$/,
    (_, whole, over, under) => `${Number(whole) * Number(under) + Number(over)}/${under}`,
  );
  try {
    // A padded zero was not computed: "-$64,262.70 million" beside "-$152,473.5 million".
    const padded = text.replace(/\D/g, "").length > 5 ? /\.\d+0$/.exec(text) : null;
    return readReported({
      id: "number",
      reported: `${negative ? "-" : ""}${text}`,
      scale: number.scale ?? undefined,
      comparator: comparatorOf(number),
      ...(padded ? { decimals: padded[0].length - 2 } : {}),
      size: true,
    });
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** "Add up to" ends a sum, and a word such as "doubled" says about how much. */
export function comparatorOf({
  comparator,
  comparatorWords,
  unit,
  rounded,
}: PrintedNumber): Comparator {
  if (comparator === "<=" && /^up to/i.test(comparatorWords ?? "")) return "=";
  if (comparator !== "=") return comparator as Comparator;
  if (!rounded) return "=";
  return unit === "times" ? "times" : "about";
}

export function isBound(comparator: string): boolean {
  return /^(?:more-than|[<>]=?)$/.test(comparator);
}

const LOOSEST_BOUND = 0.35;

/** Whether a value is what is printed. A bound that lies far off says nothing and is not met. */
export function agrees(
  reported: ReportedNumber,
  value: number,
  comparator: Comparator,
  rounding = 0,
): boolean {
  // Most readings are far off, which is told without a verdict.
  const { holds, holdsByDigits } = reported;
  const margin = rounding + Math.max(Math.abs(value), Math.abs(reported.value)) * 1e-9;
  const low = Math.min(holds.low, holdsByDigits.low) - margin;
  const high = Math.max(holds.high, holdsByDigits.high) + margin;
  if (value < low || value > high) return false;
  const { verdict } = judge(
    "data",
    reported,
    { value, interval: { low: value - rounding, high: value + rounding } },
    comparator,
  );
  if (verdict === "mismatch") return false;
  if (!isBound(comparator)) return true;
  return Math.abs(value - reported.value) <= Math.abs(reported.value) * LOOSEST_BOUND;
}

/** About what part of random numbers of its size would be taken for it: of half its value to twice it. */
export function chanceOf({ value, holds }: ReportedNumber): number {
  if (value === 0) return 1;
  const low = Math.max(holds.low, value - Math.abs(value) / 2);
  const high = Math.min(holds.high, value + Math.abs(value));
  return Math.max(0, high - low) / (1.5 * Math.abs(value));
}

/** The printed digits that count: 4 for "$171.8 billion", 2 for "0.35 percent". */
export function digitsOf({ value }: PrintedNumber): number {
  return value.replace(/\D/g, "").replace(/^0+/, "").length;
}

/** So few digits agree with almost anything near. */
const WEAK_DIGITS = 2;

/** Whether so few digits, or a bound, would also agree by chance. */
export function isWeak(number: PrintedNumber): boolean {
  return digitsOf(number) <= WEAK_DIGITS || isBound(number.comparator) || number.rounded;
}
