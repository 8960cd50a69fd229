import type { Period } from "../records/period.ts";
import { type Here, hereOf, type Marked, type ReadSentence } from "./context.ts";
import { Discourse } from "./discourse.ts";
import { told } from "./flows.ts";
import { gate, NO_UNIT } from "./gate.ts";
import { type Construed, construe } from "./grammar.ts";
import { itemsOf } from "./items.ts";
import { mainPartner, mainProduct } from "./main-subject.ts";
import type { Lexer } from "./marks.ts";
import type { Passage, PrintedNumber, SentenceText } from "./passage.ts";
import { CONTINUES, readProse } from "./prose.ts";
import { readRow } from "./rows.ts";
import { speakerOf, speakersOf } from "./speakers.ts";
import type { Reading, StatedSector, Statement } from "./statement.ts";
import { type Today, timesIn } from "./times.ts";
import { inMoney, withUnits } from "./units.ts";

/** A number of a document and the readings that its words allow, the likeliest first. */
export interface ReadNumber {
  readonly number: PrintedNumber;
  /** The sentence, as printed, and the passage in which it stands, counted from 0. */
  readonly sentence: string;
  readonly passage: number;
  readonly readings: readonly Reading[];
  /** Whether so much is said in its sentence that words may well belong to another number. */
  readonly crowded: boolean;
  /** Why it has no reading; null where it has one. */
  readonly because: string | null;
}

/** Which of its readings the data confirm, so that what follows goes on with it; null where none. */
export type Confirm = (read: ReadNumber) => Statement | null;

/** Marks texts for as long as it is kept, each once. */
export function markerOf(lexer: Lexer, today: Today): (text: string) => Marked {
  const known = new Map<string, Marked>();
  return (text) => {
    const found = known.get(text) ?? marked(text, lexer, today);
    known.set(text, found);
    return found;
  };
}

function marked(text: string, lexer: Lexer, today: Today): Marked {
  const lexed = lexer.lex(text);
  const times = timesIn(text, today);
  // "The first seven months" points back at nobody.
  const marks = lexed.marks.filter(
    (mark) =>
      mark.slot !== "back" || !times.some((one) => mark.start < one.end && mark.end > one.start),
  );
  return { text, ...lexed, marks, times };
}

/**
 * Reads every number of a document that is no year, page or the like.
 * @param today when it was written, or the latest time that its data can speak of.
 * @param mark kept where a document is read again with other data.
 */
