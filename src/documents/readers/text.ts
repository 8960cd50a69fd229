import { type BlockDraft, blocksOf, type CellSpan } from "../block-draft.ts";
import type { TextDocument } from "../document.ts";
import { placesIn } from "../places.ts";
import {
  ATX_HEADING,
  BACK_MATTER,
  ITEM,
  type Line,
  linesOf,
  looksLikeCaption,
  looksLikeHeading,
  UNDERLINE,
} from "./text-lines.ts";
import { alignedRows, pipedRow } from "./text-table.ts";

/**
 * Reads plain text: blank lines, items and headings part its blocks; lines of cells between bars,
 * tabs or two spaces are tables. Its text is the text itself, so that offsets are those of the source.
 */
export function readPlainText(text: string): TextDocument {
  return { format: "text", text, blocks: plainBlocks(text), notes: [], placeOf: placesIn(text) };
}

function plainBlocks(text: string) {
  const drafts: BlockDraft[] = [];
  let block: Line[] = [];
  let rows: (readonly CellSpan[])[] = [];
  const close = (): void => {
    if (block.length > 0) drafts.push(...draftsOf(block));
    block = [];
  };
  const closeTable = (): void => {
    const cells = rows.flat();
    if (cells.length > 0) {
      const table = { rows, headerRows: null, caption: "" };
      const [start, end] = [cells[0]!.start, cells.at(-1)!.end];
      drafts.push({ kind: "table", level: null, start, end, table });
    }
    rows = [];
  };
  for (const line of linesOf(text)) {
    const piped = pipedRow(line);
    if (piped) {
      close();
      if (piped.length > 0) rows.push(piped);
      continue;
    }
    closeTable();
    if (/^\s*$/.test(line.text)) {
      close();
      continue;
    }
    const heading = ATX_HEADING.test(line.text) || BACK_MATTER.test(line.text);
    if (heading || ITEM.test(line.text)) close();
    block.push(line);
    if (heading) close();
  }
  close();
  closeTable();
  return blocksOf(text, drafts);
}

/** The blocks of a run of lines: a paragraph, a heading, an item, or a table and what is around it. */
function draftsOf(lines: readonly Line[]): BlockDraft[] {
  const first = lines[0]!;
  const last = lines.at(-1)!;
  const span = { start: first.start, end: last.start + last.text.length };
  const atx = ATX_HEADING.exec(first.text);
  if (lines.length === 1 && atx) return [{ kind: "heading", level: atx[1]!.length, ...span }];
  if (lines.length === 2 && first.text.length <= 200 && UNDERLINE.test(last.text)) {
    return [{ kind: "heading", level: last.text.includes("=") ? 1 : 2, ...span }];
  }
  if (lines.length === 1 && looksLikeCaption(first.text))
    return [{ kind: "caption", level: null, ...span }];
  if (lines.length === 1 && looksLikeHeading(first.text))
    return [{ kind: "heading", level: 2, ...span }];
  const aligned = alignedRows(lines);
  if (aligned) {
    const { before, rows, after } = aligned;
    const cells = rows.flat();
    const table = { rows, headerRows: null, caption: "" };
    const at = { start: cells[0]!.start, end: cells.at(-1)!.end };
    return [
      ...(before.length > 0 ? draftsOf(before) : []),
      { kind: "table", level: null, ...at, table },
      ...(after.length > 0 ? draftsOf(after) : []),
    ];
  }
  return [{ kind: ITEM.test(first.text) ? "item" : "paragraph", level: null, ...span }];
}
