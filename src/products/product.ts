import { InputError } from "../errors.ts";
import { ALL_PRODUCTS } from "../records/record.ts";
import { findProductSet, productSets } from "./product-sets.ts";

/** The products that a figure counts: every code stands for itself and all codes below it. */
export interface ProductSelection {
  /** The name by which an answer gives it back: `total`, `hs:27`, `naics211-324`. */
  readonly id: string;
  readonly title: string;
  /** Empty for all products. */
  readonly codes: readonly string[];
  /** Codes that are taken out again. */
  readonly excluded: readonly string[];
}

export const allProducts: ProductSelection = {
  id: ALL_PRODUCTS,
  title: "all products",
  codes: [],
  excluded: [],
};

/**
 * The products of one selection without those of another.
 * @throws InputError when the part is not in the whole, or leaves nothing of it.
 */
export function without(whole: ProductSelection, part: ProductSelection): ProductSelection {
  const all = whole.codes.length === 0;
  const outside = part.codes.find(
    (code) => !all && !whole.codes.some((each) => isWithin(code, each)),
  );
  if (outside) {
    throw new InputError(
      `--exclude-product: ${outside} is not in ${whole.id} and cannot be taken out of it`,
    );
  }
  const nothingLeft = !all && whole.codes.every((code) => part.codes.includes(code));
  if (part.codes.length === 0 || nothingLeft) {
    throw new InputError(`--exclude-product: ${part.id} leaves nothing of ${whole.id}`);
  }
  return {
    id: `${whole.id} without ${part.id}`,
    title: `${whole.title} without ${part.title}`,
    codes: whole.codes,
    excluded: part.codes,
  };
}

/** At which level products are distinguished: a system such as `hs` and its digits, where named. */
export interface ProductLevel {
  readonly system: string | null;
  readonly digits: number | null;
}
/** The product groups of the World Bank's WITS, whose codes are words. */
const GROUPS = "wits";
/** The extended balance-of-payments services classification. */
const SERVICES = "ebops";

/** Goods that claimed a preference at the border: `programme:usmca`. */
const CLAIMED = "programme";

const PRODUCT = /^([a-z][a-z0-9]*):([0-9a-z.]+)$/;

/**
 * Harmonized System codes have an even number of digits: chapter, heading, subheading and below, but
 * for those of Japan, which have nine.
 */
const HARMONIZED_CODE = /^(?:(?:\d{2}){1,5}|\d{9})$/;

/**
 * The system and the bare code of `hs:2709`, or null where the text is no product code. `hs:1` is
 * none: read as a prefix it would be chapters 10 to 19.
 */
function parseProductCode(text: string): { system: string; code: string } | null {
  const lower = text.trim().toLowerCase();
  // Names of groups are words, whose code is written without blanks.
  const match = PRODUCT.exec(lower.startsWith(`${GROUPS}:`) ? lower.replace(/[ -]/g, "") : lower);
  if (!match) return null;
  // The codes of services tell their edition themselves.
  const system = match[1]!.replace(/^e(?:bops|b)(?:20)?(?:02|10)s?$/, SERVICES);
  // In services 1.1 and 11 are two codes; elsewhere points only part the digits.
  const code = system === SERVICES ? match[2]! : match[2]!.replaceAll(".", "");
  return code === "" || (system === "hs" && !HARMONIZED_CODE.test(code)) ? null : { system, code };
}

/**
 * `hs:00` and `naics:00`: all products, as the Census Bureau writes it among the chapters. In SITC, 0
 * and 00 are products: food, and live animals. EBOPS has 200, and S in SDMX.
 */
function isTotalCode({ system, code }: { system: string; code: string }): boolean {
  if (system === SERVICES) return code === "200" || code === "s";
  return (system === "hs" || system === "naics") && /^0+$/.test(code);
}

/**
 * The product code of a record in its one spelling (`HS:27.09` is `hs:2709`, `hs:00` is `total`),
 * or null.
 */
