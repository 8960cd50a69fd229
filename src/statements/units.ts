import type { Marked } from "./context.ts";
import type { PrintedNumber, SentenceText } from "./passage.ts";
import type { Statement } from "./statement.ts";

/** In what a number is counted. */
export type Unit = Pick<PrintedNumber, "unit" | "scale">;

/**
 * "USD 88.3bn, Thailand 38.8bn", "imports were 1.2tn": money where other numbers of the sentence are, or
 * where it speaks of trade.
 * @param isSpokenOf whether a figure of trade was told before.
 */
export function inMoney(
  numbers: readonly PrintedNumber[],
  { marks }: Marked,
  last: Statement | null,
  isSpokenOf: boolean,
): readonly PrintedNumber[] {
  const isOfMoney =
    isSpokenOf ||
    last?.quantity === "level" ||
    numbers.some(({ unit }) => unit === "USD") ||
    marks.some(({ slot, value }) => (slot === "flow" || slot === "verb") && value !== "none");
  if (!isOfMoney) return numbers;
  return numbers.map((number) =>
    (number.unit === "number" || number.unit === "count") &&
    number.noun === null &&
    /^(?:million|billion|trillion)$/.test(number.scale ?? "")
      ? { ...number, unit: "USD" }
      : number,
  );
}

/**
 * "Fell from 19 percent to 13", "Korea doubled, it is 2.6 now": a number without a unit has that of the
 * number before it, where words link it to what is told.
 */
export function withUnits(
  numbers: readonly PrintedNumber[],
  { start, text }: SentenceText,
  unitBefore: Unit | null,
): readonly PrintedNumber[] {
  let before = unitBefore;
  return numbers.map((number, index) => {
    const own = unitOf(number);
    if (own) {
      before = own;
      return number;
    }
    if (number.unit !== "number" || number.noun !== null || number.scale !== null) return number;
    const behind = numbers
      .slice(index + 1)
      .map(unitOf)
      .find((one) => one !== null);
    const [at, to] = [number.place.offset - start, number.place.end - start];
    const isTold = LINKED.test(text.slice(0, at)) && ENDED.test(text.slice(to));
    const unit = before ?? behind;
    return unit && isTold ? { ...number, ...unit } : number;
  });
}

const LINKED =
  /(?:\b(?:from|to|at|by|was|were|is|are|it's|of|or|and|than|just|only|over|under|nearly|almost|about|around|against|now|then|up|down|year|some|bit|roughly|below|above|up)|[,:(])\s(?:\w+\s)?$|^\W*$/i;
const ENDED =
  /^(?:[.,;:)!?\u2014]|\s(?:in|to|from|by|at|now|then|a\syear|last|this|before|after|and|or|when|while|but|compared|against|for|on|over|\u2014|\()|\s*$)/i;

export function unitOf({ unit, scale }: PrintedNumber): Unit | null {
  return unit === "USD" || unit === "percent" ? { unit, scale } : null;
}
