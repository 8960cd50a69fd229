import { type AttributeReader, factReader, silent } from "./attributes.ts";
import type { ProductFact } from "./format.ts";
import { columnIndex } from "./header.ts";

const NOTHING = { system: null, digits: 0 };
/** The digits of Japan's codes, the only ones of an odd number. */
const NINE = 9;
/** `hs:2709`, and not `87: Vehicles`. */
const NAMED = /^[a-z][a-z0-9]*:/i;

/**
 * Reads product codes; `isAll` tells that a text is one for all products.
 * @param declared the system and the digits of codes that do not tell them.
 * @param above the text above the header.
 */
export function productReader(
  facts: readonly ProductFact[] | undefined,
  header: readonly string[],
  declared: { readonly system: string | null; readonly digits: number } = NOTHING,
  above = "",
): AttributeReader & { readonly isAll: (text: string) => boolean } {
  const fact = facts?.find(({ column }) => columnIndex(header, column) >= 0);
  if (!fact) return { ...silent, isAll: () => false };
  const index = columnIndex(header, fact.column);
  const system = factReader(fact.system, header, above);
  const otherwise = declared.system ?? fact.usual ?? null;
  const isAll = (text: string) => fact.all.includes(text.replace(/^'|'$/g, ""));
  return {
    at: [index, ...system.at],
    column: header[index]!,
    isAll,
    read(cells) {
      const text = cells[index] ?? "";
      if (isAll(text)) return "total";
      const isNamed = NAMED.test(text);
      const told = isNamed ? "" : system.read(cells);
      if (typeof told !== "string") return told;
      const prefix = told === "" ? otherwise : told.toLowerCase();
      if (prefix === null || isNamed) return namedSystem(text);
      if (text === "") return { problem: "is missing" };
      if (prefix === "hs" && isOddWithTitle(text)) return { problem: oddProblem(text) };
      const length = fact.digits ?? declared.digits;
      const code = fact.words ? text.replace(/[^A-Za-z0-9]/g, "") : codeIn(text, prefix, length);
      return `${prefix}:${code.padStart(length, "0")}`.toLowerCase();
    },
  };
}

/** `HS 2709` and `HS2709.00` name their system; any other text is given back as it is. */
function namedSystem(text: string): ReturnType<AttributeReader["read"]> {
  if (/^\d[\d.]*$/.test(text)) {
    return {
      problem: `"${text}" does not say its system (use --constant system=hs, or write hs:${text})`,
    };
  }
  const named = /^(?:HS|H\.S\.)[ -]?(\d[\d.]*)$/i.exec(text);
  return named ? `hs:${codeIn(named[1]!, "hs")}` : text;
}

/**
 * Whether a code has its title behind it and an odd number of digits: such a text was never a number,
 * so that it lost no zero.
 */
function isOddWithTitle(text: string): boolean {
  const digits = /^'?(\d{3}|\d{5}) *[-–:]? *[\p{L}]/u.exec(text)?.[1];
  return digits !== undefined;
}

function oddProblem(text: string): string {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return `"${shown}" is no code of the Harmonized System (use --constant system=naics where it is one of NAICS)`;
}

/**
 * The code in a text: `2709.00` and `HS 2709.00` as `270900`, `2709.0` as a program wrote 2709,
 * `87 Vehicles` as `87`. Codes of the Harmonized System have an even number of digits, so that one
 * with an odd number has lost its leading zero, unless all have as many: Japan's have nine.
 */
function codeIn(text: string, system: string, length = 0): string {
  // Spreadsheets keep the zeros of a code behind an apostrophe, and programs between two.
  const bare = text.replace(/^'(?=\d)|(?<=\d)'$/g, "").replace(/^(\d+)\.0$/, "$1");
  if (system !== "hs") return bare.replace(/^(\d{2,10})(?: *[-–:])? +\p{L}.*$/su, "$1");
  const code = bare
    .replace(/^H\.?S\.?[ -]?(?=\d)/i, "")
    .replace(/^(\d{2,10})(?: *[-–:])? +\D.*$/s, "$1");
  if (!/^\d[\d. ]*$/.test(code)) return code;
  const digits = code.replace(/[. ]/g, "");
  const isWhole = length > 0 || (digits.length === NINE && text.startsWith("'"));
  return digits.length % 2 === 1 && !isWhole ? `0${digits}` : digits;
}
