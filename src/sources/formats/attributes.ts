import type { PartnerDirectory } from "../../partners/directory.ts";
import { countryInAnyLanguage } from "../../partners/foreign-names.ts";
import { areaOfScheme } from "../../partners/schemes.ts";
import { censusCodes } from "../../records/census-codes.ts";
import { WORLD } from "../../records/record.ts";
import { detached } from "./by-texts.ts";
import { flowHint } from "./flow-words.ts";
import type { Fact, PartnerFact, PeriodFact } from "./format.ts";
import { columnIndex } from "./header.ts";
import {
  type DateOrder,
  type FiscalStart,
  isDate,
  isFiscalYear,
  monthNumber,
  periodText,
  serialDate,
} from "./periods.ts";
import { unitBeside } from "./unit-beside.ts";
import { unitIn, unitText } from "./units.ts";

/** The text of an attribute in the words of the record layout, or why there is none. */
type Attribute =
  | string
  | { readonly problem: string; readonly column?: string }
  | { readonly unplaced: string };

/** Reads one attribute out of the cells of a row; `at` are the columns that it looks at. */
export interface AttributeReader {
  readonly at: readonly number[];
  /** The name of the column for messages; null for what no column says. */
  readonly column: string | null;
  read(cells: readonly string[]): Attribute;
}

const NO_WORDS: ReadonlyMap<string, string> = new Map();

/** An attribute of which a table says nothing. */
export const silent: AttributeReader = { at: [], column: null, read: () => "" };

function constant(text: string): AttributeReader {
  if (text === "") return silent;
  return { at: [], column: null, read: () => text };
}

/**
 * @param above the text above the header.
 * @param words what the user says that texts mean, in lower case.
 */
export function factReader(
  fact: Fact | undefined,
  header: readonly string[],
  above = "",
  words: ReadonlyMap<string, string> = NO_WORDS,
): AttributeReader {
  if (!fact) return silent;
  if ("is" in fact) return constant(fact.is);
  if ("above" in fact) return constant(fact.above.exec(above)?.[1]?.trim() ?? "");
  if (fact.beside) {
    return unitBeside(fact.column, fact.beside, header, words) ?? silent;
  }
  const index = columnIndex(header, fact.column);
  if (index < 0) return silent;
  const { codes, others } = fact;
  return {
    at: [index],
    column: header[index]!,
    read(cells) {
      const text = cells[index] ?? "";
      const meant = words.get(text.toLowerCase());
      if (meant !== undefined) return meant;
      if (fact.units) return unitNamed(text);
      if (!codes) return text;
      const word = Object.hasOwn(codes, text) ? codes[text] : codes[text.toUpperCase()];
      if (word !== undefined) return word;
      if (others) return text;
      const known = Object.keys(codes).filter((code) => code !== "");
      return { problem: `expected ${known.join(", ")}, got "${text}"${meaningOf(text, codes)}` };
    },
  };
}

/** How a text that is no known flow is said to be one. */
function meaningOf(text: string, codes: Readonly<Record<string, string>>): string {
  if (text === "" || !Object.values(codes).includes("export")) return "";
  return flowHint(text);
}

/** The unit in the words of the record layout; text that names none as it is. */
function unitNamed(text: string): string {
  const unit = unitIn(text);
  return unit ? unitText(unit) : text;
}

/**
 * @param fiscal the month in which the years of the table begin; null for calendar years.
 * @param dates which number of a date is the month; null where nothing tells.
 */
export function periodReader(
  fact: PeriodFact,
  header: readonly string[],
  fiscal: FiscalStart | null = null,
  dates: DateOrder | null = null,
): AttributeReader {
  if (fact === "columns") return silent;
  const index = columnIndex(header, fact.column);
  const month = fact.month === undefined ? -1 : columnIndex(header, fact.month);
  return {
    at: month < 0 ? [index] : [index, month],
    column: header[index] ?? "period",
    read(cells) {
      const text = cells[index] ?? "";
      const year = /^(\d{4})(?:\.0)?$/.exec(text)?.[1];
      if (month >= 0 && year !== undefined && cells[month]) {
        const found = monthOf(year, cells[month]!);
        return typeof found === "string" ? found : { ...found, column: header[month]! };
      }
      const period = serialDate(text) ?? periodText(text, fiscal, dates);
      if (period === text && isFiscalYear(text)) return { problem: fiscalProblem(text) };
      if (period === text && isDate(text)) return { problem: dateProblem(text) };
      return period;
    },
  };
}

