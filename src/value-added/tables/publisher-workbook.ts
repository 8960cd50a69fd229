import type { CellCursor } from "./cells.ts";

/**
 * The layout that WIOD's workbooks (releases of 2013 and 2016) and the ADB's share: titles above; a
 * line of economies and below it a line of codes, each after four empty or naming cells; four cells
 * before the flows of a row (a code of the publisher's, a name, the economy, the code of the row).
 */
const LABEL_CELLS = 4;
/** Titles, then the lines of the header; after these many lines it is some other file. */
const LONGEST_HEAD = 12;
/** c1, F1, r1. */
const CODE = /^[cFr]\d+$/;
const YEAR = /\b(?:19|20)\d\d\b/;

export type WorkbookLayout = "wiod-2013" | "wiod-2016" | "adb-mrio";

/** The columns of final demand of WIOD 2016, which are industries in the release of 2013. */
const DEMAND_2016: Readonly<Record<string, string>> = {
  ...{ c57: "CONS_h", c58: "CONS_np", c59: "CONS_g", c60: "GFCF", c61: "INVEN" },
};

export class PublisherWorkbookHead {
  /** The year that the titles state. */
  year: string | null = null;
  layout: WorkbookLayout = "wiod-2013";
  #last: string[] = [];
  #lines = 0;

  /** Whether the first line may be a title of such a workbook: text in its first cell alone. */
  static isTitle(names: readonly string[]): boolean {
    const [first, ...others] = names;
    return others.length > 0 && !/^[\d.,-]*$/.test(first!) && others.every((name) => name === "");
  }

  get isTooLong(): boolean {
    return this.#lines > LONGEST_HEAD;
  }

  title(text: string): void {
    this.year ??= YEAR.exec(text)?.[0] ?? null;
    if (/multi-?regional/i.test(text)) this.layout = "adb-mrio";
  }

  /** The names of the columns after the label cells, once both lines of the header are read. */
  line(cells: CellCursor): string[] | null {
    this.#lines++;
    const names: string[] = [];
    while (!cells.isAtEnd) names.push(cells.text());
    const columns = names.slice(LABEL_CELLS);
    const codes = columns.filter((name) => name !== "");
    const economies = this.#last;
    this.#last = columns;
    if (codes.length < 2 || !codes.every((name) => CODE.test(name))) {
      this.title(names[0] ?? "");
      return null;
    }
    const is2016 = codes.includes("c57");
    if (is2016) this.layout = "wiod-2016";
    const isTotal = (at: number) => /^tot(al)?$/i.test(economies[at] ?? "");
    return columns.map((code, at) => {
      // Neither economy nor code, or that of all economies: the column of total output.
      if (code === "" || isTotal(at)) return "OUT";
      return `${economies[at]}_${(is2016 && DEMAND_2016[code]) || code}`;
    });
  }
}

/** The label of a row: ECONOMY_code, or what the row below the flows is; null for a sum or a gap. */
export function workbookRowLabel(cells: CellCursor): string | null {
  const own = cells.text();
  const name = cells.text();
  const economy = cells.text();
  const code = cells.text();
  if (economy !== "" && !/^tot(al)?$/i.test(economy)) {
    // WIOD 2016 calls the row r1 whose column is c1.
    return `${economy}_${code.replace(/^r/, "c")}`;
  }
  return summaryLabel(own, name, code);
}

/** What a row of all economies is, by its code or its name; null for a sum of the flows, or a gap. */
export function summaryLabel(own: string, name: string, code: string): string | null {
  if (name === "" && own === "" && code === "") return null;
  if (/^II_fob$/i.test(own) || /intermediate/i.test(name)) return null;
  if (own === "GO" || /^(total )?output|^total$/i.test(name)) return "OUT";
  return `VA: ${name || own || code}`;
}
