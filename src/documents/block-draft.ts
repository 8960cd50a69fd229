import type { Block, BlockKind, Cell, Table } from "./document.ts";

/** A cell of a row, with offsets into the text; an empty one has no characters. */
export interface CellSpan {
  readonly start: number;
  readonly end: number;
  readonly column: number;
  readonly span: number;
}

/** A block as a reader writes it down: a table is still rows of cells. */
export interface BlockDraft {
  readonly kind: BlockKind;
  readonly level: number | null;
  readonly start: number;
  readonly end: number;
  readonly table?: TableDraft;
}

interface TableDraft {
  readonly rows: readonly (readonly CellSpan[])[];
  /** Null where the source does not say which rows are headers. */
  readonly headerRows: number | null;
  readonly caption: string;
}

/** The blocks of a text, in which tables know their headers, labels, caption and note. */
export function blocksOf(text: string, drafts: readonly BlockDraft[]): Block[] {
  return drafts.map(({ table: draft, ...block }, index) => {
    if (!draft) return { ...block, table: null };
    const caption = draft.caption !== "" ? draft.caption : captionAbove(text, drafts, index);
    const note = noteBelow(text, drafts[index + 1]);
    return { ...block, table: { ...tableOf(text, draft), caption, note } };
  });
}

/** A cell that holds a quantity: digits, and at most the marks of a unit, sign or note beside them. */
const QUANTITY =
  /^[\s([*$€£¥+~<>≈−–-]*(?:US\$\s?)?\d[\d,.\s]*[)\]%*†‡¹²³⁰-⁹ᵃ-ᶻa-e]*(?:\s?(?:%|percent|(?:million|billion|trillion|thousand|mn|bn)\.?))?\s*$/;
const YEAR = /^\s*(?:FY\s?)?(?:19|20)\d\d(?:\s?[-–/]\s?\d{2,4})?\s*$/;

const isQuantity = (text: string): boolean => QUANTITY.test(text) && !YEAR.test(text);

function tableOf(
  text: string,
  { rows, headerRows: declared }: TableDraft,
): Omit<Table, "caption" | "note"> {
  const words = rows.map((row) => row.map(({ start, end }) => text.slice(start, end).trim()));
  const firstOf = (row: number): string => {
    const at = rows[row]!.findIndex(({ column }) => column === 0);
    return at < 0 ? "" : words[row]![at]!;
  };
  let headerRows = declared ?? 0;
  const holdsQuantity = (row: number) =>
    rows[row]!.some(({ column }, at) => column > 0 && isQuantity(words[row]![at]!));
  const isHeader = (row: number) => rows[row]!.length > 1 && !holdsQuantity(row);
  const isAcross = (row: number) => words[row]!.filter((word) => word !== "").length === 1;
  while (headerRows < rows.length - 1 && headerRows < 4) {
    const next = headerRows;
    if (holdsQuantity(next) || !(isHeader(next) || isAcross(next))) break;
    // A line across the table below its headers is a section of the body.
    if (isAcross(next) && headerRows > 0 && !hasOuterCell(rows[next]!, words[next]!)) break;
    if (declared !== null && declared > 0 && !isHeader(next)) break;
    headerRows = next + 1;
  }
  if (!rows.some((_, row) => row >= headerRows && holdsQuantity(row))) headerRows = declared ?? 0;
  const headers: string[] = [];
  for (let row = 0; row < headerRows; row++) {
    for (const [at, { column, span }] of rows[row]!.entries()) {
      const word = words[row]![at]!;
      for (let covered = column; covered < column + span; covered++) {
        headers[covered] ??= "";
        if (word !== "") headers[covered] = `${headers[covered]} ${word}`.trim();
      }
    }
  }
  const sections: string[] = [];
  const labels: string[] = [];
  let section = "";
  const cells: Cell[] = [];
  for (const [row, spans] of rows.entries()) {
    const first = firstOf(row);
    if (row >= headerRows && first !== "" && isAcross(row) && !isQuantity(first)) section = first;
    sections.push(section);
    labels.push(first);
    for (const { start, end, column, span } of spans) {
      if (end > start) cells.push({ start, end, row, column, span });
    }
  }
  return {
    cells,
    headerRows,
    headers: Array.from(headers, (word) => word ?? ""),
    labels,
    sections,
  };
}

/** True where a row with one filled cell has it beyond the first column, as a header that spans has. */
function hasOuterCell(row: readonly CellSpan[], words: readonly string[]): boolean {
  return row.some(({ column }, at) => column > 0 && words[at] !== "");
}

const CAPTION = /^\s*(?:table|figure|chart|graph|exhibit|panel|appendix)\b/i;
const MEASURE =
  /%|\$|€|£|\bper\s?cent\b|\b(?:trillions?|billions?|millions?|thousands?|bn|mn|dollars?|USD|euros?)\b/i;
/** "Trade with five markets, 2024 (millions of dollars; not seasonally adjusted)". */
const MEASURE_BEHIND =
  /^[^!?]{0,120}\((?:in\s)?(?:trillions?|billions?|millions?|thousands?|percent|US|dollars)\b[^()]{0,160}\)\W{0,4}$/i;
const LONGEST_CAPTION = 240;

/** The line above a table that names it or its unit; with a second one above, both. */
function captionAbove(text: string, drafts: readonly BlockDraft[], index: number): string {
  const captions: string[] = [];
  for (let at = index - 1; at >= Math.max(0, index - 2); at--) {
    const { kind, start, end } = drafts[at]!;
    const words = text.slice(start, Math.min(end, start + LONGEST_CAPTION + 1)).trim();
    const short = words.length <= LONGEST_CAPTION && kind !== "table" && kind !== "item";
    const names = kind === "caption" || CAPTION.test(words);
    const states = MEASURE.test(words) && words.length < 120 && !/\.$/.test(words);
    if (!short || !(names || states || MEASURE_BEHIND.test(words))) break;
    captions.unshift(words);
    if (names) break;
  }
  return captions.join(" ");
}

const NOTE =
  /^\s*[*_]*(?:notes?|sources?|in|all|figures|values|amounts|data|(?:thousand|million|billion|trillion)s?(?=\s(?:of\s)?(?:current\s)?(?:US|U\.S\.|dollars|\$)))\b/i;

function noteBelow(text: string, below: BlockDraft | undefined): string {
  if (!below || below.kind === "table" || below.kind === "heading") return "";
  const words = text.slice(below.start, Math.min(below.end, below.start + LONGEST_CAPTION));
  return NOTE.test(words) ? words.trim() : "";
}
