import type { TextDocument } from "../../documents/document.ts";
import { indexAt } from "../../documents/line-starts.ts";
import type { Passage, SentenceText } from "../../statements/passage.ts";
import { layOut } from "../scan/layout.ts";
import { scanDocument } from "../scan/scan.ts";
import type { ScannedNumber } from "../scan/scanned-number.ts";

/** A document as its passages, with the numbers of each sentence that state something. */
export interface ReadableDocument {
  readonly passages: readonly Passage[];
  readonly numbers: readonly ScannedNumber[];
}

const YEAR = /^(?:19|20)\d\d$/;

export function passagesOf(
  document: TextDocument,
  numbers: readonly ScannedNumber[] = scanDocument(document),
): ReadableDocument {
  const { plain, paragraphs } = layOut(document);
  const starts = document.blocks.map(({ start }) => start);
  let at = 0;
  const passages = paragraphs.map((paragraph): Passage => {
    const { kind, start, end, sentences } = paragraph;
    const texts = sentences.map((from, index): SentenceText => {
      const to = sentences[index + 1] ?? end;
      const own: ScannedNumber[] = [];
      while (at < numbers.length && numbers[at]!.place.offset < to) {
        const number = numbers[at++]!;
        if (number.place.offset < start) continue;
        const ranked = rankOf(number, plain);
        if (isStatement(ranked)) own.push(ranked);
      }
      const text = plain.slice(from, to).replace(/\n/g, " ");
      return { start: from, text, numbers: own };
    });
    const block = document.blocks[indexAt(starts, start)];
    return { kind, level: block?.level ?? null, sentences: texts };
  });
  return { passages, numbers };
}

const RANKED =
  /^(?:st|nd|rd|th)?(?:[\s-](?:largest|biggest|highest|most\simportant|place|partner|among|as\sa|in\ssize|overall|with|behind)\b|\))/;

const NUMBERED = /(?:\b(?:No\.|number)\s|#)$/i;
const PARTNER =
  /^\s(?:[\w-]+\s){0,3}(?:customers?|suppliers?|sources?|markets?|buyers?|destinations?|exporters?|partners?)\b/;

/** "18th as a supplier", "the 10th-largest partner", "(rank: 1st)", "our No. 2 customer". */
function rankOf(number: ScannedNumber, plain: string): ScannedNumber {
  const { ignored, place, unit } = number;
  if (unit === "rank") return number;
  const after = plain.slice(place.end, place.end + 60);
  const before = plain.slice(Math.max(0, place.offset - 24), place.offset);
  const isNumbered = /^\d$/.test(number.value) && NUMBERED.test(before) && PARTNER.test(after);
  if (isNumbered) return { ...number, unit: "rank", noun: null, ignored: "ordinal" };
  if (ignored !== "ordinal") return number;
  const isRank = RANKED.test(after) || /\branks?(?:ed|ing)?:?\s$/i.test(before);
  return isRank && /^\d{1,3}$/.test(number.value) ? { ...number, unit: "rank" } : number;
}

/** Ranks state something, though they are no claims by themselves; a year with a unit of a list is one. */
function isStatement({ ignored, unit, value, raw }: ScannedNumber): boolean {
  if (ignored !== null) return unit === "rank" && ignored === "ordinal";
  return !(YEAR.test(value) && raw.trim() === value);
}
