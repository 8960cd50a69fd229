import { type CellText, DocumentBuilder } from "../builder.ts";
import type { TextDocument } from "../document.ts";
import { placesIn } from "../places.ts";
import { writeInline } from "./markdown-inline.ts";
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
import { cellsBetweenBars } from "./text-table.ts";

const FENCE = /^\s{0,3}(```+|~~~+)/;
const DELIMITER_ROW = /^\s{0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
const BULLET = /^\s*(?:[-*+]\s+(?:\[[ xX]\]\s)?)/;
const QUOTE = /^\s{0,3}(?:>\s?)+/;
const FOOTNOTE = /^\s{0,3}\[\^[^\]\s]{1,60}\]:\s*/;
const LINK_DEFINITION = /^\s{0,3}\[[^\]^]{1,200}\]:\s*\S/;
const RULE = /^\s{0,3}(?:(?:\*\s*){3,}|(?:_\s*){3,}|(?:-\s*){3,})$/;
const HTML_TABLE = /^\s*<table\b/i;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;

/** Reads Markdown with tables and notes as GitHub writes them: marks, addresses and comments are no text. */
export async function readMarkdown(source: string): Promise<TextDocument> {
  const builder = new DocumentBuilder();
  // Comments become blanks, so that every offset stays.
  const text = source.replace(COMMENT, (comment) => comment.replace(/[^\r\n]/g, " "));
  const lines = linesOf(text);
  let at = frontMatter(lines, builder);
  while (at < lines.length) {
    const line = lines[at]!;
    const fence = FENCE.exec(line.text)?.[1];
    if (fence) at = writeFence(lines, at, fence, builder);
    else if (HTML_TABLE.test(line.text)) at = await writeHtmlTable(text, lines, at, builder);
    else if (isTable(lines, at)) at = writeTable(lines, at, builder);
    else at = writeLine(lines, at, builder);
  }
  return builder.build("markdown", placesIn(source));
}

/** `title:` and the like between two lines of dashes at the very beginning. */
function frontMatter(lines: readonly Line[], builder: DocumentBuilder): number {
  if (!/^\ufeff?---\s*$/.test(lines[0]?.text ?? "")) return 0;
  const end = lines.findIndex(
    ({ text }, at) => at > 0 && at < 200 && /^(?:---|\.\.\.)\s*$/.test(text),
  );
  if (end < 0) return 0;
  builder.open("code");
  for (const { text, start } of lines.slice(1, end)) {
    builder.add(text, start);
    builder.line(start + text.length);
  }
  builder.close();
  return end + 1;
}

function writeFence(
  lines: readonly Line[],
  from: number,
  fence: string,
  builder: DocumentBuilder,
): number {
  builder.open("code");
  let at = from + 1;
  for (; at < lines.length && !lines[at]!.text.trimStart().startsWith(fence); at++) {
    const { text, start } = lines[at]!;
    builder.add(text, start);
    builder.line(start + text.length);
  }
  builder.close();
  return at + 1;
}

async function writeHtmlTable(
  text: string,
  lines: readonly Line[],
  from: number,
  builder: DocumentBuilder,
): Promise<number> {
  const start = lines[from]!.start;
  const closing = /<\/table\s*>/gi;
  closing.lastIndex = start;
  const end = closing.exec(text) ? closing.lastIndex : text.length;
  const { writeHtml } = await import("./html-writer.ts");
  writeHtml(text.slice(start, end), builder, start);
  builder.close();
  let at = from;
  while (at < lines.length && lines[at]!.start < end) at++;
  return at;
}

function isTable(lines: readonly Line[], at: number): boolean {
  const { text } = lines[at]!;
  if (!text.includes("|")) return false;
  const next = lines[at + 1]?.text ?? "";
  return (
    (next.includes("-") && DELIMITER_ROW.test(next)) ||
    (/^\s*\|.*\|/.test(text) && /^\s*\|.*\|/.test(next))
  );
}

function writeTable(lines: readonly Line[], from: number, builder: DocumentBuilder): number {
  const rows: CellText[][] = [];
  let headerRows: number | null = null;
  let at = from;
  for (; at < lines.length && lines[at]!.text.includes("|"); at++) {
    const { text, start } = lines[at]!;
    if (text.includes("-") && DELIMITER_ROW.test(text)) {
      headerRows ??= rows.length;
      continue;
    }
    rows.push(
      cellsBetweenBars({ start, text }).map((cell) => ({
        column: cell.column,
        span: 1,
        write: (one) =>
          writeInline(text.slice(cell.start - start, cell.end - start), cell.start, one),
      })),
    );
  }
  builder.table(rows, headerRows);
  return at;
}

function writeLine(lines: readonly Line[], at: number, builder: DocumentBuilder): number {
  const { text: whole, start: lineStart } = lines[at]!;
  const quote = QUOTE.exec(whole)?.[0].length ?? 0;
  const text = whole.slice(quote);
  const start = lineStart + quote;
  const inline = (from: number) => writeInline(text.slice(from), start + from, builder);
  if (/^[\s\ufeff]*$/.test(text) || RULE.test(text) || LINK_DEFINITION.test(text)) {
    builder.close();
    return at + 1;
  }
  const atx = ATX_HEADING.exec(text.replace(/^\ufeff/, " "));
  if (atx) {
    builder.open("heading", atx[1]!.length);
    const words = atx[2]!.replace(/\s#+\s*$/, "");
    writeInline(words, start + text.indexOf(words), builder);
    builder.close();
    return at + 1;
  }
  const before = lines[at - 1]?.text ?? "";
  const after = lines[at + 1]?.text ?? "";
  const opens = /^\s*$/.test(before) || ATX_HEADING.test(before);
  if (opens && UNDERLINE.test(after) && text.length <= 200 && !BULLET.test(text)) {
    builder.open("heading", after.includes("=") ? 1 : 2);
    inline(0);
    builder.close();
    return at + 2;
  }
  const footnote = FOOTNOTE.exec(text);
  if (footnote) {
    builder.open("footnote");
    inline(footnote[0].length);
    return at + 1;
  }
  const bullet = BULLET.exec(text);
  if (bullet || ITEM.test(text)) {
    builder.open("item");
    inline(bullet ? bullet[0].length : 0);
    return at + 1;
  }
  const bare = text.replace(/[*_]{2,3}/g, "");
  if (opens && looksLikeCaption(bare)) builder.open("caption");
  else if (BACK_MATTER.test(bare) || (opens && /^\s*$/.test(after) && looksLikeHeading(bare))) {
    builder.open("heading", 2);
    inline(0);
    builder.close();
    return at + 1;
  } else if (opens) builder.open("paragraph");
  else builder.line(start);
  inline(0);
  return at + 1;
}
