import type { PartnerDirectory } from "../../partners/directory.ts";
import { areaOfScheme } from "../../partners/schemes.ts";
import { censusCodes } from "../../records/census-codes.ts";
import { WORLD } from "../../records/record.ts";
import { detached } from "./by-texts.ts";
import type { Fact, PartnerFact, PeriodFact, ProductFact } from "./format.ts";
import { columnIndex } from "./header.ts";
import { monthNumber, periodText } from "./periods.ts";

/** The text of an attribute in the words of the record layout, or why there is none. */
type Attribute = string | { readonly problem: string } | { readonly unplaced: string };

/** Reads one attribute out of the cells of a row; `at` are the columns that it looks at. */
export interface AttributeReader {
  readonly at: readonly number[];
  /** The name of the column for messages; null for what no column says. */
  readonly column: string | null;
  read(cells: readonly string[]): Attribute;
}

/** An attribute of which a table says nothing. */
export const silent: AttributeReader = { at: [], column: null, read: () => "" };

function constant(text: string): AttributeReader {
  return { at: [], column: null, read: () => text };
}

export function factReader(fact: Fact | undefined, header: readonly string[]): AttributeReader {
  if (!fact) return silent;
  if ("is" in fact) return constant(fact.is);
  const index = columnIndex(header, fact.column);
  if (index < 0) return silent;
  const { codes } = fact;
  return {
    at: [index],
    column: header[index]!,
    read(cells) {
      const text = cells[index] ?? "";
      if (!codes) return text;
      const word = Object.hasOwn(codes, text) ? codes[text] : codes[text.toUpperCase()];
      if (word !== undefined) return word;
      const known = Object.keys(codes).filter((code) => code !== "");
      return { problem: `expected ${known.join(", ")}, got "${text}"` };
    },
  };
}

export function periodReader(fact: PeriodFact, header: readonly string[]): AttributeReader {
  if (fact === "columns") return silent;
  const index = columnIndex(header, fact.column);
  const month = fact.month === undefined ? -1 : columnIndex(header, fact.month);
  return {
    at: month < 0 ? [index] : [index, month],
    column: header[index] ?? "period",
    read(cells) {
      const text = cells[index] ?? "";
      if (fact.strict) return text;
      if (month >= 0 && /^\d{4}$/.test(text) && cells[month]) {
        const number = monthNumber(cells[month]!);
        if (number === null) return { problem: `"${cells[month]}" is not a month` };
        return `${text}-${String(number).padStart(2, "0")}`;
      }
      return periodText(text);
    },
  };
}

/** How many texts of partners a reader remembers. */
const REMEMBERED = 50_000;

/** Names of partners beside those of the directory: a file's own table of codes. */
export type CodeTable = ReadonlyMap<string, string>;

/**
 * Reads partners.
 * @param unplaced whether a partner that cannot be placed is told apart from a bad one.
 */
export function partnerReader(
  fact: PartnerFact | Fact,
  header: readonly string[],
  partners: PartnerDirectory,
  codeTable: CodeTable,
  unplaced: boolean,
): AttributeReader {
  if (!("columns" in fact)) return factReader(fact, header);
  const at = fact.columns
    .map((column) => columnIndex(header, column))
    .filter((index) => index >= 0);
  if (at.length === 0) return constant(fact.otherwise ?? "");
  const known = new Map<string, string | null>();
  const place = (text: string) => {
    const code = known.get(text);
    if (code !== undefined) return code;
    const placed = placePartner(text, fact.codes, partners, codeTable);
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
  text: string,
  codes: PartnerFact["codes"],
  partners: PartnerDirectory,
  codeTable: CodeTable = new Map(),
): string | null {
  if (codes === "census") {
    if (text === "-") return WORLD;
    const known = /^\d{4}$/.test(text) ? censusCodes[text] : undefined;
    if (known !== undefined) return known;
  }
  if (codes === "comtrade") {
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
  if (!match) return null;
  return match.kind === "group" ? match.group.id : match.partner.code;
}

/** Reads product codes; `isAll` tells that a text is one for all products. */
export function productReader(
  facts: readonly ProductFact[] | undefined,
  header: readonly string[],
): AttributeReader & { readonly isAll: (text: string) => boolean } {
  const fact = facts?.find(({ column }) => columnIndex(header, column) >= 0);
  if (!fact) return { ...silent, isAll: () => false };
  const index = columnIndex(header, fact.column);
  const system = factReader(fact.system, header);
  const isAll = (text: string) => fact.all.includes(text);
  return {
    at: [index, ...system.at],
    column: header[index]!,
    isAll,
    read(cells) {
      const text = cells[index] ?? "";
      if (!fact.system) return text;
      if (isAll(text)) return "total";
      if (text === "") return { problem: "is missing" };
      const prefix = system.read(cells);
      if (typeof prefix !== "string") return prefix;
      const code = fact.words ? text.replace(/[^A-Za-z0-9]/g, "") : text;
      return `${prefix}:${code.padStart(fact.digits ?? 0, "0")}`.toLowerCase();
    },
  };
}
