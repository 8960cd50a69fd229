import { type NeededWords, neededWords } from "../needed-words.ts";
import { type Period, periodOf, yearPeriod } from "../records/period.ts";
import type { Today, When } from "./times.ts";

type Made = Partial<Pick<When, "kind" | "period" | "from" | "by" | "open" | "over" | "months">>;
type Make = (match: RegExpMatchArray, today: Today) => Made | null;
/** A pattern with the time that its words name, null where they name none, and what it needs. */
export type Rule = readonly [RegExp, Make, NeededWords?];

export const MONTHS =
  "January|February|March|April|May|June|July|August|September|October|November|December";
const SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec";
export const M = `(${MONTHS}|(?:${SHORT})\\.?)`;
export const Y = "((?:19|20)\\d\\d)";
export const NUMBERS =
  "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty";
export const N = `(an?|${NUMBERS}|\\d{1,2})`;
export const ORDINALS = ["first", "second", "third", "fourth"];

export const quarterOf = (word: string): number =>
  /^opening$/i.test(word)
    ? 1
    : /^(?:final|closing)$/i.test(word)
      ? 4
      : ORDINALS.indexOf(word.toLowerCase()) + 1;
export const monthOf = (name: string): number =>
  MONTHS.split("|").findIndex((one) =>
    one.toLowerCase().startsWith(name.slice(0, 3).toLowerCase()),
  ) + 1;
export const count = (word: string): number => {
  if (/^\d+$/.test(word)) return Number(word);
  return /^an?$/i.test(word) ? 1 : NUMBERS.split("|").indexOf(word.toLowerCase()) + 1;
};
export const months = (year: number, first: number, last: number): Period =>
  periodOf(year * 12 + first - 1, year * 12 + last - 1);
export const year = (text: string): Period => yearPeriod(Number(text));
export const at = (period: Period, open = false): Made => ({ period, open });

/** The year of a month without one: the last such month before the document. */
export function lastYearOf(month: number, today: Today): number {
  if (today.month !== null) return month < today.month ? today.year : today.year - 1;
  return month > 6 ? today.year - 1 : today.year;
}

export const rule = (source: string, make: Make): Rule => [
  new RegExp(`(?<![\\w$.,-])(?:${source})(?![\\w%]|[.,]\\d|-\\d{2}\\b)`, "gi"),
  make,
  neededWords(source),
];

export const SAME =
  "(?:the\\s)?(?:same|corresponding|comparable|equivalent)\\s(?:period|(?:\\w+\\s)?months?|quarter|time|half|stretch|span)";
/** "March '25". */
export const SHORT_YEAR = "['\u2019](\\d\\d)";
export const shortYear = (digits: string): number => 2000 + Number(digits);
export const BEFORE = "(?:earlier|before|ago|prior|previously|previous|back)";
