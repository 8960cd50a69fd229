import { figuresOf } from "./figures.ts";
import type { Column, Format, Layout } from "./format.ts";
import { columnIndex, type NumberedRow, type Recognised, textAbove } from "./header.ts";

/** How many rows may stand above a header. */
const ROWS_ABOVE = 16;

/** Recognises a table by its content: the first format, and the first row that is its header. */
export function recognise(
  sample: readonly NumberedRow[],
  formats: readonly Format[],
): Recognised | null {
  for (const format of formats) {
    for (const layout of format.layouts) {
      for (const [index, row] of sample.slice(0, ROWS_ABOVE).entries()) {
        const below = sample[index + 1]?.cells ?? [];
        const unshifted = shiftedBack(row.cells, below, layout);
        const cells = headerCells(unshifted ?? row.cells, layout);
        if (cells && isHeader(sample, index, cells, layout)) {
          const header = { cells, line: row.line };
          return { format, layout, header, ...(unshifted && { isShifted: true }) };
        }
      }
    }
  }
  return null;
}

/** The names of the columns, which a layout may give itself; null where the row is none of its. */
function headerCells(cells: readonly string[], { named }: Layout): readonly string[] | null {
  if (!named) return cells;
  return named.like.test(cells.join("|")) ? named.names : null;
}

/** The names over the values that are theirs, which stand one column to the left; else null. */
function shiftedBack(
  cells: readonly string[],
  below: readonly string[],
  { shifted }: Layout,
): readonly string[] | null {
  const at = shifted ? columnIndex(cells, shifted.column) : -1;
  if (at < 0 || !shifted!.like.test(below.slice(at).join("|"))) return null;
  const names = [...cells.slice(at + 1), ""];
  return at === 0 ? names : [...cells.slice(0, at - 1), cells[at]!, ...names];
}

function isHeader(
  sample: readonly NumberedRow[],
  at: number,
  cells: readonly string[],
  layout: Layout,
): boolean {
  const has = (column: Column) => columnIndex(cells, column) >= 0;
  if (!layout.header.every(has) || layout.without?.some(has)) return false;
  if (layout.headerLike && !cells.some((cell) => layout.headerLike!.test(cell.trim())))
    return false;
  if (layout.above && !layout.above.test(textAbove(sample, at))) return false;
  if (layout.rowsLike && !layout.rowsLike.test(sample[at + 1]?.cells.join("\n") ?? ""))
    return false;
  return figuresOf(layout, cells).length > 0;
}
