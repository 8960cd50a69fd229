import type { PartnerDirectory } from "../../partners/directory.ts";
import { placePartner } from "./attributes.ts";

/** Whose trade a title tells, and with whom; null where it names none, or several. */
export interface TitleCountries {
  readonly reporter: string | null;
  readonly partner: string | null;
}

/** What stands before the country with which one trades. */
const WITH = /^(to|from|with|towards)$/i;

/**
 * The countries that a title names: `U.S. exports to Mexico` is of the United States with Mexico,
 * `Balanza comercial de México` of Mexico.
 */
export function countriesIn(title: string, partners: PartnerDirectory): TitleCountries {
  const reporters = new Set<string>();
  const others = new Set<string>();
  const text = title
    .slice(0, 2000)
    .replace(/\bU\.?S\.?(?:D| ?\$| dollars?)/gi, " ")
    .replace(
      /\bU\.?S\.?(?: (?=(?:total |international )?(?:goods|trade|exports?|imports?)))/gi,
      "United States ",
    );
  for (const line of text.split("\n")) {
    const words = line.split(/[\s,;:()]+/).filter(Boolean);
    for (let from = 0; from < words.length; from += 1) {
      const found = countryAt(words, from, partners);
      if (!found) continue;
      const before = words[from - 1] === "the" ? words[from - 2] : words[from - 1];
      (WITH.test(before ?? "") ? others : reporters).add(found.code);
      from += found.length - 1;
    }
  }
  const only = (codes: ReadonlySet<string>) => (codes.size === 1 ? [...codes][0]! : null);
  return { reporter: only(reporters), partner: only(others) };
}

function countryAt(words: readonly string[], from: number, partners: PartnerDirectory) {
  for (let length = Math.min(4, words.length - from); length > 0; length -= 1) {
    const name = words
      .slice(from, from + length)
      .join(" ")
      .replace(/['’]s$/, "");
    if (name.replace(/[^\p{L}]/gu, "").length < 4) continue;
    const code = placePartner(name, undefined, partners);
    if (code !== null && partners.get(code)?.kind === "country") return { code, length };
  }
  return null;
}
