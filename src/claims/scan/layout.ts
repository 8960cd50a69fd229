import type { Cell, Table, TextDocument } from "../../documents/document.ts";
import { sentenceStarts } from "./sentences.ts";

/** A run of text that belongs together, and the sentences in it, as offsets into the text. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly kind: "heading" | "paragraph" | "item" | "caption" | "footnote" | "row" | "code";
  /** The nearest heading above it, or null. */
  readonly section: string | null;
  /** Where each sentence begins; the first is `start`. */
  readonly sentences: readonly number[];
  /** Of a row: its table, and the cells of the row from left to right. */
  readonly table: Table | null;
  readonly cells: readonly Cell[];
  readonly cellStarts: readonly number[];
}

/** A document with its paragraphs and sentences; a row of a table is a paragraph. */
export interface Layout {
  readonly document: TextDocument;
  /** The text with one shape for each quote, minus, space and line end, and of the same length. */
  readonly plain: string;
  readonly paragraphs: readonly Paragraph[];
}

const sameShape: ReadonlyMap<string, string> = new Map([
  ["\u2018", "'"],
  ["\u2019", "'"],
  ["\u201c", '"'],
  ["\u201d", '"'],
  ["\u2010", "-"],
  ["\u2011", "-"],
  ["\u2012", "-"],
  ["\u2212", "-"],
  ["\ufe63", "-"],
  ["\uff0d", "-"],
  ["\uff05", "%"],
  ["\uff04", "$"],
  ["\ufeff", " "],
  ["\r", "\n"],
]);

/** Each character is replaced by one character, so that offsets stay those of the text. */
function plainText(text: string): string {
  return text
    .replace(/\r\n/g, " \n")
    .replace(
      /[\u2018\u2019\u201c\u201d\u2010-\u2012\u2212\ufe63\uff0d\uff05\uff04\ufeff\r]/g,
      (c) => sameShape.get(c)!,
    );
}

/** A bar in place of the line end after a row, since a number may go on over a line end in prose. */
function withRowsParted(plain: string, { blocks }: TextDocument): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { table } of blocks) {
    for (const [index, { row, end }] of table?.cells.entries() ?? []) {
      const next = table!.cells[index + 1];
      if ((next && next.row === row) || end >= plain.length || end < from) continue;
      pieces.push(plain.slice(from, end), "|");
      from = end + 1;
    }
  }
  return pieces.length === 0 ? plain : pieces.join("") + plain.slice(from);
}

const MARKS_OF_HEADING = /^\s{0,3}#{1,6}\s+/;

const layoutsKnown = new WeakMap<TextDocument, Layout>();

/** Cuts a document into paragraphs and sentences; once, though its numbers and its words are asked for. */
export function layOut(document: TextDocument): Layout {
  const known = layoutsKnown.get(document) ?? laidOut(document);
  layoutsKnown.set(document, known);
  return known;
}

function laidOut(document: TextDocument): Layout {
  const plain = withRowsParted(plainText(document.text), document);
  const paragraphs: Paragraph[] = [];
  let section: string | null = null;
  for (const { kind, start, end, table } of document.blocks) {
    if (table) {
      for (const cells of rowsOf(table)) {
        const [from, to] = [cells[0]!.start, cells.at(-1)!.end];
        paragraphs.push({
          ...{ start: from, end: to, kind: "row", section, sentences: [from], table, cells },
          cellStarts: cells.map((cell) => cell.start),
        });
      }
      continue;
    }
    if (kind === "heading") section = headingText(plain.slice(start, end));
    paragraphs.push({
      ...{ start, end, section, table: null, cells: [], cellStarts: [] },
      kind: kind === "table" ? "row" : kind,
      sentences: sentenceStarts(plain, start, end),
    });
  }
  return { document, plain, paragraphs };
}

function headingText(words: string): string {
  const line = words.split("\n", 1)[0]!;
  return line
    .replace(MARKS_OF_HEADING, "")
    .replace(/[\s#:]{1,40}$/, "")
    .trim();
}

function rowsOf({ cells }: Table): Cell[][] {
  const rows: Cell[][] = [];
  for (const cell of cells) {
    if (rows.at(-1)?.[0]?.row === cell.row) rows.at(-1)!.push(cell);
    else rows.push([cell]);
  }
  return rows;
}
