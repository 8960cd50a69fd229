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

/** The products of one selection without those of another. */
export function without(whole: ProductSelection, part: ProductSelection): ProductSelection {
  return {
    id: `${whole.id} without ${part.id}`,
    title: `${whole.title} without ${part.title}`,
    codes: whole.codes,
    excluded: part.codes,
  };
}

const PRODUCT = /^([a-z][a-z0-9]*):([0-9a-z.]+)$/;

/** The system and the bare code of `hs:2709`, or null where the text is no product code. */
export function parseProductCode(text: string): { system: string; code: string } | null {
  const match = PRODUCT.exec(text.trim().toLowerCase());
  return match ? { system: match[1]!, code: match[2]!.replaceAll(".", "") } : null;
}

/** The product code of a record in its one spelling (`HS:27.09` is `hs:2709`), or null. */
export function normalizedProduct(text: string): string | null {
  if (text.trim().toLowerCase() === ALL_PRODUCTS) return ALL_PRODUCTS;
  const parsed = parseProductCode(text);
  return parsed ? `${parsed.system}:${parsed.code}` : null;
}

/** The system of a product code: `hs` for `hs:27`, null for all products. */
export function productSystem(code: string): string | null {
  const at = code.indexOf(":");
  return at < 0 ? null : code.slice(0, at);
}

/** True where `code` is `ancestor` or lies below it: `hs:270900` in `hs:27`. */
export function isWithin(code: string, ancestor: string): boolean {
  return ancestor === ALL_PRODUCTS || code.startsWith(ancestor);
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
    if (word.toLowerCase() === ALL_PRODUCTS && words.length === 1) return allProducts;
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
        `${option}: "${word}" is not a product (use system:code such as hs:27, or a named set)`,
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
