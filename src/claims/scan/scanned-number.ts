/** How a printed number bounds what it stands for; `=` where no word or sign says otherwise. */
export type Comparator = "=" | ">" | ">=" | "<" | "<=" | "about" | "nearly" | "more-than";

export type Scale = "hundred" | "thousand" | "million" | "billion" | "trillion";

/**
 * Why a number in a text is no claim. `year`, `date`: when something was · `note`: the mark or the
 * number of a note · `citation`: a reference list, volume, issue or report number · `list`: the
 * number of an item or heading · `label`: of a table, figure or the like · `page` · `url` ·
 * `statute`: a law, article, section or docket · `code`: a product code, model, telephone or other
 * identifier, or program text · `ordinal`: 21st, second-largest, a column of ranks.
 *
 * The last three are quantities, but not of trade: `tariff`, the rate of a duty · `duration`, how many
 * days or years · `population`.
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
  "tariff",
  "duration",
  "population",
] as const;
export type IgnoreReason = (typeof ignoreReasons)[number];

/** Of a quantity that is no figure of trade, as opposed to what is no quantity at all. */
export function isOtherQuantity(reason: IgnoreReason): boolean {
  return reason === "tariff" || reason === "duration" || reason === "population";
}

/**
 * Where a number stands. Lines, columns and pages are those of the source, as `SourcePlace` says;
 * offsets, paragraphs and sentences those of the text that was made of it. All but offsets count from 1.
 */
export interface Place {
  readonly line: number;
  /** In UTF-16 code units, as editors count. */
  readonly column: number;
  readonly page: number | null;
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

/** What the table around a number says of it; a text is empty where nothing is said. */
export interface CellContext {
  /** The headers above it, from top to bottom. */
  readonly column: string;
  readonly row: string;
  /** The line across the table above its row. */
  readonly section: string;
  readonly caption: string;
  readonly note: string;
}

/** The word that says in which direction a number changed something: "fell", "drop", "higher". */
export interface Movement {
  readonly direction: "up" | "down";
  readonly words: string;
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
   * `US cents`, `times` ("doubled" is 2 times), `ratio` ("one-third"), `rank`, `count` (of `noun`) or
   * `number`; with " per hour" and the like where the text says so. In a table the unit and scale are
   * those of the cell, else of the header, the row, the section, the caption, heading or note.
   */
  readonly unit: string;
  /** What a count counts, as printed ("jobs"), or null where that is not clear. */
  readonly noun: string | null;
  readonly scale: Scale | null;
  readonly comparator: Comparator;
  /** The words or sign behind the comparator, as printed ("just over"), or null. */
  readonly comparatorWords: string | null;
  /** True for a word that stands for what is near it: "a third", "doubled", "half a million". */
  readonly rounded: boolean;
  /** For "fell 9 percent" and "a 9 percent drop"; null for a level, as in "fell to $5". */
  readonly movement: Movement | null;
  readonly range: RangeLink | null;
  /** In a table, null elsewhere. */
  readonly cell: CellContext | null;
  readonly ignored: IgnoreReason | null;
  readonly place: Place;
  readonly context: ScanContext;
}