function monthOf(year: string, text: string): string | { readonly problem: string } {
  if (text === "52") return year;
  const number = monthNumber(text.replace(/\.0$/, ""));
  if (number === null) return { problem: `"${text}" is not a month` };
  return `${year}-${String(number).padStart(2, "0")}`;
}

/** What to do about a fiscal year that cannot be read as it is. */
function fiscalProblem(text: string): string {
  return /^FY ?\d+$/i.test(text)
    ? `"${text}" does not say which months it holds (say in which month it starts, and whether it is called by its first or its last year: --constant fiscalYear=october-last)`
    : `"${text}" is a fiscal year (say in which month it starts: --constant fiscalYear=april)`;
}

function dateProblem(text: string): string {
  return `"${text}" may be either of two months (say which number is the month: --constant dates=day-first, or month-first)`;
}

/** How many texts of partners a reader remembers. */
const REMEMBERED = 50_000;

/** Names of partners beside those of the directory: a file's own table of codes. */
export type CodeTable = ReadonlyMap<string, string>;

/** What a table's partners are read by. */
interface PartnerContext {
  readonly partners: PartnerDirectory;
  readonly codeTable: CodeTable;
  /** The text above the header, and that of sheets of notes. */
  readonly above: string;
  readonly beside: string;
  /** What the user says that texts mean, in lower case. */
  readonly words: ReadonlyMap<string, string>;
}

/**
 * Reads partners.
 * @param unplaced whether a partner that cannot be placed is distinguished from a bad one.
 */
export function partnerReader(
  fact: PartnerFact | Fact,
  header: readonly string[],
  { partners, codeTable, above, beside, words }: PartnerContext,
  unplaced: boolean,
): AttributeReader {
  if (!("columns" in fact)) return factReader(fact, header, above, words);
  const at = fact.columns
    .map((column) => columnIndex(header, column))
    .filter((index) => index >= 0);
  if (at.length === 0) {
    const name = fact.around?.exec(`${above}\n${beside}`)?.[1]?.trim();
    const code = name === undefined ? null : placePartner(name, fact.codes, partners, codeTable);
    return constant(code ?? fact.otherwise ?? "");
  }
  const names = new Map(
    Object.entries(fact.names ?? {}).map(([name, code]) => [name.toLowerCase(), code] as const),
  );
  const known = new Map<string, string | null>();
  const place = (text: string) => {
    const code = known.get(text);
    if (code !== undefined) return code;
    const said = words.get(text.toLowerCase()) ?? names.get(text.toLowerCase());
    const placed = said ?? placePartner(text, fact.codes, partners, codeTable);
    if (known.size < REMEMBERED) known.set(detached(text), placed);
    return placed;
  };
  return {
    at,
    column: header[at[0]!]!,
    read(cells) {
      for (const index of at) {
        const text = cells[index] ?? "";
        const code = text === "" ? null : place(text);
        if (code !== null) return code;
      }
      const texts = at.map((index) => cells[index] ?? "").filter((text) => text !== "");
      if (texts.length === 0) return "";
      return unplaced ? { unplaced: texts.join(" / ") } : texts[0]!;
    },
  };
}

/** The code of a partner by its name or by a publisher's number; null where it cannot be placed. */
export function placePartner(
  written: string,
  codes: PartnerFact["codes"],
  partners: PartnerDirectory,
  codeTable: CodeTable = new Map(),
): string | null {
  // Programs that read a column of codes with gaps write them as decimal numbers.
  const text = written.replace(/^(\d+)\.0$/, "$1");
  if (codes === "census") {
    if (text === "-") return WORLD;
    const known = /^\d{1,4}$/.test(text) ? censusCodes[text.padStart(4, "0")] : undefined;
    if (known !== undefined) return known;
    if (/^\d{1,3}$/.test(text)) return null;
  }
  if (codes === "table") {
    const name = codeTable.get(text) ?? codeTable.get(text.replace(/^0+/, ""));
    return name === undefined ? null : placePartner(name, undefined, partners);
  }
  if (codes === "comtrade" || codes === "geonomenclature") {
    const own = areaOfScheme(codes, text);
    if (own !== null) return own;
  }
  if ((codes === "m49" || codes === "comtrade") && /^\d{1,3}$/.test(text)) {
    if (Number(text) === 0) return WORLD;
    const match = partners.find(text.padStart(3, "0"));
    if (match) return match.kind === "group" ? match.group.id : match.partner.code;
    const name = codeTable.get(text);
    return name === undefined ? null : placePartner(name, undefined, partners);
  }
  const match = partners.find(text);
  if (!match) return countryInAnyLanguage(text);
  return match.kind === "group" ? match.group.id : match.partner.code;
}
