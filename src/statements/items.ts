import type { Lexed, Mark, Named } from "./marks.ts";
import type { PrintedNumber } from "./passage.ts";
import type { When } from "./times.ts";

/**
 * One item of a sentence for the grammar, by a letter:
 * `$` money · `%` percent · `p` points · `x` times · `q` a fraction · `k` a rank · `#` another number ·
 * `P` partner · `T` time · `B` time of a base · `F` flow · `V` verb of trade · `S` sector · `G` product ·
 * `U` `D` verb of change · `A` `a` up, down · `u` `d` noun of change · `M` `L` more, less · `H` share ·
 * `h` verb of share · `E` equals · `X` value added · `g` compared with · `K` while, but · `R` reporter ·
 * `o` of · `i` in · `t` to · `f` from · `b` by · `w` with · `r` for · `n` than · `&` and · `|` or · `W` a word ·
 * `Z` became · a mark of punctuation as itself. Words that only say how near a number is are left out.
 */
export interface Item {
  readonly code: string;
  readonly start: number;
  readonly end: number;
  readonly number?: PrintedNumber;
  /** Of a word that is in no phrase of the lexicon. */
  readonly word?: string;
}

const PREPOSITIONS: Readonly<Record<string, string>> = {
  ...{ of: "o", in: "i", to: "t", into: "t", from: "f", by: "b", with: "w", for: "r", than: "n" },
  ...{
    over: "M",
    under: "L",
    and: "&",
    or: "|",
    on: "i",
    at: "=",
    was: "=",
    were: "=",
    is: "=",
    are: "=",
    stood: "=",
  },
  ...{ became: "Z", turned: "Z", swung: "Z", flipped: "Z" },
  ...{ reached: "=", hit: "=", totaled: "=", totalled: "=", came: "=", ran: "=", through: "T" },
};

const ARTICLES = new Set([
  "a",
  "an",
  "the",
  "its",
  "their",
  "his",
  "this",
  "that",
  "these",
  "those",
]);

function codeOfNumber({ unit }: PrintedNumber): string {
  if (unit === "USD" || /^USD per month$/.test(unit)) return "$";
  if (/^percent(?:$|\s(?:per|an?)\syear)/.test(unit)) return "%";
  if (unit === "percentage-points") return "p";
  if (unit === "times") return "x";
  if (unit === "ratio") return "q";
  if (unit === "rank") return "k";
  return "#";
}

function codeOfMark({ slot, value }: Mark): string | null {
  switch (slot) {
    case "flow":
      return value === "none" ? "W" : "F";
    case "verb":
      return value === "none" ? "W" : "V";
    case "sector":
      return value === "none" ? "W" : "S";
    case "product":
    case "without":
      return "G";
    case "up":
      return value === "verb" ? "U" : value === "adverb" ? "A" : "u";
    case "down":
      return value === "verb" ? "D" : value === "adverb" ? "a" : "d";
    case "more":
      return "M";
    case "less":
      return "L";
    case "share":
      return value === "noun" ? "H" : "h";
    case "equals":
      return "E";
    case "value-added":
      return "X";
    case "base":
      return "g";
    case "boundary":
      return "K";
    case "reporter":
      return "R";
    case "hedge":
      return null;
    default:
      return "W";
  }
}

/** The items of a sentence in its order, without hedges. */
export function itemsOf(
  { words, marks, named }: Lexed,
  times: readonly When[],
  numbers: readonly (PrintedNumber & { readonly at: number; readonly to: number })[],
): Item[] {
  const items: Item[] = numbers.map((number) => ({
    ...{ code: codeOfNumber(number), start: number.at, end: number.to, number },
  }));
  const isFree = ({ start, end }: { readonly start: number; readonly end: number }) =>
    !items.some((one) => start < one.end && end > one.start);
  const put = (found: readonly { start: number; end: number; code: string }[]) => {
    items.push(...found.filter(isFree));
  };
  put(times.map(({ start, end, role }) => ({ start, end, code: role === "base" ? "B" : "T" })));
  put(named.map(({ start, end }: Named) => ({ start, end, code: "P" })));
  const hedges: { start: number; end: number }[] = [];
  for (const mark of marks) {
    const code = codeOfMark(mark);
    if (code === null) hedges.push(mark);
    else if (isFree(mark)) items.push({ code, start: mark.start, end: mark.end });
  }
  for (const { text, mark, start, end } of words) {
    if (!isFree({ start, end }) || hedges.some((one) => start < one.end && end > one.start))
      continue;
    if (ARTICLES.has(text) || /^["'$%]$/.test(mark)) continue;
    items.push({
      code: mark === "" ? (PREPOSITIONS[text] ?? "W") : mark === "\u2192" ? "t" : mark,
      start,
      end,
      word: text,
    });
  }
  return withoutBounds(items.sort((a, b) => a.start - b.start));
}

/** "More than" and "above" before a number say how near it is; behind one they compare it. */
function withoutBounds(items: readonly Item[]): Item[] {
  const kept = items.filter((item, index) => {
    const [next, second] = [items[index + 1], items[index + 2]];
    const verb = items[index - 1];
    // "Dropped below 200 billion" says where it ended.
    if (
      /^(?:above|below|past)$/.test(item.word ?? "") &&
      next?.number &&
      verb &&
      /[UD]/.test(verb.code)
    )
      return true;
    if (/[ML]/.test(item.code)) {
      return !(next?.number || (next?.code === "n" && second?.number));
    }
    const before = items[index - 1];
    return !(item.code === "n" && next?.number && before && /[ML]/.test(before.code));
  });
  return kept.map((item, index) => {
    if (!/^(?:above|below|past|under)$/.test(item.word ?? "")) return item;
    if (kept[index + 1]?.number) return { ...item, code: "t" };
    return kept[index - 1]?.number ? { ...item, code: item.word === "above" ? "M" : "L" } : item;
  });
}

/** The codes before and after a place of a sentence, as texts for patterns. */
export function around(
  items: readonly Item[],
  at: number,
  to: number,
): { before: string; after: string } {
  let before = "";
  let after = "";
  for (const { code, start, end } of items) {
    if (end <= at) before += code;
    else if (start >= to) after += code;
  }
  return { before, after };
}
