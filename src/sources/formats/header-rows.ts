import { InputError } from "../../errors.ts";
import type { RowSource } from "../files/row-source.ts";
import type { NumberedRow } from "./header.ts";
import { asPeriod } from "./period-names.ts";
import { unitIn } from "./units.ts";

/** How many rows may be the header, or its first. */
const ROWS_ABOVE = 24;

/** The first and the last line of a header. */
export interface HeaderLines {
  readonly first: number;
  readonly last: number;
}

/** `4`, or `4-5` for names in two lines. @throws InputError for other text. */
export function headerLinesOf(text: string): HeaderLines {
  const [, first, last = first] = /^([1-9]\d{0,3})(?:-([1-9]\d{0,3}))?$/.exec(text.trim()) ?? [];
  const lines = { first: Number(first), last: Number(last) };
  if (first !== undefined && lines.last >= lines.first && lines.last - lines.first < 4)
    return lines;
  throw new InputError(
    `--header-line: "${text}" is no line (use 4, or 4-5 where the names stand in two lines)`,
  );
}

/**
 * One header of several rows: a name that stands over several columns, as merged cells do, is one of
 * the name of each: `Exports` over `2022` and `2023` gives `Exports 2022` and `Exports 2023`.
 */
export function joinedRows(rows: readonly NumberedRow[]): NumberedRow {
  const last = rows.at(-1)!;
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const latest = rows.map(() => "");
  const cells = Array.from({ length: width }, (_, at) => {
    const parts = rows.map(({ cells: row }, index) => {
      const own = row[at] ?? "";
      if (own !== "") latest[index] = own;
      if (own !== "" || index === rows.length - 1) return own;
      // Only above a name of its own does a column stand under its neighbour's.
      const below = rows.slice(index + 1).some((one) => (one.cells[at] ?? "") !== "");
      return below ? latest[index]! : "";
    });
    return [...new Set(parts.filter((part) => part !== ""))].join(" ");
  });
  return { cells, line: last.line };
}

/** A header in which every column has a name of its own: `#2` where the second has none, or another's. */
export function withEveryName({ cells, line }: NumberedRow): NumberedRow {
  const seen = new Set<string>();
  const named = cells.map((cell, at) => {
    const own = cell !== "" && !seen.has(cell) ? cell : `#${at + 1}`;
    seen.add(cell);
    return own;
  });
  return { cells: named, line };
}

/** Whether a row has names over several columns, so that the row below it names these. */
function standsOver(upper: NumberedRow, lower: NumberedRow): boolean {
  const filled = upper.cells.filter((cell) => cell !== "").length;
  if (filled < 2 || lower.line !== upper.line + 1 || lower.cells.some(isAmount)) return false;
  // The units of columns stand below their names.
  const isOfUnits = lower.cells.some((cell) => unitIn(cell)) && !lower.cells.some(isNumber);
  if (isOfUnits && lower.cells.filter(Boolean).length > 1) return true;
  const isOfPeriods = lower.cells.every(
    (cell, at) => cell === "" || ((upper.cells[at] ?? "") !== "" && asPeriod(cell) !== null),
  );
  if (isOfPeriods && lower.cells[0] === "" && lower.cells.some(Boolean)) return true;
  const gaps = lower.cells.filter((cell, at) => cell !== "" && (upper.cells[at] ?? "") === "");
  return gaps.length > 0 || new Set(upper.cells).size < filled;
}

/** Years may name columns; amounts are data. */
function isAmount(cell: string): boolean {
  return isNumber(cell) && !/^\d{1,4}$/.test(cell);
}

function isNumber(cell: string): boolean {
  return /^[-+]?[\d.,]+$/.test(cell);
}

/** A row that may be the header, or several that may be it together. */
export interface HeaderRows {
  readonly header: NumberedRow;
  /** Where its first row stands among the rows of the sample. */
  readonly at: number;
  readonly lines: string;
  readonly isJoined: boolean;
}

/** All that may be the header of a table, from the top. */
export function headersOf({ sample }: RowSource): HeaderRows[] {
  return sample.slice(0, ROWS_ABOVE).flatMap((row, at): HeaderRows[] => {
    const own = { header: row, at, lines: String(row.line), isJoined: false };
    const below = sample[at + 1];
    if (!below || !standsOver(row, below)) return [own];
    const lines = `${row.line}-${below.line}`;
    return [own, { header: joinedRows([row, below]), at, lines, isJoined: true }];
  });
}
