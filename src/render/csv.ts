import type { Cell } from "../calculation/result.ts";
import type { Renderer } from "./renderer.ts";
import { safeText } from "./safe-text.ts";

/**
 * The rows under a header of their JSON names (RFC 4180, but LF line ends); numbers are not
 * rounded, null is empty. Text that a spreadsheet would take for a formula is set off with an
 * apostrophe.
 */
export const csvRenderer: Renderer = {
  render({ result }) {
    const names = [...new Set(result.rows.flatMap((row) => Object.keys(row)))];
    const lines = result.rows.map((row) => names.map((name) => field(row[name])).join(","));
    return `${[names.join(","), ...lines].join("\n")}\n`;
  },
};

function field(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number" || typeof cell === "boolean") return String(cell);
  if (typeof cell === "object") return `[${cell.low} ${cell.high}]`;
  const text = safeText(/^[=+\-@]/.test(cell) ? `'${cell}` : cell);
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
