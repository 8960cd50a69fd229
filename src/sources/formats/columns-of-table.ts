import type { PartnerDirectory } from "../../partners/directory.ts";
import { remembered } from "../remembered.ts";
import { placePartner } from "./attributes.ts";
import { EXPORT, IMPORT, NO_FIGURE, QUANTITY, TOTAL, wordsOf } from "./column-words.ts";
import { flowWords } from "./flow-words.ts";
import { asPeriod } from "./period-names.ts";
import {
  type DateOrder,
  dateOrderOf,
  isFiscalYear,
  monthNumber,
  periodText,
  serialDate,
} from "./periods.ts";
import { type Unit, unitIn } from "./units.ts";

/** What texts of a table are, each looked at once, however many rows above it may be the header. */
export class TextMeanings {
  readonly partnerOf: (text: string) => string | null;
  readonly isPartner: (text: string) => boolean;
  /** Whether a text is a number of a country as the United Nations have it. */
  readonly isPartnerNumber: (text: string) => boolean;
  readonly unitIn = remembered(unitIn);
  readonly #isPeriod = {
    plain: remembered((text) => isPeriod(periodText(text))),
    "day-first": remembered((text) => isPeriod(periodText(text, null, "day-first"))),
    "month-first": remembered((text) => isPeriod(periodText(text, null, "month-first"))),
  };

  constructor(partners: PartnerDirectory) {
    this.partnerOf = remembered((text) => placePartner(text, undefined, partners));
    this.isPartner = (text) => TOTAL.test(text) || this.partnerOf(text) !== null;
    this.isPartnerNumber = remembered(
      (text) => /^\d{1,3}(\.0)?$/.test(text) && placePartner(text, "comtrade", partners) !== null,
    );
  }

  isPeriod(text: string, dates: DateOrder | null): boolean {
    return this.#isPeriod[dates ?? "plain"](text);
  }
}

/** A column of a table with some of its texts, and what can be told from them. */
export class TableColumn {
  /** Its name in small letters, word by word. */
  readonly words: string;
  /** The same with what stands above its name. */
  readonly label: string;
  /** Which number of its dates is the month, where they tell. */
  readonly dates: DateOrder | null;
  readonly isNumeric: boolean;
  readonly isPartners: boolean;
  readonly isPeriods: boolean;
  readonly isFlows: boolean;
  readonly #meanings: TextMeanings;

