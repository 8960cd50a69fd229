import type { Token } from "./token.ts";

/** Two tokens that are the ends of one range, by their positions in the list. */
export interface Range {
  readonly first: number;
  readonly last: number;
  readonly kind: "interval" | "change";
}

const DASH = /^(?:[-–—]|\s[-–]\s)$/;
const TO = /^\sto\s(?:a\s|about\s|around\s|nearly\s|almost\s|over\s|just\s|more\sthan\s){0,2}$/i;
const AND = /^\sand\s$/i;
const FROM = /\bfrom\s(?:about\s|around\s|nearly\s|just\s|roughly\s)?$/i;
const BETWEEN = /\bbetween\s(?:about\s|around\s|roughly\s)?$/i;
/** "rose by 55 to 156": a step and a level, which bound nothing together. */
const BY = /\bby\s(?:about\s|around\s|nearly\s|just\s|roughly\s|over\s)?$/i;
/** "288% to 2023": a year takes no unit from the number before it. */
const YEAR = /^(?:19|20)\d\d$/;
const LONGEST_GAP = 24;
/** "from 11 percent in 2016 to 13 percent": the year between the two ends. */
const YEAR_BETWEEN =
  /^\s(?:in|during|for|of)\s(?:fiscal\s(?:year\s)?|FY\s?)?(?:19|20)\d\d,?\sto\s(?:a\s|about\s|around\s|nearly\s|almost\s|over\s|just\s|more\sthan\s){0,2}$/i;
const CURRENCY = /^[A-Z]{3}(?:\sper\s|$)/;

/**
 * Links the two ends of "50–60%", "40% to 45%", "between 2 and 3 million", "from 11% to 21%", and
 * lets the end without a unit or scale have the other's.
 */
export function linkRanges(
  plain: string,
  tokens: readonly Token[],
  open: (token: Token) => boolean,
): Range[] {
  const ranges: Range[] = [];
  for (let index = 0; index + 1 < tokens.length; index++) {
    const first = tokens[index]!;
    const last = tokens[index + 1]!;
    if (first.word !== last.word || last.start - first.end > LONGEST_GAP) continue;
    if (!open(first) || !open(last) || ranges.at(-1)?.last === index) continue;
    if (isBareYear(last)) continue;
    if (isBareYear(first)) {
      const start = tokens[index - 1];
      if (start && open(start) && isChangeOverYears(plain, start, last)) {
        share(start, last);
        ranges.push({ first: index - 1, last: index + 1, kind: "change" });
      }
      continue;
    }
    const gap = plain.slice(first.end, last.start);
    const before = plain.slice(Math.max(0, first.start - 20), first.start);
    const to = TO.test(gap) && !BY.test(before);
    if (!DASH.test(gap) && !to && !(AND.test(gap) && BETWEEN.test(before))) continue;
    const change = to && FROM.test(before);
    if (!canShare(first, last, to && !change)) continue;
    share(first, last);
    ranges.push({ first: index, last: index + 1, kind: change ? "change" : "interval" });
  }
  return ranges;
}

function isBareYear({ unit, scale, sign, value }: Token): boolean {
  return unit === null && scale === null && sign === "" && YEAR.test(value);
}

function isChangeOverYears(plain: string, first: Token, last: Token): boolean {
  if (last.start - first.end > 60 || first.word !== last.word) return false;
  return (
    YEAR_BETWEEN.test(plain.slice(first.end, last.start)) &&
    FROM.test(plain.slice(Math.max(0, first.start - 20), first.start)) &&
    canShare(first, last, false)
  );
}

/**
 * Whether two numbers can be ends of one range: not "9 percent to $1.1 trillion", and, where nothing
 * but "to" joins them, not "up 4 percent to 1,200".
 */
function canShare(first: Token, last: Token, loose: boolean): boolean {
  const base = (unit: string) => unit.replace(/ per .*$/, "");
  if (first.unit !== null && last.unit !== null) return base(first.unit) === base(last.unit);
  const relative = (token: Token) => token.unit !== null && !CURRENCY.test(token.unit);
  if (relative(first) && (last.scale !== null || last.noun !== null)) return false;
  if (relative(last) && first.scale !== null) return false;
  return !(loose && relative(first));
}

function share(first: Token, last: Token): void {
  if (first.scale === null && last.scale !== null && !reachesNextScale(first, last)) {
    first.scale = last.scale;
  }
  if (first.unit === null && last.unit !== null) first.unit = last.unit;
  else if (last.unit === null && first.unit !== null) last.unit = first.unit;
  else if (first.unit !== null && last.unit?.startsWith(`${first.unit} per `)) {
    first.unit = last.unit;
  }
  if (first.unit === null) first.noun ??= last.noun;
  else {
    first.noun = null;
    last.noun = null;
  }
}

/** "900 to 1.2 million" counts single things up to millions; "5 to 10 million" millions. */
function reachesNextScale(first: Token, last: Token): boolean {
  return Number(first.value) >= 100 * Number(last.value);
}

const LIST_GAP = /^(?:,\s(?:and\s|or\s)?|\s(?:and|or)\s)$/;

/** "10, 25, and 50 percent": the last of a list gives its unit and scale to the bare ones before. */
export function shareInLists(
  plain: string,
  tokens: readonly Token[],
  open: (token: Token) => boolean,
): void {
  for (let index = tokens.length - 2; index >= 0; index--) {
    const token = tokens[index]!;
    const next = tokens[index + 1]!;
    const bare = token.unit === null && token.scale === null && token.noun === null && !token.word;
    if (!bare || next.word || !open(token) || YEAR.test(token.value)) continue;
    // The mark of a note touches the word before it; a member of a list does not.
    if (!/\s/.test(plain[token.start - 1] ?? " ")) continue;
    if (next.start - token.end > LONGEST_GAP) continue;
    if (next.unit === "times" || next.unit === "ratio" || next.unit === "rank") continue;
    if (!LIST_GAP.test(plain.slice(token.end, next.start))) continue;
    token.unit = next.unit;
    token.scale = next.scale;
    token.noun = next.noun;
  }
}
