/** An economy or group and the names under which a text may speak of it. */
export interface NamedEconomy {
  /** ISO 3166 alpha-2, or the identifier of a group. */
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Where a partner is named in a sentence. */
export interface Mention {
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

/** How reports call partners where the lists of names do not. */
const inReports: readonly (readonly [string, string])[] = [
  ["USMCA partners", "USMCA"],
  ["USMCA countries", "USMCA"],
  ["NAFTA partners", "USMCA"],
  ["European Union", "EU27"],
  ["EU", "EU27"],
  ["Korea", "KR"],
  ["UK", "GB"],
  ["U.K.", "GB"],
];
/** The reporter itself, and names that in a report on US trade are more often states. */
const NEVER = new Set(["US", "UM", "JE", "GE"]);

/** Finds the names of economies in sentences. */
export class PartnerNames {
  readonly #codes = new Map<string, string>(inReports);
  readonly #pattern: RegExp;

  /** Codes and numbers among the aliases are left out: "IT" and "NO" are words too. */
  constructor(economies: Iterable<NamedEconomy>) {
    for (const { code, name, aliases } of economies) {
      if (NEVER.has(code)) continue;
      for (const each of [name, ...aliases]) {
        if (each.length > 3 && /[a-z]/.test(each) && !this.#codes.has(each)) {
          this.#codes.set(each, code);
        }
      }
    }
    const longestFirst = [...this.#codes.keys()].sort((a, b) => b.length - a.length);
    const escaped = longestFirst.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    this.#pattern = new RegExp(`(?<![\\w-])(?:${escaped.join("|")})(?![\\w-])`, "g");
  }

  mentions(sentence: string): Mention[] {
    return [...sentence.matchAll(this.#pattern)].map((match) => ({
      code: this.#codes.get(match[0])!,
      start: match.index,
      end: match.index + match[0].length,
    }));
  }
}
