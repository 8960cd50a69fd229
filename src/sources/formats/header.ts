import type { Column, Format, Layout } from "./format.ts";

/** A row of a table with the number under which messages name it. */
export interface NumberedRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** Where a layout was found: its format, and the row that is its header. */
export interface Recognised {
  readonly format: Format;
  readonly layout: Layout;
  readonly header: NumberedRow;
}

/**
 * The place of a column in a header, by any of its names; or -1. A name in other letters, large or
 * small, counts where none is spelt alike: some files have `PRODUCT` and its label `Product`.
 */
export function columnIndex(header: readonly string[], column: Column): number {
  const names = typeof column === "string" ? [column] : column;
  for (const name of names) {
    const alike = header.indexOf(name);
    if (alike >= 0) return alike;
    const wanted = name.toLowerCase();
    const at = header.findIndex((cell) => cell.trim().toLowerCase() === wanted);
    if (at >= 0) return at;
  }
  return -1;
}

/** What stands above a header, a line for each row. */
export function textAbove(sample: readonly NumberedRow[], at: number): string {
  return sample
    .slice(0, at)
    .map(({ cells }) => cells.filter((cell) => cell !== "").join(" "))
    .join("\n");
}
