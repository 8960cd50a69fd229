import type { TextDocument } from "../../documents/document.ts";
import { InputError } from "../../errors.ts";
import type { NamedPartner } from "../../partners/directory.ts";
import type { FetchedVintage } from "../../sources/fetched-vintages.ts";
import { Pauses } from "../../sources/pauses.ts";
import { dateOf, type WrittenOn } from "../../statements/date.ts";
import { type Economy, Lexer } from "../../statements/marks.ts";
import type { Passage } from "../../statements/passage.ts";
import { markerOf, type ReadNumber, readPassages } from "../../statements/read.ts";
import type { Today } from "../../statements/times.ts";
import type { ClaimFile } from "../file/schema.ts";
import type { ScannedNumber } from "../scan/scanned-number.ts";
import { openClaimSources } from "../sources.ts";
import type { CheckedNumber } from "./checked.ts";
import { daysOf, withOtherData } from "./days.ts";
import { Figures } from "./figures.ts";
import { withMovements } from "./movements.ts";
import { near } from "./near.ts";
import { decide } from "./outcomes.ts";
import { passagesOf } from "./passages.ts";
import { secondLook } from "./second-look.ts";
import { withSlips } from "./slips.ts";
import { todaysOf } from "./todays.ts";
import { type Tried, tryNumber } from "./try.ts";
import { vouched } from "./vouched.ts";

/** A document read against the data of its day. */
export interface CheckedDocument {
  readonly written: WrittenOn | null;
  /** The day whose data it was read with; null for the newest. */
  readonly asOf: string | null;
  readonly numbers: readonly CheckedNumber[];
  /** Every number that the scan found, those without a statement too. */
  readonly scanned: readonly ScannedNumber[];
}

/** The data that the vintages there are hold of one day. */
async function figuresOf(
  day: string | null,
  countries: readonly NamedPartner[],
  fetched: readonly FetchedVintage[],
  later: Figures | null = null,
): Promise<Figures> {
  const report = {
    id: "document",
    title: "",
    publisher: "",
    date: day ?? "",
    ...(day && { asOf: day }),
  };
  const file = { report, claims: [], facts: [], ignore: [], charts: [] } as unknown as ClaimFile;
  return new Figures(await openClaimSources(file, [], undefined, fetched), countries, later);
}

/** Where so large a part of the numbers agrees, another day is not tried. */
const ENOUGH = 0.7;

/**
 * Reads every number of a document and asks the data of its day about it.
 * @param economies that may be named as partners.
 * @param date when it was written, in place of what it says: `2025-04-10`.
 * @param fetched vintages that were fetched, beside the embedded ones.
 * @param tell told how far a long document has been read.
 * @throws InputError where that is no day.
 */
export async function checkDocument(
  document: TextDocument,
  economies: readonly Economy[],
  date: string | null = null,
  fetched: readonly FetchedVintage[] = [],
  tell: (offset: number) => void = () => {},
): Promise<CheckedDocument> {
  const { passages, numbers: scanned } = passagesOf(document);
  const written = date === null ? dateOf(document.text) : dayOf(date);
  const lexer = new Lexer(economies);
  const days = daysOf(written);
  const countries = economies.filter(({ code }) => /^[A-Z]{2}$/.test(code));
  const [first = [], ...others] = partsOf(passages);
  let best: {
    day: string | null;
    figures: Figures;
    numbers: CheckedNumber[];
    agreed: number;
  } | null = null;
  const newest = await figuresOf(null, countries, fetched);
  const { today, mark, tried } = written
    ? { today: written, mark: markerOf(lexer, written), tried: null }
    : likeliest(first, lexer, todaysOf(document.text), newest);
  const checked = (read: readonly Tried[], figures: Figures) =>
    decide(secondLook(vouched(read, figures), figures));
  for (const day of withOtherData(days)) {
    const figures = day === null ? newest : await figuresOf(day, countries, fetched, newest);
    const known = figures === newest ? tried : null;
    const numbers = checked(known ?? readWith(first, mark, today, figures), figures);
    const agreed = numbers.filter(({ outcome }) => outcome === "agrees").length;
    if (best === null || agreed > best.agreed) best = { day, figures, numbers, agreed };
    if (agreed >= ENOUGH * numbers.filter(({ read }) => read.readings.length > 0).length) break;
  }
  const { day, figures, numbers } = best!;
  const finished = (part: readonly CheckedNumber[]) =>
    withSlips(near(part, written, figures, newest), figures).map(withoutOtherReadings);
  const all = finished(numbers);
  const pauses = new Pauses();
  for (const part of others) {
    tell(part[0]!.sentences[0]?.start ?? 0);
    if (pauses.isDue()) await pauses.take();
    const read = readWith(part, markerOf(lexer, today), today, figures);
    for (const one of finished(checked(read, figures))) all.push(one);
  }
  return { ...{ written, asOf: day, scanned }, numbers: withMovements(all, scanned) };
}

/** So many characters are read together, twice as many without a heading: no more is carried on. */
const PART = 50_000;

/** A document in parts, the first of which tells when it was written and what its numbers agree with. */
function partsOf(passages: readonly Passage[]): Passage[][] {
  const parts: Passage[][] = [];
  let end = 0;
  for (const passage of passages) {
    const start = passage.sentences[0]?.start ?? 0;
    const isOver = start >= (passage.kind === "heading" ? end : end + PART);
    if (parts.length === 0 || isOver) {
      parts.push([]);
      end = start + PART;
    }
    parts.at(-1)!.push(passage);
  }
  return parts;
}

/** What is not needed once a number is decided, and takes most of the memory. */
function withoutOtherReadings({ read, ...one }: CheckedNumber): CheckedNumber {
  return { ...one, read: { ...read, readings: read.readings.slice(0, 1) } };
}

/** Reads a document, each number with what the data confirmed of those before it. */
function readWith(
  passages: readonly Passage[],
  mark: ReturnType<typeof markerOf>,
  today: Today,
  figures: Figures,
): Tried[] {
  const known = new Map<ReadNumber, Tried>();
  const tried = (read: ReadNumber): Tried => {
    const found = known.get(read) ?? tryNumber(read, figures);
    known.set(read, found);
    return found;
  };
  const reads = readPassages(
    passages,
    mark,
    today,
    (read) => tried(read).confirmed?.reading.statement ?? null,
  );
  return reads.map(tried);
}

function dayOf(date: string): WrittenOn {
  const written = /^\d{4}-\d{2}-\d{2}$/.test(date) ? dateOf(date) : null;
  if (written === null) throw new InputError(`--date: "${date}" is no day (write 2025-04-10)`);
  return written;
}

/** A document read as one of a day. */
interface ReadAsOf {
  readonly today: Today;
  readonly mark: ReturnType<typeof markerOf>;
  readonly tried: readonly Tried[];
}

/** The document read as one of the day under which most numbers agree. */
function likeliest(
  passages: readonly Passage[],
  lexer: Lexer,
  todays: readonly Today[],
  figures: Figures,
): ReadAsOf {
  let best: ReadAsOf | null = null;
  let most = -1;
  for (const today of todays) {
    const mark = markerOf(lexer, today);
    const tried = readWith(passages, mark, today, figures);
    const agreed = tried.filter(({ confirmed }) => confirmed).length;
    if (agreed <= most) continue;
    best = { today, mark, tried };
    most = agreed;
  }
  return best!;
}