export function normalizedProduct(text: string): string | null {
  if (text.trim().toLowerCase() === ALL_PRODUCTS) return ALL_PRODUCTS;
  const parsed = parseProductCode(text);
  if (parsed && isTotalCode(parsed)) return ALL_PRODUCTS;
  return parsed ? `${parsed.system}:${parsed.code}` : null;
}

/** The system of a product code: `hs` for `hs:27`, null for all products. */
export function productSystem(code: string): string | null {
  const at = code.indexOf(":");
  return at < 0 ? null : code.slice(0, at);
}

/**
 * Whether a product is what claimed a preference: no kind of goods, but a part of a partner's imports for
 * consumption, on which duty is paid or saved, whatever basis is asked for.
 */
export function isClaimed(code: string): boolean {
  return productSystem(code) === CLAIMED;
}

/** Divisions of industries from one to another, as the OECD joins them: `isic:d10t12`. */
interface Divisions {
  readonly system: string;
  readonly from: number;
  readonly to: number;
}

const RANGE = /^([a-z0-9]+:)[a-z]?(\d\d)t(\d\d)$/;
const DIVISION = /^([a-z0-9]+:)[a-z]?(\d\d)\d*$/;

function rangeOf(code: string): Divisions | null {
  const match = code.includes("t") ? RANGE.exec(code) : null;
  return match && { system: match[1]!, from: Number(match[2]), to: Number(match[3]) };
}

function divisionOf(code: string): Divisions | null {
  const match = DIVISION.exec(code);
  return match && { system: match[1]!, from: Number(match[2]), to: Number(match[2]) };
}

function isWithinRange(own: Divisions | null, whole: Divisions): boolean {
  if (!own) return false;
  return own.system === whole.system && own.from >= whole.from && own.to <= whole.to;
}

/**
 * True where `code` is `ancestor` or lies below it by its digits: `hs:270900` in `hs:27`. Codes of
 * services tell their wholes only by points (1.1 in 1, but not 10); `classification.ts` knows all.
 */
export function isWithin(code: string, ancestor: string): boolean {
  if (ancestor === ALL_PRODUCTS || code === ancestor) return true;
  if (ancestor.startsWith(`${GROUPS}:`)) return false;
  const whole = rangeOf(ancestor);
  const own = rangeOf(code);
  if (whole) return isWithinRange(own ?? divisionOf(code), whole);
  // A section, such as C, holds all that begins with its letter; a division holds no run of them.
  if (own && /\d/.test(ancestor)) return false;
  return code.startsWith(ancestor.startsWith(`${SERVICES}:`) ? `${ancestor}.` : ancestor);
}

/**
 * Reads `total`, product codes (`hs:27`, lists with commas) or the name of a set.
 * @param option the option that gave the text, for the message.
 */
export function parseProductSelection(text: string, option: string): ProductSelection {
  const codes = new Set<string>();
  const titles: string[] = [];
  const words = text.split(",").map((word) => word.trim());
  for (const word of words) {
    if (normalizedProduct(word) === ALL_PRODUCTS) {
      if (words.length === 1) return allProducts;
      throw new InputError(`${option}: "${word}" already holds all other products (leave it out)`);
    }
    const set = findProductSet(word);
    const code = parseProductCode(word);
    if (set) {
      for (const member of set.codes) codes.add(member);
      titles.push(set.title);
    } else if (code) {
      codes.add(`${code.system}:${code.code}`);
      titles.push(`${code.system.toUpperCase()} ${code.code}`);
    } else {
      throw new InputError(
        `${option}: "${word}" is not a product (use system:code such as hs:27 or hs:2709, or a named set)`,
        `Named sets: ${productSets.map((each) => each.id).join(", ")}`,
      );
    }
  }
  const outer = [...codes].filter(
    (code) => ![...codes].some((other) => other !== code && isWithin(code, other)),
  );
  const systems = new Set(outer.map(productSystem));
  if (systems.size > 1) {
    throw new InputError(
      `${option}: "${text}" mixes product systems (${[...systems].join(", ")}), whose codes overlap (use one)`,
    );
  }
  return {
    id: words.join(",").toLowerCase(),
    title: titles.join("; "),
    codes: outer,
    excluded: [],
  };
}
