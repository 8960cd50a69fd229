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

/** How many rows may stand above a header. */
const ROWS_ABOVE = 12;

/** The place of a column in a header, by any of its names and without regard to case; or -1. */
export function columnIndex(header: readonly string[], column: Column): number {
  const names = typeof column === "string" ? [column] : column;
  for (const name of names) {
    const wanted = name.toLowerCase();
    const at = header.findIndex((cell) => cell.trim().toLowerCase() === wanted);
    if (at >= 0) return at;
  }
  return -1;
}

/** Recognises a table by its content: the first format, and the first row that is its header. */
export function recognise(
  sample: readonly NumberedRow[],
  formats: readonly Format[],
): Recognised | null {
  for (const format of formats) {
    for (const layout of format.layouts) {
      const at = sample
        .slice(0, ROWS_ABOVE)
        .findIndex((_, index) => isHeader(sample, index, layout));
      if (at >= 0) return { format, layout, header: sample[at]! };
    }
  }
  return null;
}

function isHeader(sample: readonly NumberedRow[], at: number, layout: Layout): boolean {
  const { cells } = sample[at]!;
  const has = (column: Column) => columnIndex(cells, column) >= 0;
  if (!layout.header.every(has) || layout.without?.some(has)) return false;
  if (layout.headerLike && !cells.some((cell) => layout.headerLike!.test(cell.trim())))
    return false;
  if (layout.above && !layout.above.test(textAbove(sample, at))) return false;
  return !layout.rowsLike || layout.rowsLike.test(sample[at + 1]?.cells.join("\n") ?? "");
}

/** What stands above a header, a line for each row. */
export function textAbove(sample: readonly NumberedRow[], at: number): string {
  return sample
    .slice(0, at)
    .map(({ cells }) => cells.filter((cell) => cell !== "").join(" "))
    .join("\n");
}
