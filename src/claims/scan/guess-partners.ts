import type { Guess } from "./guess.ts";
import type { Mention, PartnerNames } from "./partner-names.ts";
import type { ScanContext } from "./scanned-number.ts";

const JOINED = /^(?:,\s(?:and\s)?|\sand\s|['’]s?\sand\s)$/;
const QUANTITY =
  /[-−–]?(?:US)?\$?\d[\d,.]*\d?(?:\s?%|\s(?:percent|per cent|thousand|million|billion|trillion))?/g;
/** "(1.8%)" right after a name, or the name right before the number: "Mexico 3.1%". */
const APPOSED = /^\s?\(?(?:added\s|with\s|at\s|by\s)?[-−–]?$/;
const FOLLOWS = /^\)?\s(?:for|with|from|to|in|of)\s(?:the\s)?$/;

/**
 * The partner of a number: by apposition, in turn where the sentence says "respectively", by the
 * preposition after the number (these are `medium`), or else the nearest named before it (`low`).
 */
export function guessPartners(
  { sentence, at, end }: ScanContext,
  names: PartnerNames,
): Guess<readonly string[]> | null {
  const found = names.mentions(sentence);
  if (found.length === 0) return null;
  const apposed = found.find(
    (name) => name.end <= at && APPOSED.test(sentence.slice(name.end, at)),
  );
  if (apposed) return { value: [apposed.code], confidence: "medium" };
  const inTurn = respectively(sentence, at, end, found);
  if (inTurn) return { value: [inTurn], confidence: "medium" };
  const followed = found.findIndex(
    (name) => name.start >= end && FOLLOWS.test(sentence.slice(end, name.start)),
  );
  if (followed >= 0)
    return { value: codes(listAt(sentence, found, followed)), confidence: "medium" };
  const before = found.findLastIndex((name) => name.end <= at);
  if (before < 0) return null;
  return { value: codes(listAt(sentence, found, before)), confidence: "low" };
}

function codes(names: readonly Mention[]): string[] {
  return [...new Set(names.map((name) => name.code))];
}

/** The names joined by commas and "and" to the one at `index`: "Mexico and Canada". */
function listAt(sentence: string, names: readonly Mention[], index: number): Mention[] {
  const joins = (i: number): boolean =>
    i + 1 < names.length && JOINED.test(sentence.slice(names[i]!.end, names[i + 1]!.start));
  let first = index;
  while (first > 0 && joins(first - 1)) first--;
  let last = index;
  while (joins(last)) last++;
  return names.slice(first, last + 1);
}

/** "Canada and Mexico add 2.6% and 2.8%, respectively": the first to the first, and so on. */
function respectively(
  sentence: string,
  at: number,
  end: number,
  names: readonly Mention[],
): string | null {
  if (!/\brespectively\b/.test(sentence.slice(end))) return null;
  const numbers = [...sentence.matchAll(QUANTITY)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  let index = numbers.findIndex((number) => number.start < end && number.end > at);
  if (index < 0) return null;
  const joined = (i: number): boolean =>
    i >= 0 &&
    i + 1 < numbers.length &&
    /^(?:,\s(?:and\s)?|\sand\s)$/.test(sentence.slice(numbers[i]!.end, numbers[i + 1]!.start));
  let first = index;
  while (joined(first - 1)) first--;
  let count = index - first + 1;
  while (joined(first + count - 1)) count++;
  index -= first;
  const nearest = names.findLastIndex((name) => name.end <= numbers[first]!.start);
  if (count < 2 || nearest < 0) return null;
  const list = listAt(sentence, names, nearest);
  return list.length === count ? list[index]!.code : null;
}
