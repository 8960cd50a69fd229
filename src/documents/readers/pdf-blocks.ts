import { type BlockDraft, blocksOf, type CellSpan } from "../block-draft.ts";
import type { SourcePlace, TextDocument } from "../document.ts";
import { indexAt } from "../line-starts.ts";
import { joinedByHyphen } from "./hyphenation.ts";
import type { PdfLine } from "./pdf-pieces.ts";
import { ITEM, looksLikeCaption, looksLikeHeading } from "./text-lines.ts";
import { columnsOf, placed } from "./text-table.ts";

/** A line with its page and its number on it. */
interface Placed extends PdfLine {
  readonly page: number;
  readonly number: number;
  readonly words: string;
}

/** Puts the lines of all pages together to headings, paragraphs, items and tables. */
export function writePages(pages: readonly (readonly PdfLine[])[], notes: string[]): TextDocument {
  const lines = pages.flatMap((page, index) =>
    page.map((line, at): Placed => {
      const words = line.segments.map(({ text }) => text).join(" ");
      return { ...line, page: index + 1, number: at + 1, words };
    }),
  );
  const writer = new Writer(bodySize(lines), leading(lines));
  const { body, edges } = withoutPageNumbers(lines);
  writer.write(body);
  writer.write(edges);
  return writer.document(notes);
}

/** A lone number at the head or foot of a page would tear a sentence that goes on over the page. */
function withoutPageNumbers(lines: readonly Placed[]): { body: Placed[]; edges: Placed[] } {
  const body: Placed[] = [];
  const edges: Placed[] = [];
  for (const [index, line] of lines.entries()) {
    const outer = lines[index - 1]?.page !== line.page || lines[index + 1]?.page !== line.page;
    const lone = /^(?:[-–—]\s?)?(?:page\s)?\d{1,4}(?:\s(?:of|\/)\s\d{1,4})?(?:\s?[-–—])?$/i;
    (outer && lone.test(line.words) ? edges : body).push(line);
  }
  return { body, edges };
}