export function readPassages(
  passages: readonly Passage[],
  mark: (text: string) => Marked,
  today: Today,
  confirm: Confirm = () => null,
): ReadNumber[] {
  const discourse = new Discourse(today, mainPartner(passages, mark), mainProduct(passages, mark));
  const speakers = speakersOf(passages);
  let paragraph = 0;
  return passages.flatMap((passage, at) => {
    if (passage.kind === "code") return [];
    if (passage.kind === "heading") {
      const text = passage.sentences
        .map((one) => one.text)
        .join(" ")
        .replace(/^[\s#]+/, "");
      discourse.enter({ level: passage.level ?? 2, marked: mark(text) });
      speakOfFlow(mark(text), discourse);
    }
    // A speaker goes on with what the one before said.
    if (!speakers.has(speakerOf(passage))) {
      paragraph = at;
      discourse.startParagraph();
    }
    return passage.sentences.flatMap((sentence) =>
      readSentence(sentence, paragraph, passage, discourse, mark, confirm),
    );
  });
}

function readSentence(
  sentence: SentenceText,
  passage: number,
  { kind }: Passage,
  discourse: Discourse,
  mark: (text: string) => Marked,
  confirm: Confirm,
): ReadNumber[] {
  const { start, text } = sentence;
  const scanned = sentence.numbers;
  if (kind === "row") return readRow(sentence, passage, discourse, mark, confirm);
  // "The five of them": those of the table before.
  if (discourse.rowPartners.length > 1 && discourse.rowPartners.length <= MOST_TOGETHER)
    discourse.partners.add(discourse.rowPartners);
  discourse.rowPartners = [];
  if (scanned.length > MOST_OF_SENTENCE) {
    const because = "its sentence is a list of numbers";
    return scanned.map((number) => ({
      ...{ number, sentence: text, passage, readings: [], because, crowded: true },
    }));
  }
  const marked = mark(text);
  const counted = inMoney(scanned, marked, discourse.inParagraph(passage), discourse.ever !== null);
  const numbers = withUnits(counted, sentence, discourse.unitIn(passage));
  const spans = numbers.map((number) => ({
    ...{ at: number.place.offset - start, to: number.place.end - start, number },
  }));
  const items = itemsOf(
    marked,
    marked.times,
    spans.map(({ at, to, number }) => ({ ...number, at, to })),
  );
  const read: ReadSentence = { ...marked, items, spans };
  const isOfTrade = marked.marks.some(
    ({ slot, value }) =>
      (slot === "flow" || slot === "sector" || slot === "verb") && value !== "none",
  );
  if (marked.marks.some(({ slot }) => slot === "narrow")) discourse.uncovered = passage;
  const crowded = isCrowded(read);
  let previous: Construed | null = null;
  let base: Period | null = null;
  const readOne = (number: PrintedNumber, index: number): ReadNumber => {
    const here = hereOf(read, index);
    const goesOn =
      discourse.inParagraph(passage) !== null ||
      ((discourse.flow ?? discourse.ever) !== null &&
        (CONTINUES.test(text) || hasSubject(marked) || marked.words.length <= FEW_WORDS));
    const plain = { number, sentence: text, passage, readings: [], crowded };
    const because = gate(here, goesOn, hasWhole(discourse.inParagraph(passage)));
    const construed =
      because === null
        ? (signed(here) ??
          construe(here.code, here.before, here.after, previous ?? before(discourse)) ??
          guessed(here))
        : null;
    if (because !== null || construed === null) {
      if (because !== null && because !== NO_UNIT && !because.startsWith("counts"))
        discourse.forget();
      if (because?.startsWith("no figures for")) discourse.uncovered = passage;
      previous = null;
      return { ...plain, because: because ?? "what kind of figure it is cannot be told" };
    }
    const found = readProse(here, construed, discourse, passage, base);
    previous = construed;
    if (typeof found === "string") return { ...plain, because: found };
    const full: ReadNumber = { ...plain, readings: found.readings, because: null };
    const confirmed = confirm(full);
    // Its unit is only another number's.
    if (number !== counted[index] && confirmed === null) return full;
    if (confirmed?.period) discourse.named.add(confirmed.period);
    const said = confirmed ?? found.readings[0]!.statement;
    const isAside = found.isAside(said);
    if (isAside) base = said.period;
    else if (base && said.period && base.first < said.period.first && construed.role === "end")
      discourse.span = { from: base, to: said.period };
    // What may be misread carries nothing over, unless nothing else is there.
    const isGoneOnWith =
      confirmed !== null ||
      discourse.inParagraph(passage) === null ||
      said.origins.partner === "beside";
    if (isGoneOnWith) discourse.say(said, passage, !isAside);
    return full;
  };
  const result = numbers.map((number, index): ReadNumber => {
    const one = readOne(number, index);
    const own = counted[index]!;
    if (number === own || (one.readings.length > 0 && confirm(one) !== null)) return one;
    return { ...one, number: own, readings: [], because: NO_UNIT };
  });
  discourse.speakOfUnit(numbers, passage);
  speakOfFlow(marked, discourse);
  for (const { slot, value } of marked.marks) {
    if (slot !== "sector" || value === "none") continue;
    discourse.spokenSector = value as StatedSector;
    discourse.sectorsInParagraph.add(value as StatedSector);
  }
  const product = marked.marks.find(({ slot }) => slot === "product");
  if (product) {
    discourse.product = { value: product.value, paragraph: passage };
    discourse.productIsNewer = numbers.length === 0;
  }
  discourse.mention(marked.named, isOfTrade, numbers.length > 0);
  discourse.goOver(marked.times, numbers.length > 0, isOfTrade);
  if (
    isOfTrade &&
    start < OPENING &&
    marked.marks.some(({ slot, value }) => slot === "sector" && value === "both")
  ) {
    discourse.sector ??= "both";
  }
  return result;
}

/** With so many numbers a sentence is none. */
const MOST_OF_SENTENCE = 60;
/** So many partners may be meant together at most. */
const MOST_TOGETHER = 10;
/** So short a sentence states nothing without the one before it. */
const FEW_WORDS = 10;
const MOST_NUMBERS = 4;
const POINTS_BACK =
  /\b(?:respectively|former|latter|the\sfirst|the\ssecond|those|whose|which|what|it|them|each)\b/i;

function isCrowded({ text, spans, named }: ReadSentence): boolean {
  return (
    spans.length > MOST_NUMBERS ||
    (POINTS_BACK.test(text) && (spans.length > 2 || named.length > 2))
  );
}

/** Whether the last statement was of a product or a sector, of which "of that" may be a part. */
function hasWhole(last: Statement | null): boolean {
  return last !== null && (last.subject.product !== null || last.subject.sector !== null);
}

/** "+26%" is a growth by its sign alone. */
function signed({ code, number }: Here): Construed | null {
  return code === "%" && number.sign === "+"
    ? { quantity: "growth", role: "plain", direction: 1, beside: true }
    : null;
}

/** "Or almost a quarter": of what no word says, a part is the likeliest. */
function guessed({ code }: Here): Construed | null {
  return code === "%" || code === "q"
    ? { quantity: "share", role: "plain", direction: null, beside: false, guessed: true }
    : null;
}

/** What the last number was, for one of which the words say nothing. */
function before({ ever }: Discourse): Construed | null {
  return (
    ever && { quantity: ever.quantity, role: "plain", direction: ever.direction, beside: false }
  );
}

function speakOfFlow(marked: Marked, discourse: Discourse): void {
  const mark = marked.marks.filter(({ slot, value }) => slot === "flow" && value !== "none").at(-1);
  const flow = mark && told(mark, marked, discourse.last);
  if (flow) discourse.flow = flow;
}

/** Whether a sentence names a partner, a product or a time, and so may leave out that it is about trade. */
function hasSubject({ named, marks, times }: Marked): boolean {
  return (
    named.length > 0 ||
    times.some(({ kind }) => kind !== "since-then") ||
    marks.some(({ slot }) => slot === "product" || slot === "sector" || slot === "world")
  );
}

/** A document that opens with goods and services speaks of both where it names neither. */
const OPENING = 300;
