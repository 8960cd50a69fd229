/** How a printed number bounds what it stands for; `=` where no word or sign says otherwise. */
export type Comparator = "=" | ">" | ">=" | "<" | "<=" | "about" | "nearly" | "more-than";

export type Scale = "hundred" | "thousand" | "million" | "billion" | "trillion";

/**
 * Why a number in a text is no claim. `year`, `date`: when something was · `note`: the mark or the
 * number of a note · `citation`: a reference list, volume, issue or report number · `list`: the
 * number of an item or heading · `label`: of a table, figure or the like · `page` · `url` ·
 * `statute`: a law, article, section or docket · `code`: a product code, model, telephone or other
 * identifier · `ordinal`: 21st.
 */
export const ignoreReasons = [
  "url",
  "citation",
  "date",
  "statute",
  "code",
  "label",
  "page",
  "note",
  "list",
  "ordinal",
  "year",
] as const;
export type IgnoreReason = (typeof ignoreReasons)[number];

/** Where a number stands. Lines, columns, paragraphs and sentences count from 1. */
export interface Place {
  readonly line: number;
  /** In UTF-16 code units, as editors count. */
  readonly column: number;
  /** Of the first character of `raw` in the text, and of the one after its last, from 0. */
  readonly offset: number;
  readonly end: number;
  readonly paragraph: number;
  /** Within its paragraph. */
  readonly sentence: number;
  /** The nearest heading above, or null. */
  readonly section: string | null;
}

/** The words around a number, for guessing; not meant to be written to any file. */
export interface ScanContext {
  /** The sentence, or at most 400 characters of it to either side of the number. */
  readonly sentence: string;
  /** Where the number begins and ends in `sentence`. */
  readonly at: number;
  readonly end: number;
  readonly section: string | null;
}

/** The other end of a range: `interval` for "50–60%", `change` for "from 11% to 21%". */
export interface RangeLink {
  readonly end: "first" | "last";
  /** The `index` of the other end. */
  readonly other: number;
  readonly kind: "interval" | "change";
}

/** One number of a text: a claim to check, or, where `ignored` is not null, none and why. */
export interface ScannedNumber {
  /** Its position in the list of all numbers of the text, from 0. */
  readonly index: number;
  /** As printed, from its sign or currency to its scale, unit and "an hour". */
  readonly raw: string;
  /**
   * The printed digits without sign and thousand separators, padded zeros kept: `17.10`. For words
   * the number they stand for: `2` for "doubled", `1/3` for "one-third". Commas are thousands and
   * points decimals, as in English; `1.234,5` is kept as printed.
   */
  readonly value: string;
  readonly sign: "" | "-" | "+";
  /**
   * `percent`, `percentage-points`, `basis-points`, a currency (`USD`; a bare `$` is US dollars),
   * `US cents`, `times` ("doubled" is 2 times), `ratio` ("one-third"), `count` (of `noun`) or
   * `number`; with " per hour" and the like where the text says so.
   */
  readonly unit: string;
  /** What a count counts, as printed ("jobs"), or null where that is not clear. */
  readonly noun: string | null;
  readonly scale: Scale | null;
  readonly comparator: Comparator;
  /** The words or sign behind the comparator, as printed ("just over"), or null. */
  readonly comparatorWords: string | null;
  readonly range: RangeLink | null;
  readonly ignored: IgnoreReason | null;
  readonly place: Place;
  readonly context: ScanContext;
}
