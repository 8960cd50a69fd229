import type { CellSpan } from "../block-draft.ts";
import type { Line } from "./text-lines.ts";

const DELIMITER_ROW = /^[\s|:=+-]+$/;

/** The cells of a line that begins with a bar, none for a line of dashes, or null for other lines. */
export function pipedRow(line: Line): CellSpan[] | null {
  if (!/^\s*\|/.test(line.text)) return null;
  if (line.text.includes("-") && DELIMITER_ROW.test(line.text)) return [];
  return cellsBetweenBars(line);
}

/** The cells of a line between bars that are not escaped. */
export function cellsBetweenBars({ start, text }: Line): CellSpan[] {
  const cells: CellSpan[] = [];
  let from = /^\s*\|/.exec(text)?.[0].length ?? 0;
  for (let at = from; at <= text.length; at++) {
    const ends = at === text.length ? text.slice(from).trim() !== "" : text[at] === "|";
    if (!ends || (text[at - 1] === "\\" && at < text.length)) continue;
    cells.push(trimmed(start, text, from, at, cells.length));
    from = at + 1;
  }
  return cells;
}

function trimmed(base: number, text: string, from: number, to: number, column: number): CellSpan {
  const part = text.slice(from, to);
  const lead = part.length - part.trimStart().length;
  const inner = part.trim().length;
  const start = base + from + Math.min(lead, part.length);
  return { start, end: start + inner, column, span: 1 };
}

const GAP = /\t+ *| {2,}\t*/g;

interface Piece {
  readonly from: number;
  readonly to: number;
}

/** The pieces of a line between tabs or at least two spaces. */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  for (const { 0: gap, index } of text.matchAll(GAP)) {
    if (index < from || index >= end) continue;
    pieces.push({ from, to: index });
    from = index + gap.length;
  }
  if (from < end) pieces.push({ from, to: end });
  return pieces;
}

const LONGEST_ROW = 400;

/** The rows of a table that spaces or tabs align, with the lines before and after; or null. */
export function alignedRows(lines: readonly Line[]): {
  before: readonly Line[];
  rows: CellSpan[][];
  after: readonly Line[];
} | null {
  const pieces = lines.map(({ text }) => (text.length > LONGEST_ROW ? [] : piecesOf(text)));
  const first = pieces.findIndex((row) => row.length > 1);
  const last = pieces.findLastIndex((row) => row.length > 1);
  if (first < 0 || last === first) return null;
  const within = pieces.slice(first, last + 1);
  const wide = within.filter((row) => row.length > 1);
  const isNumeric = (row: readonly Piece[], text: string): boolean =>
    row.slice(1).some(({ from, to }) => /^[^A-Za-z]*\d[^A-Za-z]*$/.test(text.slice(from, to)));
  const numeric = within.some((row, at) => isNumeric(row, lines[first + at]!.text));
  if (wide.length < within.length * 0.7 || !numeric) return null;
  const columns = columnsOf(wide);
  const rows = within.map((row, at) => {
    const { start } = lines[first + at]!;
    return row.map(({ from, to }, index) => {
      const [column, span] = placed({ from, to }, index, row.length, columns);
      return { start: start + from, end: start + to, column, span };
    });
  });
  return { before: lines.slice(0, first), rows, after: lines.slice(last + 1) };
}

/** Where each column begins and ends: by the rows that have the most pieces. */
export function columnsOf(rows: readonly (readonly Piece[])[]): Piece[] {
  const most = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const columns: { from: number; to: number }[] = [];
  for (const row of rows) {
    if (row.length !== most) continue;
    for (const [at, { from, to }] of row.entries()) {
      const column = columns[at];
      if (!column) columns.push({ from, to });
      else {
        column.from = Math.min(column.from, from);
        column.to = Math.max(column.to, to);
      }
    }
  }
  return columns;
}

/** The column of a piece and how many it covers: by its number in a full row, else by its place. */
export function placed(
  { from, to }: Piece,
  index: number,
  count: number,
  columns: readonly Piece[],
): [column: number, span: number] {
  if (count === columns.length) return [index, 1];
  const covered = columns.flatMap((column, at) =>
    from < column.to && to > column.from ? [at] : [],
  );
  if (covered.length > 0) return [covered[0]!, covered.at(-1)! - covered[0]! + 1];
  const after = columns.findIndex((column) => column.from >= to);
  return [after < 0 ? columns.length - 1 : after, 1];
}
