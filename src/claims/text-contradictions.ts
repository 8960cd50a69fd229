import type { TextDocument } from "../documents/document.ts";
import { indexAt } from "../documents/line-starts.ts";
import { dateOf } from "../statements/date.ts";
import { type Economy, Lexer } from "../statements/marks.ts";
import type { Passage, SentenceText } from "../statements/passage.ts";
import { markerOf, readPassages } from "../statements/read.ts";
import type { Claim } from "./file/schema.ts";
import { contradictionInText, type PrintedWords } from "./guards/printed-words.ts";
import { passagesOf } from "./reading/passages.ts";
import type { Recipe } from "./recipe.ts";
import type { Contradicted } from "./report.ts";
import { endpointsAt } from "./scan/endpoints.ts";
import type { ScannedNumber } from "./scan/scanned-number.ts";

/** A claim, the number of the text that prints it, and how it is computed. */
export interface PrintedClaim {
  readonly claim: Claim;
  readonly number: ScannedNumber;
  readonly recipe: Recipe | null;
}

/** Where no date is printed, times that are told by it are not known. */
const UNDATED = { year: 1000, month: null };

/**
 * Claims whose number stands in the text with other words: of another partner, time, flow or product, a
 * fall for a rise, less for more. Only what the sentence itself says counts, and only beside the number.
 */
export function contradictionsIn(
  document: TextDocument,
  numbers: readonly ScannedNumber[],
  printed: readonly PrintedClaim[],
  economies: readonly Economy[],
): Contradicted[] {
  if (printed.length === 0) return [];
  const today = dateOf(document.text) ?? UNDATED;
  const mark = markerOf(new Lexer(economies), today);
  const sentences = passagesOf(document, numbers).passages.flatMap((passage) =>
    passage.sentences.map((sentence) => ({ passage, sentence })),
  );
  const starts = sentences.map(({ sentence }) => sentence.start);
  const names = new Map(economies.map(({ code, name }) => [code, name]));
  const claimed = new Set(printed.map(({ number }) => number.index));
  const read = (number: ScannedNumber): PrintedWords => {
    const found = sentences[indexAt(starts, number.place.offset)];
    const pair = endpointsAt(number, numbers);
    // A pair is told once, at its end.
    const endpoints = pair?.from === number && claimed.has(pair.to.index) ? null : pair;
    const own = found && wordsOf(number, found.passage, found.sentence, mark, today);
    return { ...(own ?? unread(number)), endpoints };
  };
  return printed.flatMap(({ claim, number, recipe }): Contradicted[] => {
    const because = contradictionInText(
      read(number),
      claim,
      recipe,
      (code) => names.get(code) ?? (code === "WORLD" ? "the world" : code),
    );
    if (because === null) return [];
    const { line, page } = number.place;
    return [{ claim: claim.id, text: number.raw, line, page, because }];
  });
}

type SentenceWords = Omit<PrintedWords, "endpoints">;

const unread = (number: ScannedNumber): SentenceWords => ({
  ...{ number, statement: null, isRelative: true },
});

function wordsOf(
  number: ScannedNumber,
  passage: Passage,
  sentence: SentenceText,
  mark: ReturnType<typeof markerOf>,
  today: Parameters<typeof readPassages>[2],
): SentenceWords {
  const alone = [{ ...passage, sentences: [sentence] }];
  const own = readPassages(alone, mark, today).find(
    (one) => one.number.place.offset === number.place.offset,
  );
  const statement = own?.readings[0]?.statement ?? null;
  const isRelative = mark(sentence.text).times.some(
    ({ kind, open }) => open || (kind !== "at" && kind !== "span" && kind !== "since"),
  );
  return { number, statement, isRelative };
}
