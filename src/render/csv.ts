import type { Cell, ResultRow } from "../calculation/result.ts";
import { inPieces, mapped, oneByOne } from "./pieces.ts";
import type { Renderer } from "./renderer.ts";
import { safeText } from "./safe-text.ts";

/**
 * The rows under a header of their JSON names (RFC 4180, but LF line ends); numbers are not
 * rounded, null is empty. Text that a spreadsheet would take for a formula is set off with an
 * apostrophe.
 */
export const csvRenderer: Renderer = {
  render({ result }) {
    const names = namesOf(result.rows);
    const lineOf = (row: ResultRow) => `${names.map((name) => field(row[name])).join(",")}\n`;
    return inPieces(oneByOne([[`${names.join(",")}\n`], mapped(result.rows, lineOf)]));
  },
};

function namesOf(rows: readonly ResultRow[]): string[] {
  const names = new Set<string>();
  for (const row of rows) for (const name in row) names.add(name);
  return [...names];
}

function field(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number" || typeof cell === "boolean") return String(cell);
  if (typeof cell === "object") return `[${cell.low} ${cell.high}]`;
  const text = safeText(/^[=+\-@]/.test(cell) ? `'${cell}` : cell);
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
