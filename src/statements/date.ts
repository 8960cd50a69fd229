import { M, monthOf, Y } from "./time-words.ts";
import type { Today } from "./times.ts";

/** When a document says that it was written. */
export interface WrittenOn extends Today {
  /** `2025-04-10`; without a day where none is printed: `2025-04`, `2025`. */
  readonly label: string;
}

const DAYS: readonly (readonly [RegExp, readonly [number, number, number]])[] = [
  [new RegExp(`(?<!\\w)${M}\\s(\\d{1,2})(?:st|nd|rd|th)?,?\\s${Y}`), [3, 1, 2]],
  [new RegExp(`(?<!\\w)(\\d{1,2})(?:st|nd|rd|th)?\\s${M},?\\s${Y}`), [3, 2, 1]],
  [/(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)/, [1, 2, 3]],
];
/** A month alone dates a document only where it stands by itself or behind such a word. */
const MONTH_ALONE = new RegExp(
  `(?:^|\\n|[|\\u2022\\u00b7,;:(]|\\b(?:published|updated|issued|released|date|dated|edition|issue|volume)\\b[^\\n]{0,20})\\s*[*_(]*${M},?\\s${Y}[*_)]*\\s*(?=\\n|[|\\u2022\\u00b7,;)]|$)`,
  "i",
);
/** A day on which something happened, of which a sentence tells: it does not date the document. */
const OF_AN_EVENT =
  /\b(?:on|since|by|until|till|before|after|through|from|to|between|and|effective|beginning|starting)\s$/i;
const OF_THE_DOCUMENT =
  /\b(?:published|updated|issued|released|posted|revised|dated|written|announced|reported|said|given|delivered|recorded|broadcast|today)\b[^\n.]{0,60}$/i;
const OPENING = 900;
const CLOSING = 500;

/** The date in the first lines of a text, or in the last. Null where neither has one. */
export function dateOf(text: string): WrittenOn | null {
  const closing = text.slice(Math.max(OPENING, text.length - CLOSING));
  return dateIn(text.slice(0, OPENING)) ?? dateIn(closing);
}

function dateIn(text: string): WrittenOn | null {
  let first: { at: number; date: WrittenOn } | null = null;
  for (const [pattern, [y, m, d]] of DAYS) {
    const match = [...text.matchAll(new RegExp(pattern, "g"))].find(
      ({ index }) => !isOfEvent(text, index),
    );
    if (!match || (first && match.index > first.at)) continue;
    const month = monthNumber(match[m]!);
    const day = Number(match[d]);
    if (month < 1 || month > 12 || day < 1 || day > 31) continue;
    first = { at: match.index, date: written(Number(match[y]), month, day) };
  }
  if (first) return first.date;
  const alone = MONTH_ALONE.exec(text);
  return alone ? written(Number(alone[2]), monthNumber(alone[1]!), null) : null;
}

function isOfEvent(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 90), at);
  return OF_AN_EVENT.test(before) && !OF_THE_DOCUMENT.test(before);
}

function monthNumber(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : monthOf(text);
}

function written(year: number, month: number, day: number | null): WrittenOn {
  const two = (part: number) => String(part).padStart(2, "0");
  return { year, month, label: `${year}-${two(month)}${day === null ? "" : `-${two(day)}`}` };
}