/** The size in which most characters are set. */
function bodySize(lines: readonly Placed[]): number {
  const characters = new Map<number, number>();
  for (const { size, words } of lines) {
    const rounded = Math.round(size * 2) / 2;
    characters.set(rounded, (characters.get(rounded) ?? 0) + words.length);
  }
  return [...characters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

/** The usual distance of two lines of a paragraph. */
function leading(lines: readonly Placed[]): number {
  const steps = lines.flatMap((line, index) => {
    const before = lines[index - 1];
    const step = before && before.region === line.region ? before.y - line.y : 0;
    const near = step > 0 && step < 1.8 * line.size;
    return before?.page === line.page && near ? [step] : [];
  });
  const counts = new Map<number, number>();
  for (const step of steps) counts.set(Math.round(step), (counts.get(Math.round(step)) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return first?.[0] ?? 0;
}

class Writer {
  #text = "";
  readonly #pieces: string[] = [];
  #length = 0;
  readonly #drafts: BlockDraft[] = [];
  /** Where each line begins in the text, and where it stands. */
  readonly #starts: number[] = [];
  readonly #places: SourcePlace[] = [];

  constructor(
    readonly size: number,
    readonly leading: number,
  ) {}

  write(lines: readonly Placed[]): void {
    let at = 0;
    while (at < lines.length) {
      const end = this.#tableEnd(lines, at);
      if (end > at) {
        this.#table(lines.slice(at, end));
        at = end;
        continue;
      }
      let last = at + 1;
      while (
        last < lines.length &&
        this.#goesOn(lines[last - 1]!, lines[last]!) &&
        !(this.#tableEnd(lines, last) > last)
      )
        last += 1;
      this.#paragraph(lines.slice(at, last));
      at = last;
    }
  }

  document(notes: readonly string[]): TextDocument {
    this.#text = this.#pieces.join("");
    const placeOf = (offset: number): SourcePlace => {
      const index = Math.max(0, indexAt(this.#starts, offset));
      const { line, column, page } = this.#places[index] ?? { line: 1, column: 1, page: 1 };
      return { line, column: column + offset - (this.#starts[index] ?? 0), page };
    };
    const blocks = blocksOf(this.#text, this.#drafts);
    return { format: "pdf", text: this.#text, blocks, notes, placeOf };
  }

  /** True where the second line belongs to the paragraph of the first. */
  #goesOn(before: Placed, line: Placed): boolean {
    if (ITEM.test(line.words) || looksLikeCaption(line.words)) return false;
    if (Math.abs(before.size - line.size) > 0.12 * line.size) return false;
    if (before.page !== line.page || before.region !== line.region) {
      return !/[.!?:;]["'”’)\]]*[¹²³⁰-⁹]*$/.test(before.words) && /^[a-z$\d(]/.test(line.words);
    }
    const step = before.y - line.y;
    return step > 0 && step < 1.35 * Math.max(this.leading, 1.05 * line.size);
  }

  /** The line after the last of a table that begins here: lines of at least two cells, some of digits. */
  #tableEnd(lines: readonly Placed[], start: number): number {
    let end = start;
    let numeric = 0;
    let wide = 0;
    for (; end < lines.length; end++) {
      const line = lines[end]!;
      const before = lines[end - 1];
      const near =
        end === start ||
        (before!.page === line.page &&
          before!.region === line.region &&
          before!.y - line.y < 3 * Math.max(this.leading, line.size));
      if (!near) break;
      if (line.segments.length < 2) {
        // A line across the table, between rows of cells, and short.
        const next = lines[end + 1];
        if (
          end === start ||
          !next ||
          next.segments.length < 2 ||
          line.words.length > 60 ||
          /[.:]$/.test(line.words)
        )
          break;
        continue;
      }
      wide += 1;
      if (line.segments.slice(1).some(({ text }) => /^[^A-Za-z]*\d[^A-Za-z]*$/.test(text)))
        numeric += 1;
    }
    return wide >= 2 && numeric >= 1 ? end : start;
  }

  #table(lines: readonly Placed[]): void {
    const start = this.#length;
    const columns = columnsOf(lines.map(({ segments }) => segments));
    const rows = lines.map((line) => {
      const spans: CellSpan[] = [];
      for (const [index, segment] of line.segments.entries()) {
        if (index > 0) this.#append(" | ");
        this.#mark(line, line.words.indexOf(segment.text));
        const from = this.#length;
        this.#append(segment.text);
        const [column, span] = placed(segment, index, line.segments.length, columns);
        spans.push({ start: from, end: this.#length, column, span });
      }
      this.#append("\n");
      return spans;
    });
    const table = { rows, headerRows: null, caption: "" };
    this.#drafts.push({ kind: "table", level: null, start, end: this.#length - 1, table });
    this.#append("\n");
  }

  #paragraph(lines: readonly Placed[]): void {
    const start = this.#length;
    for (const [index, line] of lines.entries()) {
      const next = lines[index + 1];
      this.#mark(line, 0);
      const joined = next ? joinedByHyphen(line.words, next.words) : null;
      this.#append(joined ?? line.words);
      if (next && joined === null) this.#append(" ");
    }
    const first = lines[0]!;
    const whole = lines.map(({ words }) => words).join(" ");
    const larger = first.size > 1.12 * this.size && whole.length < 200;
    const alone = lines.length === 1 && looksLikeHeading(whole);
    const span = { start, end: this.#length };
    if (looksLikeCaption(whole)) this.#drafts.push({ kind: "caption", level: null, ...span });
    else if (larger || alone)
      this.#drafts.push({ kind: "heading", level: first.size > 1.5 * this.size ? 1 : 2, ...span });
    else {
      const kind = ITEM.test(whole) ? "item" : "paragraph";
      this.#drafts.push({ kind, level: null, ...span });
    }
    this.#append("\n\n");
  }

  #mark({ number, page }: Placed, column: number): void {
    this.#starts.push(this.#length);
    this.#places.push({ line: number, column: Math.max(0, column) + 1, page });
  }

  #append(text: string): void {
    this.#pieces.push(text);
    this.#length += text.length;
  }
}
