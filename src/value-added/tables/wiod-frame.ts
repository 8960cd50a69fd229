import type { CellCursor } from "./cells.ts";
import { summaryLabel } from "./publisher-workbook.ts";

/**
 * WIOD 2016 as its R and Stata files have it, saved as CSV: `IndustryCode`, `IndustryDescription`,
 * `Country`, `RNr`, `Year`, then one column for each number of each economy (`AUS1`, in Stata's file
 * `vAUS1`), 57 to 61 for final demand, and `TOT`. The cells before the flows may stand in any order,
 * with others such as R's row numbers among them.
 *
 * The names are those that published programs read by; the `v` of Stata's names could not be checked
 * against a file.
 */
export class WiodFrame {
  readonly names: string[];
  year: string | null = null;
  readonly #before: number;
  readonly #at: { own: number; name: number; economy: number; number: number; year: number };

  constructor(header: readonly string[]) {
    const find = (wanted: string) =>
      header.findIndex((name) => name.toLowerCase() === wanted.toLowerCase());
    this.#at = {
      own: find("IndustryCode"),
      name: find("IndustryDescription"),
      economy: find("Country"),
      number: find("RNr"),
      year: find("Year"),
    };
    this.#before = 1 + Math.max(...Object.values(this.#at));
    this.names = header.slice(this.#before).map(columnName);
  }

  static fits(header: readonly string[]): boolean {
    const names = header.map((name) => name.toLowerCase());
    return names.includes("rnr") && names.includes("country") && names.includes("industrycode");
  }

  readonly rowLabel = (cells: CellCursor): string | null => {
    const before: string[] = [];
    for (let i = 0; i < this.#before; i++) before.push(cells.text());
    const cell = (at: number) => before[at] ?? "";
    this.year ??= cell(this.#at.year) || null;
    const economy = cell(this.#at.economy);
    const number = cell(this.#at.number);
    if (economy !== "TOT") return `${economy}_c${number}`;
    return summaryLabel(cell(this.#at.own), cell(this.#at.name), number);
  };
}

const DEMAND = ["CONS_h", "CONS_np", "CONS_g", "GFCF", "INVEN"];
const FIRST_DEMAND = 57;

function columnName(name: string): string {
  const match = /^v?([A-Z]{3})(\d+)$/i.exec(name);
  if (match === null) return /^v?TOT$/i.test(name) ? "OUT" : name;
  const number = Number(match[2]);
  return `${match[1]}_${DEMAND[number - FIRST_DEMAND] ?? `c${number}`}`;
}
