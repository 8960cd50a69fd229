import type { TextDocument } from "../../documents/document.ts";
import { indexAt } from "../../documents/line-starts.ts";
import { readPlainText } from "../../documents/readers/text.ts";
import { cellAt, cellReason, contextOf, isAccountingNegative, measureFromTable } from "./cells.ts";
import { comparisonAfter, comparisonBefore } from "./comparators.ts";
import { digitTokens } from "./digit-tokens.ts";
import { type Layout, layOut, type Paragraph } from "./layout.ts";
import { movementAt } from "./movements.ts";
import { wordTokens } from "./number-words.ts";
import { otherQuantity } from "./other-quantities.ts";
import { linkRanges, shareInLists } from "./ranges.ts";
import type {
  CellContext,
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

/** Lists every number of a plain text in English; see `scanDocument`. */
export function scanText(text: string): ScannedNumber[] {
  return scanDocument(readPlainText(text));
}

/**
 * Lists every number of a document in English: each run of digits, and the words that state a
 * quantity. Each is a claim to check, or is ignored for a reason; none is left out, and no digit
 * belongs to two numbers. The time grows with the length of the text and no faster.
 */
export function scanDocument(document: TextDocument): ScannedNumber[] {
  const layout = layOut(document);
  const { plain } = layout;
  const tokens = merged(digitTokens(plain), wordTokens(plain));
  const places = new Places(layout);
  const cells = tokens.map((token) => tableCell(plain, token, places.paragraphAt(token.start)));
  const spans = new Spans(layout);
  const painted = tokens.map((token) => spans.reasonAt(token.from));
  const open = (token: Token, reason: IgnoreReason | null): boolean =>
    reason === null || (hasUnit(token) && !ALWAYS_IGNORED.has(reason));
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
    const byTable = cells[index]?.reason ?? null;
    const before = previous ? { token: previous, reason: reasons[index - 1]! } : null;
    const reason = byPlace ?? byTable ?? byTouch() ?? otherQuantity(plain, token, before);
    reasons.push(token.unit === "rank" ? "ordinal" : reason);
  }
  shareReasons(ranges, reasons);
  const links = new Map<number, RangeLink>();
  for (const { first, last, kind } of ranges) {
    if (reasons[first] !== null || reasons[last] !== null) continue;
    links.set(first, { end: "first", other: last, kind });
    links.set(last, { end: "last", other: first, kind });
  }
  return tokens.map((token, index) => {
    const comparison = comparisonBefore(plain, token.start) ?? comparisonAfter(plain, token.end);
    return {
      index,
      raw: document.text.slice(token.start, token.end),
      value: token.value,
      sign: token.sign,
      unit: token.unit ?? (token.noun === null ? "number" : "count"),
      noun: token.noun,
      scale: token.scale,
      comparator: comparison?.comparator ?? "=",
      comparatorWords: comparison?.words ?? null,
      rounded: token.rounded,
      movement:
        token.unit !== null && token.unit !== "rank"
          ? movementAt(plain, token.start, token.end)
          : null,
      range: links.get(index) ?? null,
      ignored: reasons[index]!,
      cell: cells[index]?.context ?? null,
      ...places.of(token),
    };
  });
}

/** Where a number stands in a way that no unit beside it can outweigh. */
const ALWAYS_IGNORED = new Set<IgnoreReason>(["url", "citation", "code"]);

/** The first end of a range of tariffs is one as well: "from 10 to 25 percent tariffs". */
function shareReasons(
  ranges: readonly { readonly first: number; readonly last: number }[],
  reasons: (IgnoreReason | null)[],
): void {
  for (const { first, last } of ranges) {
    if (reasons[first] === null && reasons[last] === "tariff") reasons[first] = "tariff";
  }
}

/** A token that says itself what it measures is a quantity wherever it stands in a sentence. */
function hasUnit(token: Token): boolean {
  return !(token.unit === null && token.scale === null) && !(token.word && token.unit === "ratio");
}

interface TableCell {
  readonly context: CellContext;
  readonly reason: IgnoreReason | null;
}

/** What the table around a token says; its unit and scale are written into the token. */
function tableCell(plain: string, token: Token, paragraph: Paragraph | null): TableCell | null {
  if (!paragraph?.table) return null;
  const cell = cellAt(paragraph, token.start);
  if (!cell) return null;
  const context = contextOf(paragraph, cell);
  const inHeader = cell.row < paragraph.table.headerRows;
  const reason = inHeader ? null : cellReason(plain, token, cell, context);
  if (!inHeader && reason === null) {
    if (token.sign === "" && isAccountingNegative(plain, token, cell)) token.sign = "-";
    if (!isYearCell(plain, token, cell)) {
      measureFromTable(plain, token, cell, context, paragraph.section ?? "");
    }
  }
  return { context, reason };
}

/** "2023" alone in a cell is a year, whatever the caption is in. */
function isYearCell(plain: string, token: Token, cell: { start: number; end: number }): boolean {
  return (
    token.unit === null &&
    /^\s*(?:FY\s?)?(?:19|20)\d\d(?:\s?[-–/]\s?\d{2,4})?\s*$/.test(plain.slice(cell.start, cell.end))
  );
}

/**
 * Both lists in the order of the text; a word inside a number of digits is that number's own, and the
 * digits of "1 in 7" are one number.
 */
function merged(digits: readonly Token[], words: readonly Token[]): Token[] {
  const all = [...digits, ...words].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Token[] = [];
  for (const token of all) {
    const before = kept.at(-1);
    if (before === undefined || token.start >= before.end) kept.push(token);
    else if (before.word && token.end > before.end) kept[kept.length - 1] = token;
    else if (before.word && !token.word && !/^\d+\/\d+$/.test(before.value))
      kept[kept.length - 1] = token;
  }
  return kept;
}

/** Looks up paragraphs and sentences by offset, and the place in the source. */
class Places {
  readonly #starts: number[];

  constructor(readonly layout: Layout) {
    this.#starts = layout.paragraphs.map((paragraph) => paragraph.start);
  }

  paragraphAt(offset: number): Paragraph | null {
    return this.layout.paragraphs[indexAt(this.#starts, offset)] ?? null;
  }

  of({ start, end }: Token): { place: Place; context: ScanContext } {
    const { document, paragraphs } = this.layout;
    const number = Math.max(0, indexAt(this.#starts, start));
    const paragraph = paragraphs[number]!;
    const sentence = Math.max(0, indexAt(paragraph.sentences, start));
    const sentenceEnd = paragraph.sentences[sentence + 1] ?? paragraph.end;
    const from = Math.max(Math.min(paragraph.sentences[sentence]!, start), start - CONTEXT_REACH);
    const to = Math.max(end, Math.min(sentenceEnd, end + CONTEXT_REACH));
    const { section } = paragraph;
    const { text } = document;
    const { line, column, page } = document.placeOf(start);
    return {
      place: {
        line,
        column,
        page,
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
