import type { Cell } from "../../documents/document.ts";
import { indexAt } from "../../documents/line-starts.ts";
import type { Paragraph } from "./layout.ts";
import { measureOfCell } from "./measures.ts";
import type { CellContext, IgnoreReason } from "./scanned-number.ts";
import type { Token } from "./token.ts";

const LONGEST_LABEL = 160;
/** A note that states a unit, as "in millions of dollars" does. */
const STATED =
  /^\W*(?:thousand|million|billion|trillion)s?\s(?:of\s)?(?:current\s)?(?:US|U\.S\.|dollars|\$)|\b(?:in|are)\s(?:[\w.$]+\s){0,4}(?:thousands?|millions?|billions?|trillions?|dollars|percent|US\$|\$)/i;
const REVISION = /\((?:est|estimate|prelim|prov|rev|revised|p|r|e)\.?\)/i;
const CODES = /\b(?:codes?|HS|HTS|NAICS|SITC|chapter|heading|CN8?|FIPS)\b/i;
const RANKS = /^\s*(?:rank(?:ing)?|place|no\.?|#|nr\.?)\s*$/i;
const TIMES = /^\s*(?:year|month|period|date|quarter|time|fiscal\syear)\s*$/i;

/** The cell of a row in which an offset lies, or null. */
export function cellAt({ cells, cellStarts }: Paragraph, offset: number): Cell | null {
  const cell = cells[indexAt(cellStarts, offset)];
  return cell && offset < cell.end ? cell : null;
}

/** What a table says of one of its cells. */
export function contextOf(paragraph: Paragraph, cell: Cell): CellContext {
  const { headers, labels, sections, caption, note } = paragraph.table!;
  const short = (words: string | undefined) => (words ?? "").slice(0, LONGEST_LABEL);
  // "Billion dollars" above the labels of the rows is said of the whole table.
  const corner = cell.column === 0 ? "" : short(headers[0]);
  const { unit, scale } = measureOfCell([corner]);
  const isOfAll = corner !== "" && (unit !== null || scale !== null);
  return {
    column: short(headers[cell.column]),
    row: cell.column === 0 ? "" : short(labels[cell.row]),
    section: short(sections[cell.row]),
    caption: isOfAll ? [corner, caption].filter((one) => one !== "").join("; ") : caption,
    note,
  };
}

/** Why the number of a cell is no claim: the first column numbers or dates its rows. */
export function cellReason(
  plain: string,
  token: Token,
  cell: Cell,
  context: CellContext,
): IgnoreReason | null {
  const words = plain.slice(cell.start, cell.end);
  const bare = token.unit === null && token.scale === null;
  if (!bare || token.word) return null;
  if (RANKS.test(context.column)) return "ordinal";
  if (TIMES.test(context.column)) return "year";
  const alone = /^\s*[\d.]{1,13}\s*$/.test(words);
  if (alone && CODES.test(context.column) && !/[$%]/.test(context.column)) return "code";
  // "87 Vehicles": the number of a chapter before its name.
  const leads = token.start === cell.start && /^\d{2,10}[\s.:–-]{1,3}[A-Za-z]/.test(words);
  return cell.column === 0 && leads ? "code" : null;
}

/** Gives a number that fills its cell the unit and scale that the table states. */
export function measureFromTable(
  plain: string,
  token: Token,
  cell: Cell,
  { column, row, section, caption, note }: CellContext,
  heading: string,
): void {
  const rest = plain.slice(cell.start, token.start) + plain.slice(token.end, cell.end);
  if (token.word || /[A-Za-z]{2}/.test(rest.replace(REVISION, ""))) return;
  const percent = token.unit !== null && !/^[A-Z]{3}$/.test(token.unit);
  if (percent || (token.unit !== null && token.scale !== null)) return;
  const scopes = [column, row, section, caption, heading, STATED.test(note) ? note : ""];
  const found = measureOfCell(scopes);
  if (token.unit === null) {
    token.unit = found.unit;
    token.scale ??= found.scale;
  } else if (found.unit === token.unit || found.unit === null) token.scale ??= found.scale;
  if (token.unit !== null) token.noun = null;
}

/** A cell that reads "(63,336)" is a negative number. */
export function isAccountingNegative(plain: string, token: Token, cell: Cell): boolean {
  const before = plain.slice(cell.start, token.start).trim();
  const after = plain.slice(token.end, cell.end).trim();
  return before === "(" && /^%?\)[*†‡ᵃ-ᶻ¹²³⁰-⁹]{0,3}$/.test(after);
}
