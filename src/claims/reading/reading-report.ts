import type { PartName, Quantity } from "../../statements/statement.ts";
import { sureness } from "../../statements/statement.ts";
import type { CheckedDocument } from "./check-document.ts";
import type { CheckedNumber } from "./checked.ts";
import { describeStatement } from "./describe.ts";
import { type ReadingOutcome, readingOutcomes } from "./outcome-names.ts";

/** One number of a document, and what became of it. */
export interface ReadingEntry {
  /** As printed. */
  readonly text: string;
  readonly line: number;
  readonly column: number;
  readonly page: number | null;
  readonly sentence: string;
  readonly unit: string;
  readonly scale: string | null;
  readonly outcome: ReadingOutcome;
  /** Whether so few digits, or a bound, would also agree by chance. */
  readonly weak: boolean;
  /** How it was read; null where it was not. */
  readonly reading: {
    readonly says: string;
    readonly quantity: Quantity;
    readonly flow: string;
    readonly partners: readonly string[];
    readonly sector: string | null;
    readonly product: string | null;
    readonly period: string | null;
    readonly from: string | null;
    readonly definition: string | null;
    /** How sure its least sure part is, from 0 to 1. */
    readonly sure: number;
    /** The part that is taken otherwise than the words say first. */
    readonly instead: PartName | null;
  } | null;
  /** What the data say, in dollars, percent, or plain; not rounded. */
  readonly computed: number | null;
  /** How many readings and definitions were tried. */
  readonly tried: number;
  readonly because: string | null;
  readonly slip: string | null;
  readonly data: readonly string[];
}

/** What `verify` says of a document without a claim file. */
export interface ReadingReport {
  readonly schema: "trade-metrics/reading/v1";
  readonly file: string;
  /** When the document says that it was written; null where it does not. */
  readonly written: string | null;
  /** The last day of the data it was read with; null for the newest. */
  readonly asOf: string | null;
  readonly numbers: readonly ReadingEntry[];
  readonly summary: {
    readonly numbers: number;
    readonly outcomes: Readonly<Record<ReadingOutcome, number>>;
    /** Numbers that state nothing: years, pages, labels and the like. */
    readonly ignored: number;
  };
}

/** @param nameOf the plain name of a partner. */
export function readingReport(
  file: string,
  { written, asOf, numbers, scanned }: CheckedDocument,
  nameOf: (code: string) => string,
): ReadingReport {
  const places = new Map(scanned.map((number) => [number.place.offset, number.place]));
  const count = (outcome: ReadingOutcome) =>
    numbers.filter((one) => one.outcome === outcome).length;
  return {
    schema: "trade-metrics/reading/v1",
    ...{ file, written: written?.label ?? null, asOf },
    numbers: numbers.map((one) => {
      const { line, column, page } = places.get(one.read.number.place.offset)!;
      return { ...entryOf(one, nameOf), line, column, page };
    }),
    summary: {
      numbers: numbers.length,
      outcomes: Object.fromEntries(readingOutcomes.map((one) => [one, count(one)])) as Record<
        ReadingOutcome,
        number
      >,
      ignored: scanned.length - numbers.length,
    },
  };
}

function entryOf(
  { read, outcome, trial, weak, tried, part, because, slip, data }: CheckedNumber,
  nameOf: (code: string) => string,
): Omit<ReadingEntry, "line" | "column" | "page"> {
  const { number } = read;
  const statement = trial?.reading.statement ?? read.readings[0]?.statement;
  const reading = statement
    ? {
        says: describeStatement(statement, nameOf),
        quantity: statement.quantity,
        flow: statement.subject.flow,
        partners: statement.subject.partners,
        sector: statement.subject.sector,
        product: statement.subject.product,
        period: statement.period?.label ?? null,
        from: statement.from?.label ?? null,
        definition: trial?.definition.title ?? null,
        sure: sureness(statement),
        instead: outcome === "agrees-otherwise" ? part : null,
      }
    : null;
  return {
    ...{ text: number.raw, sentence: read.sentence.trim(), unit: number.unit, scale: number.scale },
    ...{ outcome, weak, reading, computed: trial?.computed ?? null, tried, because, slip, data },
  };
}
