import type { Layout } from "../formats/format.ts";

/** Why a row stands beside the records: a note below them, or the header again; null for any other. */
export function besideRecords(
  cells: readonly string[],
  header: readonly string[],
  { notesBelow }: Layout,
): "footnote" | "heading" | null {
  const [first = ""] = cells;
  const isAlone = (cells[1] ?? "") === "" && cells.every((cell, at) => at === 0 || cell === "");
  // A number alone is the start of a row that is cut off.
  if (notesBelow && isAlone && !/^[\d.,+-]*\d[\d.,]*$/.test(first)) return "footnote";
  if (notesBelow && cells.length < header.length && isNote(cells)) return "footnote";
  const isHeader = first === header[0] && header.every((name, at) => cells[at] === name);
  return isHeader ? "heading" : null;
}

/**
 * Whether a row with fewer fields than its header is a note: a numbered text or a sign and what it
 * means below the table, or one text alone, as the unit below the names of periods.
 */
function isNote(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== "");
  const [first = "", second = ""] = cells;
  if (filled.length === 1) return !/\d/.test(filled[0]!);
  const isNumbered = /^\d{1,3}$/.test(first) && /\S+ \S+ \S/.test(second);
  const isSign =
    /^[a-z.]{1,3}$/.test(first) && first.length < second.length && /^[a-z ]+$/.test(second);
  return (
    filled.length === 2 && cells.length === 2 && (isNumbered || (isSign && first.length === 1))
  );
}
