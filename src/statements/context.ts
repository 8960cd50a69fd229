import { around, type Item } from "./items.ts";
import type { Slot } from "./lexicon.ts";
import type { Lexed, Mark } from "./marks.ts";
import type { PrintedNumber } from "./passage.ts";
import type { When } from "./times.ts";

/** A stretch of text with all that its words say. */
export interface Marked extends Lexed {
  readonly text: string;
  readonly times: readonly When[];
}

/** A sentence whose words have been read. */
export interface ReadSentence extends Marked {
  readonly items: readonly Item[];
  /** Where its numbers begin and end within it. */
  readonly spans: readonly {
    readonly at: number;
    readonly to: number;
    readonly number: PrintedNumber;
  }[];
}

/** A number within its sentence. */
export interface Here extends ReadSentence {
  readonly number: PrintedNumber;
  readonly code: string;
  readonly at: number;
  readonly to: number;
  /** The letters of the items before it and after it. */
  readonly before: string;
  readonly after: string;
}

export interface Placed {
  readonly start: number;
  readonly end: number;
}

export function hereOf(sentence: ReadSentence, index: number): Here {
  const { at, to, number } = sentence.spans[index]!;
  const code = sentence.items.find(({ start }) => start === at)?.code ?? "#";
  return { ...sentence, number, code, at, to, ...around(sentence.items, at, to) };
}

const CLAUSE = 5;
const NUMBER_BETWEEN = 6;
const BEHIND = 3;
const TAKEN = 8;
const OUTDONE = 10;

/**
 * How far a phrase is from a number, in words; the end of a clause and another number between count as
 * more, as does standing behind, touching another number, or being only what is outdone.
 */
export function distance(here: Here, place: Placed): number {
  const isBefore = place.end <= here.at;
  const isOutdone =
    here.marks.some(
      ({ slot, end }) => slot === "passed" && end <= place.start && place.start - end < 6,
    ) || /\bthan\s(?:the\s)?$/.test(here.text.slice(Math.max(0, place.start - 10), place.start));
  const [from, to] = isBefore ? [place.end, here.at] : [here.to, place.start];
  const between = here.items.filter(({ start, end }) => start >= from && end <= to);
  const codes = between.map(({ code }) => code).join("");
  if (isBefore && codes === "," && isOfNumberBefore(here, place)) return CLAUSE;
  if (isBefore && /^(?:\(|,?=|,|)$/.test(codes)) return codes === "," && isGoverned(here) ? 1 : 0;
  // "Exports to Canada: $5 billion".
  if (isBefore && /^[oifrwTP]{0,4}:$/.test(codes)) return isOutdone ? OUTDONE : 1;
  if (!isBefore && /^[rftwi]?$/.test(codes)) return 0.5;
  const clauses =
    (codes.match(/[:K\u2014\u2013]|,&|,[PFV]/g)?.length ?? 0) +
    2 * (codes.match(/;/g)?.length ?? 0);
  const numbers = codes.match(/[$%pxqk#]/g)?.length ?? 0;
  const next = here.items.find(({ start }) => start >= place.end);
  const after = next && here.items[here.items.indexOf(next) + 1];
  const isTaken =
    next !== undefined &&
    next.start !== here.at &&
    (isNumber(next) ||
      (/[(=fb]/.test(next.code) &&
        after !== undefined &&
        isNumber(after) &&
        after.start !== here.at));
  return (
    codes.length +
    CLAUSE * clauses +
    NUMBER_BETWEEN * numbers +
    (isBefore ? 0 : BEHIND + (codes.includes(";") ? TAKEN : 0)) +
    (isTaken ? TAKEN : 0) +
    (isOutdone ? OUTDONE : 0)
  );
}

/** "$66.9bn bought, $12.7bn sold": the first word is the first number's. */
function isOfNumberBefore({ items }: Here, { start }: Placed): boolean {
  const at = items.findIndex((item) => item.start >= start);
  const before = items[at - 1];
  return before !== undefined && isNumber(before);
}

/** "$6.1 billion from France": a name behind governs it. */
function isGoverned({ items, to }: Here): boolean {
  const at = items.findIndex(({ start }) => start >= to);
  return /^[ftwi]P/.test(`${items[at]?.code}${items[at + 1]?.code}`);
}

function isNumber({ code }: Item): boolean {
  return /[$%pxqk]/.test(code);
}

/** The marks of a slot, the nearest first. */
export function nearest(here: Here, slot: Slot, may: (mark: Mark) => boolean = () => true): Mark[] {
  return here.marks
    .filter((mark) => mark.slot === slot && mark.value !== "none" && may(mark))
    .sort((a, b) => distance(here, a) - distance(here, b));
}

/**
 * Whether a phrase stands before the number in its own clause: no end of a clause and no other number
 * is between them. It is then the number's, however many words are between.
 */
export function isInClause(here: Here, { end }: Placed): boolean {
  if (end > here.at || numberBetween(here, end, here.at)) return false;
  const codes = here.items
    .filter((item) => item.start >= end && item.end <= here.at)
    .map(({ code }) => code)
    .join("");
  return !CLAUSE_END.test(codes.replace(APPOSITION, ""));
}

/** "The deficit with Ireland, all products, was". */
const APPOSITION = /,[^,;:K$%UDV=]{1,5},(?==)/;

const CLAUSE_END = /[;:K,\u2014\u2013]/;

/** Whether any number stands between two places. */
export function numberBetween({ spans }: ReadSentence, from: number, to: number): boolean {
  return spans.some(({ at }) => at >= from && at < to);
}
