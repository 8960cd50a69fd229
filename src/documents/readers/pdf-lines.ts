import type { PdfLine, PdfPiece, PdfSegment } from "./pdf-pieces.ts";
import { raised } from "./superscript.ts";

/** Of the size of the type: a gap that parts words, and one that parts cells or columns. */
const WORD_GAP = 0.18;
const CELL_GAP = 1.1;

/** The lines of a page in the order in which they are read. */
export function pageLines(pieces: readonly PdfPiece[]): PdfLine[] {
  const rows = rowsOf(pieces).map(lineOf);
  const parted = partColumns(rows);
  return parted.map((line) => line);
}

/** Pieces that stand on one line, from top to bottom; raised ones belong to the line that they touch. */
function rowsOf(pieces: readonly PdfPiece[]): PdfPiece[][] {
  const sorted = [...pieces].sort((a, b) => b.y - a.y || a.x - b.x);
  const rows: { y: number; size: number; pieces: PdfPiece[] }[] = [];
  for (const piece of sorted) {
    const row = rows.at(-1);
    const near = row && row.y - piece.y < 0.45 * Math.max(row.size, piece.size);
    if (!near) rows.push({ y: piece.y, size: piece.size, pieces: [piece] });
    else {
      row.pieces.push(piece);
      // The baseline is that of the largest type.
      if (piece.size > row.size) Object.assign(row, { y: piece.y, size: piece.size });
    }
  }
  return rows.map((row) => row.pieces.sort((a, b) => a.x - b.x));
}

function lineOf(pieces: readonly PdfPiece[]): PdfLine {
  const size = Math.max(...pieces.map((piece) => piece.size));
  const y = pieces.find((piece) => piece.size === size)!.y;
  const segments: PdfSegment[] = [];
  let text = "";
  let from = pieces[0]!.x;
  let to = from;
  for (const piece of pieces) {
    const gap = piece.x - to;
    const words =
      piece.size < 0.85 * size && piece.y > y + 0.1 * size ? raised(piece.text) : piece.text;
    if (text !== "" && gap > CELL_GAP * size) {
      segments.push({ text: text.trim(), from, to });
      text = "";
      from = piece.x;
    } else if (text !== "" && gap > WORD_GAP * size && !/\s$/.test(text) && !/^\s/.test(words)) {
      text += " ";
    }
    text += words;
    to = Math.max(to, piece.x + piece.width);
  }
  if (text.trim() !== "") segments.push({ text: text.trim(), from, to });
  return { segments, from: pieces[0]!.x, to, y, size, region: 0 };
}

const SHORTEST_COLUMN = 4;

/**
 * Puts columns of prose one after the other. A gutter is a strip without text between the two halves
 * of at least four lines in a row, with wide text on both sides; the columns of a table are narrow.
 */
function partColumns(lines: readonly PdfLine[]): PdfLine[] {
  const width =
    Math.max(0, ...lines.map(({ to }) => to)) - Math.min(...lines.map(({ from }) => from));
  const parted: PdfLine[] = [];
  let region = 0;
  let at = 0;
  while (at < lines.length) {
    const block = columnsFrom(lines, at, width);
    if (block === null) {
      parted.push({ ...lines[at]!, region });
      at += 1;
      continue;
    }
    for (const side of block.sides) {
      region += 1;
      parted.push(...side.map((line) => ({ ...line, region })));
    }
    region += 1;
    at = block.end;
  }
  return parted;
}

function columnsFrom(
  lines: readonly PdfLine[],
  start: number,
  width: number,
): { sides: [PdfLine[], PdfLine[]]; end: number } | null {
  const first = lines[start]!;
  if (first.segments.length < 2) return null;
  const gutters = first.segments
    .slice(1)
    .map(({ from }, index) => ({ left: first.segments[index]!.to, right: from, at: index + 1 }));
  for (let { left, right } of gutters) {
    const sides: [PdfLine[], PdfLine[]] = [[], []];
    let end = start;
    let both = 0;
    for (; end < lines.length; end++) {
      const line = lines[end]!;
      const before = line.segments.filter(({ from }) => from < left + 0.5);
      const after = line.segments.filter(({ from }) => from >= left + 0.5);
      const newLeft = Math.max(left, ...before.map(({ to }) => to));
      const newRight = Math.min(right, ...after.map(({ from }) => from));
      if (newRight - newLeft < 0.8 * line.size) break;
      [left, right] = [newLeft, newRight];
      if (before.length > 0) sides[0].push(partOf(line, before));
      if (after.length > 0) sides[1].push(partOf(line, after));
      if (before.length > 0 && after.length > 0) both += 1;
    }
    const wide = sides.every(
      (side) => median(side.map(({ from, to }) => to - from)) > 0.28 * width && wordy(side),
    );
    if (both >= SHORTEST_COLUMN && wide) return { sides, end };
  }
  return null;
}

function partOf(line: PdfLine, segments: readonly PdfSegment[]): PdfLine {
  return { ...line, segments, from: segments[0]!.from, to: segments.at(-1)!.to };
}

function wordy(lines: readonly PdfLine[]): boolean {
  const prose = lines.filter(({ segments }) =>
    segments.some(({ text }) => text.split(" ").length >= 4),
  );
  return prose.length > lines.length / 2;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
