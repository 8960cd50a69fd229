import type { CellCursor } from "./cells.ts";

/**
 * The layout of WIOD's own workbooks (2013 release), saved as CSV: titles above; a line of economies
 * and a line of codes, each after four empty cells; four cells before the flows of a row (code of
 * the publisher, name, economy, code). Codes c1 to c35 are industries, c37 to c42 final demand.
 */
const LABEL_CELLS = 4;
/** Titles, then the two lines of the header; after these many lines it is some other file. */
const LONGEST_HEAD = 12;

export class WiodWorkbookHead {
  #economies: string[] | null = null;
  #lines = 0;

  /** Whether the first line may be a title of such a workbook: text in its first cell alone. */
  static isTitle(names: readonly string[]): boolean {
    return names.length > LABEL_CELLS && names.slice(1).every((name) => name === "");
  }

  get isTooLong(): boolean {
    return this.#lines > LONGEST_HEAD;
  }

  /** The names of the columns after the label cells, once both lines of the header are read. */
  line(cells: CellCursor): string[] | null {
    this.#lines++;
    const names: string[] = [];
    while (!cells.isAtEnd) names.push(cells.text());
    if (names.slice(0, LABEL_CELLS).some((name) => name !== "")) return null;
    const columns = names.slice(LABEL_CELLS);
    if (this.#economies === null) {
      this.#economies = columns;
      return null;
    }
    const economies = this.#economies;
    // Neither economy nor code: the column of total output.
    return columns.map((code, at) => (code === "" ? "OUT" : `${economies[at]}_${code}`));
  }
}

/** The label of a row: ECONOMY_code, or what the row below the flows is; null for a sum or a gap. */
export function workbookRowLabel(cells: CellCursor): string | null {
  cells.text();
  const name = cells.text();
  const economy = cells.text();
  const code = cells.text();
  if (code === "r60" || (name === "" && code === "")) return null;
  if (code === "r69") return "OUT";
  return economy === "" || economy === "TOT" ? `VA: ${name}` : `${economy}_${code}`;
}
