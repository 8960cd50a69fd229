/** What a scan knows of a printed number, as far as a reading needs it. */
export interface PrintedNumber {
  readonly raw: string;
  readonly value: string;
  readonly sign: "" | "-" | "+";
  readonly unit: string;
  readonly noun: string | null;
  readonly scale: string | null;
  readonly comparator: string;
  readonly comparatorWords: string | null;
  readonly rounded: boolean;
  readonly cell: CellWords | null;
  readonly place: { readonly offset: number; readonly end: number };
}

/** What a table says of one of its cells. */
export interface CellWords {
  readonly column: string;
  readonly row: string;
  readonly section: string;
  readonly caption: string;
  readonly note: string;
}

/** A run of a document whose sentences are read in order; a row of a table is one. */
export interface Passage {
  readonly kind: "heading" | "paragraph" | "item" | "caption" | "footnote" | "row" | "code";
  /** Of a heading, 1 for the highest. */
  readonly level: number | null;
  readonly sentences: readonly SentenceText[];
}

/** A sentence with the numbers that stand in it; offsets of the numbers are those of the document. */
export interface SentenceText {
  readonly start: number;
  readonly text: string;
  readonly numbers: readonly PrintedNumber[];
}