  constructor(
    readonly name: string,
    readonly at: number,
    readonly texts: readonly string[],
    /** What stands above the name, in the same column. */
    readonly above: readonly string[],
    meanings: TextMeanings,
    /** What a reading calls it: its number where it has no name of its own. */
    readonly called = name,
  ) {
    this.#meanings = meanings;
    this.words = wordsOf(name);
    this.label = wordsOf([...above, name].join(" "));
    this.dates = dateOrderOf(texts);
    const figures = texts.filter((text) => !NO_FIGURE.test(text));
    const numbers = figures.filter((text) => /^[-+(]?[$€£¥]?[\d.,' \u00a0]*\d/.test(text));
    this.isNumeric = numbers.length > figures.length / 2;
    this.isPartners = this.hasMore(0.7, meanings.isPartner);
    this.isPeriods = this.hasMore(0.7, (text) => meanings.isPeriod(text, this.dates));
    this.isFlows = this.hasMore(0.7, (text) => flowWords[text.toUpperCase()] !== undefined);
  }

  /** Whether more than that share of its texts are so; of none, none is. */
  hasMore(share: number, fits: (text: string) => boolean): boolean {
    const { length } = this.texts;
    let fitting = length;
    for (const text of this.texts) {
      if (fits(text)) continue;
      fitting -= 1;
      if (fitting / length <= share) return false;
    }
    return length > 0;
  }

  /** The columns whose own name is data: then the row of names is none. */
  get isNamedByData(): boolean {
    const { name } = this;
    return (
      (this.isPartners && this.#meanings.isPartner(name)) ||
      (this.isPeriods && isPeriod(name)) ||
      (this.isFlows && flowWords[name.toUpperCase()] !== undefined) ||
      (this.isNumeric && /^[-+]?[\d.,]+$/.test(name) && !isPeriod(name))
    );
  }

  /** Numbers with a zero in front are codes. */
  get isCodes(): boolean {
    return this.hasMore(0.2, (text) => /^0\d+$/.test(text));
  }

  get hasSomePartners(): boolean {
    return this.hasMore(0.4, this.#meanings.isPartner);
  }

  /** Numbers of countries as the United Nations have them. */
  get isPartnerNumbers(): boolean {
    return this.hasMore(0.7, this.#meanings.isPartnerNumber);
  }

  /** Numbers as publishers give them to countries. */
  get isOfShortNumbers(): boolean {
    return this.hasMore(0.9, (text) => /^\d{1,4}(\.0)?$/.test(text));
  }

  /** The countries that its texts name. */
  get partners(): ReadonlySet<string> {
    return new Set(this.texts.flatMap((text) => this.#meanings.partnerOf(text) ?? []));
  }

  get isPeriodName(): boolean {
    return isPeriod(this.name);
  }

  /** Dates as spreadsheets count days, which other numbers may be as well. */
  get isSerialDates(): boolean {
    return this.hasMore(0.7, (text) => serialDate(text) !== null);
  }

  get isMonths(): boolean {
    return this.hasMore(0.9, (text) => monthNumber(text) !== null);
  }

  /** Its name with `{partner}` where it names one: that alone, or at its end or its start. */
  get partnerTemplate(): string | null {
    const isPartner = (text: string) => text.length > 3 && this.#meanings.isPartner(text);
    if (this.#meanings.isPartner(this.name)) return "{partner}";
    const end = /^(.*?\b(?:to|from|with|of|in)[\s_.]+|.*?[-:,_.|(][\s]*)(.{4,}?)(\)?)$/i.exec(
      this.name,
    );
    if (end && isPartner(end[2]!)) return `${end[1]}{partner}${end[3]}`;
    const start = /^(.{4,}?)([\s_.:,-]+(?:exports?|imports?)\b.*)$/i.exec(this.name);
    return start && isPartner(start[1]!) ? `{partner}${start[2]}` : null;
  }

  /** The flow that its name or what stands above it tells. */
  get flow(): "exports" | "imports" | null {
    const [exports, imports] = [EXPORT.test(this.label), IMPORT.test(this.label)];
    if (exports === imports) return null;
    return exports ? "exports" : "imports";
  }

  /** What each of its texts means, where all of them name one flow in more words. */
  get flowMeanings(): Readonly<Record<string, string>> | null {
    const distinct = [...new Set(this.texts)];
    if (distinct.length === 0 || distinct.length > 8) return null;
    const meanings: Record<string, string> = {};
    for (const text of distinct) {
      const words = wordsOf(text);
      if (QUANTITY.test(words)) {
        meanings[text] = "none";
        continue;
      }
      const [isExport, isImport] = [EXPORT.test(words), IMPORT.test(words)];
      if (isExport === isImport) return null;
      const re = /(^| )re ?(exp|imp)/i.test(words) ? "re-" : "";
      meanings[text] = `${re}${isExport ? "export" : "import"}`;
    }
    if (Object.values(meanings).every((meaning) => meaning === "none")) return null;
    return withoutRepeats(meanings);
  }

  /** The unit in its name, or above it. */
  get unit(): Unit | null {
    const texts = [this.name, this.words, ...this.above.toReversed()];
    return texts.map(this.#meanings.unitIn).find((unit) => unit !== null) ?? null;
  }
}

/** One flow under two valuations, or its domestic part beside it, would be there twice. */
function withoutRepeats(meanings: Readonly<Record<string, string>>): Record<string, string> {
  const found: Record<string, string> = {};
  const taken = new Map<string, string>();
  const rank = (text: string) => Number(/\bdomestic\b/i.test(text));
  for (const text of Object.keys(meanings).sort((a, b) => rank(a) - rank(b))) {
    const meaning = meanings[text]!;
    const other = taken.get(meaning);
    if (other === undefined) taken.set(meaning, text);
    const isSame = other !== undefined && meaning !== "none" && repeats(text, other);
    found[text] = isSame ? "none" : meaning;
  }
  return Object.fromEntries(Object.keys(meanings).map((text) => [text, found[text]!]));
}

function repeats(text: string, other: string): boolean {
  const valuation = (one: string) =>
    /\b([cf])\.?[iao]\.?[fbs]\b/i.exec(one)?.[0].replaceAll(".", "");
  const [own, others] = [valuation(text), valuation(other)];
  const isPart = /\bdomestic\b/i.test(text) && !/\bdomestic\b/i.test(other);
  return isPart || (own !== undefined && others !== undefined && own !== others);
}

function isPeriod(text: string): boolean {
  return asPeriod(text) !== null || isFiscalYear(text);
}
