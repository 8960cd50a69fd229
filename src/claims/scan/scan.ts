import { comparisonAfter, comparisonBefore } from "./comparators.ts";
import { digitTokens } from "./digit-tokens.ts";
import { indexAt, type Layout, layOut } from "./layout.ts";
import { wordTokens } from "./number-words.ts";
import { linkRanges, shareInLists } from "./ranges.ts";
import type {
  IgnoreReason,
  Place,
  RangeLink,
  ScanContext,
  ScannedNumber,
} from "./scanned-number.ts";
import { Spans } from "./spans.ts";
import type { Token } from "./token.ts";
import { tokenReason } from "./token-reasons.ts";

const CONTEXT_REACH = 400;

/**
 * Lists every number of a text (plain or Markdown, in English): each run of digits, and the words
 * that state a quantity. Each is a claim to check, or is ignored for a reason; none is left out, and
 * no digit belongs to two numbers. The time grows with the length of the text and no faster.
 */
export function scanText(text: string): ScannedNumber[] {
  const layout = layOut(text);
  const { plain } = layout;
  const tokens = merged(digitTokens(plain), wordTokens(plain));
  const spans = new Spans(layout);
  const painted = tokens.map((token) => spans.reasonAt(token.from));
  const open = (token: Token, reason: IgnoreReason | null): boolean =>
    reason === null || (hasUnit(token) && reason !== "url" && reason !== "citation");
  const openTokens = new Set(tokens.filter((token, index) => open(token, painted[index]!)));
  const isOpen = (token: Token): boolean => openTokens.has(token);
  shareInLists(plain, tokens, isOpen);
  const ranges = linkRanges(plain, tokens, isOpen);
  const reasons: (IgnoreReason | null)[] = [];
  for (const [index, token] of tokens.entries()) {
    const previous = tokens[index - 1];
    const adjacent = previous !== undefined && previous.to + 1 === token.from;
    const byPlace = openTokens.has(token) ? null : painted[index]!;
    const byTouch = (): IgnoreReason | null =>
      hasUnit(token) ? null : tokenReason(plain, token, adjacent ? reasons[index - 1]! : null);
    reasons.push(byPlace ?? byTouch());
  }
  const links = new Map<number, RangeLink>();
  for (const { first, last, kind } of ranges) {
    if (reasons[first] !== null || reasons[last] !== null) continue;
    links.set(first, { end: "first", other: last, kind });
    links.set(last, { end: "last", other: first, kind });
  }
  const places = new Places(layout);
  return tokens.map((token, index) => {
    const comparison = comparisonBefore(plain, token.start) ?? comparisonAfter(plain, token.end);
    return {
      index,
      raw: text.slice(token.start, token.end),
      value: token.value,
      sign: token.sign,
      unit: token.unit ?? (token.noun === null ? "number" : "count"),
      noun: token.noun,
      scale: token.scale,
      comparator: comparison?.comparator ?? "=",
      comparatorWords: comparison?.words ?? null,
      range: links.get(index) ?? null,
      ignored: reasons[index]!,
      ...places.of(text, token),
    };
  });
}

/** A token that says itself what it measures is a quantity wherever it stands in a sentence. */
function hasUnit(token: Token): boolean {
  return !(token.unit === null && token.scale === null) && !(token.word && token.unit === "ratio");
}

/** Both lists in the order of the text; a word inside a number of digits is that number's own. */
function merged(digits: readonly Token[], words: readonly Token[]): Token[] {
  const all = [...digits, ...words].sort((a, b) => a.start - b.start);
  const kept: Token[] = [];
  for (const token of all) {
    const before = kept.at(-1);
    if (before === undefined || token.start >= before.end) kept.push(token);
    else if (before.word) kept[kept.length - 1] = token;
  }
  return kept;
}

/** Looks up lines, paragraphs and sentences by offset. */
class Places {
  readonly #starts: number[];

  constructor(readonly layout: Layout) {
    this.#starts = layout.paragraphs.map((paragraph) => paragraph.start);
  }

  of(text: string, token: Token): { place: Place; context: ScanContext } {
    const { start, end } = token;
    const { lineStarts, paragraphs } = this.layout;
    const line = indexAt(lineStarts, start);
    const number = indexAt(this.#starts, start);
    const paragraph = paragraphs[number]!;
    const sentence = indexAt(paragraph.sentences, start);
    const sentenceEnd = paragraph.sentences[sentence + 1] ?? paragraph.end;
    const from = Math.max(paragraph.sentences[sentence]!, start - CONTEXT_REACH);
    const to = Math.max(end, Math.min(sentenceEnd, end + CONTEXT_REACH));
    const { section } = paragraph;
    return {
      place: {
        line: line + 1,
        column: start - lineStarts[line]! + 1,
        offset: start,
        end,
        paragraph: number + 1,
        sentence: sentence + 1,
        section,
      },
      context: { sentence: text.slice(from, to), at: start - from, end: end - from, section },
    };
  }
}
