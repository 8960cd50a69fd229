/** What a piece of a document is. `code`: program text or metadata, which states nothing. */
export type BlockKind =
  | "heading"
  | "paragraph"
  | "item"
  | "caption"
  | "footnote"
  | "table"
  | "code";

/** A run of the text that belongs together. Blocks do not overlap and stand in the order of the text. */
export interface Block {
  readonly kind: BlockKind;
  /** Offsets into the text of the document. */
  readonly start: number;
  readonly end: number;
  /** Of a heading, 1 for the highest; null for all else. */
  readonly level: number | null;
  /** Of a table, null for all else. */
  readonly table: Table | null;
}

/** A cell of a table, with offsets into the text of the document. Empty cells are left out. */
export interface Cell {
  readonly start: number;
  readonly end: number;
  /** Rows and columns count from 0. */
  readonly row: number;
  readonly column: number;
  /** How many columns it covers. */
  readonly span: number;
}

/** A table of rows and columns, with the words that say what its cells are. */
export interface Table {
  readonly cells: readonly Cell[];
  /** How many rows at the top are headers. */
  readonly headerRows: number;
  /** For each column the headers above it, from top to bottom, joined by spaces. */
  readonly headers: readonly string[];
  /** For each row the text of its first cell, or an empty text. */
  readonly labels: readonly string[];
  /** For each row the line across the table that stands above it ("Imports"), or an empty text. */
  readonly sections: readonly string[];
  /** The caption or the line above that reads like one, or an empty text. */
  readonly caption: string;
  /** The first lines of the note below, or an empty text. */
  readonly note: string;
}

/** Where a character stands in the file that was read; lines, columns and pages count from 1. */
export interface SourcePlace {
  /** Of a PDF, the line on its page; of a Word document, the paragraph or row of a table. */
  readonly line: number;
  /** In UTF-16 code units, as editors count. */
  readonly column: number;
  /** Of a PDF; null for all else. */
  readonly page: number | null;
}

/** A document as plain text, with its structure and the place of every character in its source. */
export interface TextDocument {
  /** The identifier of the reader: `text`, `markdown`, `html`, `docx`, `pdf`, `csv`. */
  readonly format: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** What could not be read of it, a sentence each. */
  readonly notes: readonly string[];
  /** The place of the character at an offset of `text`. */
  placeOf(offset: number): SourcePlace;
}
