import { type BlockDraft, blocksOf, type CellSpan } from "./block-draft.ts";
import type { BlockKind, SourcePlace, TextDocument } from "./document.ts";
import { SourceMap } from "./places.ts";

/** A cell as a reader meets it: pieces of text with their place in the source. */
export interface CellText {
  readonly column: number;
  readonly span: number;
  readonly write: (builder: DocumentBuilder) => void;
}

/** Puts a document together from pieces; blocks are parted by blank lines, rows by line ends. */
export class DocumentBuilder {
  readonly map = new SourceMap();
  readonly #pieces: string[] = [];
  readonly #blocks: BlockDraft[] = [];
  #length = 0;
  /** A space of the source that is written only if more of the same block follows. */
  #space: number | null = null;
  #open: { kind: BlockKind; level: number | null; start: number } | null = null;

  get length(): number {
    return this.#length;
  }

  /** Begins a block; the one before ends. */
  open(kind: BlockKind, level: number | null = null): void {
    this.close();
    this.#open = { kind, level, start: -1 };
  }

  close(): void {
    const open = this.#open;
    this.#open = null;
    this.#space = null;
    if (!open || open.start < 0) return;
    const { kind, level, start } = open;
    this.#blocks.push({ kind, level, start, end: this.#length });
    this.#append("\n\n");
  }

  /** Adds characters that stand one for one at `origin` and after it. */
  add(text: string, origin: number): void {
    if (text === "") return;
    if (!this.#open) this.open("paragraph");
    if (this.#open!.start < 0) this.#open!.start = this.#length;
    else if (this.#space !== null) {
      this.map.add(this.#length, this.#space);
      this.#append(" ");
    }
    this.#space = null;
    this.map.add(this.#length, origin);
    this.#append(text);
  }

  /** White space that parts two words. */
  space(origin: number): void {
    if (this.#open && this.#open.start >= 0) this.#space ??= origin;
  }

  /** Adds text in which runs of white space become one space; spaces that do not break stay. */
  flow(text: string, originOf: (index: number) => number): void {
    for (const { 0: run, index } of text.matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
      if (/^[ \t\n\r\f]/.test(run)) this.space(originOf(index));
      else this.#flowWord(run, index, originOf);
    }
  }

  #flowWord(word: string, index: number, originOf: (index: number) => number): void {
    let start = 0;
    for (let at = 1; at <= word.length; at++) {
      if (at < word.length && originOf(index + at) === originOf(index + start) + at - start)
        continue;
      this.add(word.slice(start, at), originOf(index + start));
      start = at;
    }
  }

  /** Adds a line end inside a block. */
  line(origin: number): void {
    if (!this.#open || this.#open.start < 0) return;
    this.#space = null;
    this.map.add(this.#length, origin);
    this.#append("\n");
  }

  /**
   * Adds a table, a line for each row with its cells parted by ` | `.
   * @param headerRows how many rows are headers, or null where the source does not say.
   */
  table(rows: readonly (readonly CellText[])[], headerRows: number | null, caption = ""): void {
    this.close();
    const start = this.#length;
    const spans: CellSpan[][] = [];
    for (const row of rows) {
      const cells: CellSpan[] = [];
      for (const { column, span, write } of row) {
        if (cells.length > 0) this.#append(" | ");
        const from = this.#length;
        this.#open = { kind: "table", level: null, start: -1 };
        write(this);
        this.#open = null;
        this.#space = null;
        cells.push({ start: from, end: this.#length, column, span });
      }
      spans.push(cells);
      this.#append("\n");
    }
    const end = this.#length - 1;
    if (end <= start || spans.every((cells) => cells.every((one) => one.start === one.end))) return;
    const table = { rows: spans, headerRows, caption };
    this.#blocks.push({ kind: "table", level: null, start, end, table });
    this.#append("\n");
  }

  /** The document so far, with what the words around its tables say of them. */
  build(
    format: string,
    placeOf: (origin: number) => SourcePlace,
    notes: readonly string[] = [],
  ): TextDocument {
    this.close();
    const text = this.#pieces.join("");
    const blocks = blocksOf(text, this.#blocks);
    return { format, text, blocks, notes, placeOf: (at) => placeOf(this.map.originOf(at)) };
  }

  #append(text: string): void {
    this.#pieces.push(text);
    this.#length += text.length;
  }
}
