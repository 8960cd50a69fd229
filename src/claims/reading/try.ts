import { monthsIn } from "../../records/period.ts";
import type { ReadNumber } from "../../statements/read.ts";
import type { Reading, Statement } from "../../statements/statement.ts";
import type { ReportedNumber } from "../reported.ts";
import { type Definition, definitionsOf, type Figures } from "./figures.ts";
import { agrees, chanceOf, comparatorOf, printedAs } from "./printed.ts";
import { statedValue } from "./value.ts";

/** One reading under one definition, with what the data say of it. */
export interface Trial {
  readonly reading: Reading;
  readonly definition: Definition;
  /** As printed: dollars, percent, or plain for what is printed as times or a fraction. */
  readonly computed: number;
  readonly reported: ReportedNumber;
  readonly agrees: boolean;
}

/** What came of all that was tried of one number; what did not agree is not kept, but for the nearest. */
export interface Tried {
  readonly read: ReadNumber;
  /** How many readings and definitions were tried. */
  readonly tried: number;
  /** Those that agree, the likeliest first. */
  readonly agreeing: readonly Trial[];
  /** What comes nearest, of the first reading where it has a value; null where no reading has any. */
  readonly nearest: Trial | null;
  /** The likeliest that agrees, where so few random numbers would that it is no accident; else null. */
  readonly confirmed: Trial | null;
}

/** How much likelier a reading must be than that a random number agrees with it. */
export const BEYOND_CHANCE = 2;
/** So many are tried even where none but the first can count, to see what else the number may be. */
const ALWAYS_TRIED = 10;

/** Tries a number under the readings that its words allow, the likeliest first, until one is confirmed. */
export function tryNumber(read: ReadNumber, figures: Figures): Tried {
  const all = read.readings.reduce((sum, { weight }) => sum + weight, 0);
  const agreeing: Trial[] = [];
  let tried = 0;
  let first: Trial | null = null;
  let any: Trial | null = null;
  for (const [index, reading] of read.readings.entries()) {
    const isFirst = reading.instead === null;
    const reported = printedAs(read.number, reading.statement);
    if (!reported) continue;
    const mayCount = isFirst || reading.weight / all >= BEYOND_CHANCE * chanceOf(reported);
    if (!mayCount && index >= ALWAYS_TRIED) continue;
    let confirmed: Trial | null = null;
    for (const own of trialsOf(read, reading, figures)) {
      tried += 1;
      any = nearer(any, own);
      if (isFirst) first = nearer(first, own);
      if (!own.agrees) continue;
      agreeing.push(own);
      if (mayCount) confirmed ??= own;
    }
    if (confirmed) return { read, tried, agreeing, nearest: first ?? any, confirmed };
  }
  return { read, tried, agreeing, nearest: first ?? any, confirmed: null };
}

/** The nearer of two, or the likelier where they are about as near. */
function nearer(best: Trial | null, other: Trial): Trial {
  const off = ({ computed, reported }: Trial) => Math.abs(computed - reported.value);
  return best !== null && !(off(other) < off(best) / 4) ? best : other;
}

/** What the data say of a reading under each definition that they have. */
export function trialsOf(read: ReadNumber, reading: Reading, figures: Figures): Trial[] {
  return definitionsFor(reading).flatMap(
    (definition) => trialUnder(definition, read, reading, figures) ?? [],
  );
}

/** The first of them that agrees; null where none does. */
export function agreeingTrial(read: ReadNumber, reading: Reading, figures: Figures): Trial | null {
  for (const definition of definitionsFor(reading)) {
    const trial = trialUnder(definition, read, reading, figures);
    if (trial?.agrees) return trial;
  }
  return null;
}

/** Of the ranks of several definitions one would often agree. */
function definitionsFor({ statement: { quantity, subject } }: Reading): readonly Definition[] {
  const definitions = definitionsOf(subject);
  return quantity === "rank" ? definitions.slice(0, 1) : definitions;
}

function trialUnder(
  definition: Definition,
  { number }: ReadNumber,
  reading: Reading,
  figures: Figures,
): Trial | null {
  const { statement } = reading;
  const reported = printedAs(number, statement);
  if (!reported) return null;
  const value =
    statedValue(statement, definition, figures) ??
    (figures.later && statedValue(statement, definition, figures.later));
  if (value === null) return null;
  const computed = asPrinted(value, statement, number.unit);
  return {
    reading,
    definition,
    computed,
    reported,
    agrees: agrees(reported, computed, comparatorOf(number), roundingOf(value, statement)),
  };
}

/** Figures that were published in tenths of millions add up to within their rounding. */
function roundingOf(value: number, { quantity, period }: Statement): number {
  const isMoney = quantity === "level" || quantity === "change";
  const isRounded = isMoney && value !== 0 && value % PUBLISHED === 0;
  return isRounded ? (PUBLISHED / 2) * monthsIn(period!) : 0;
}

const PUBLISHED = 100_000;

/** A quotient is printed in percent, as a multiple or as a fraction. */
function asPrinted(value: number, { quantity }: Statement, unit: string): number {
  const isQuotient = /^(?:share|ratio|growth|value-added)$/.test(quantity);
  return isQuotient && (unit === "times" || unit === "ratio") ? value / 100 : value;
}
