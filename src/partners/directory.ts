import { distance } from "fastest-levenshtein";
import { InputError } from "../errors.ts";
import { type PartnerGroup, partnerGroups } from "./groups.ts";

/** An economy or a published aggregate under all the names by which a user may ask for it. */
export interface Partner {
  /** ISO 3166 alpha-2, or a code in capitals for aggregates and residuals. */
  readonly code: string;
  readonly name: string;
  readonly kind: "country" | "aggregate" | "residual";
  /** alpha-3, M49, the Census code, and other English names. */
  readonly aliases: readonly string[];
}

/** What one word of a `--partner` list asks for. */
export type PartnerMatch =
  | { readonly kind: "partner"; readonly partner: Partner }
  | { readonly kind: "group"; readonly group: PartnerGroup };

export interface NamedPartner {
  readonly code: string;
  readonly name: string;
}

/** A partner of a selection, and whether it is a whole of other partners. */
interface SelectedPartner extends NamedPartner {
  readonly kind: Partner["kind"];
}

/** The names of a `--partner` list, resolved: the partners to show, and the group as a whole. */
export interface PartnerSelection {
  readonly partners: readonly SelectedPartner[];
  /** The code and name of all of them together: the group's, or the codes joined by `+`. */
  readonly whole: NamedPartner;
}

/** Finds partners by any of their names; made from the countries and a dataset's own partners. */
export class PartnerDirectory {
  readonly #partners = new Map<string, Partner>();
  readonly #named: readonly Partner[];
  #index: ReadonlyMap<string, PartnerMatch> | null = null;

  constructor(partners: Iterable<Partner>) {
    this.#named = [...partners];
    for (const partner of this.#named) {
      if (!this.#partners.has(partner.code)) this.#partners.set(partner.code, partner);
    }
  }

  /** All names are gathered only when one is asked for that is no code. */
  get #byKey(): ReadonlyMap<string, PartnerMatch> {
    this.#index ??= this.#gather();
    return this.#index;
  }

  #gather(): Map<string, PartnerMatch> {
    const index = new Map<string, PartnerMatch>();
    const add = (name: string, match: PartnerMatch) => {
      const key = searchKey(name);
      if (key !== "" && !index.has(key)) index.set(key, match);
    };
    for (const group of partnerGroups) add(group.id, { kind: "group", group });
    for (const named of this.#named) {
      const match = { kind: "partner", partner: this.#partners.get(named.code)! } as const;
      for (const name of [named.code, named.name, ...named.aliases]) add(name, match);
    }
    // A dataset may publish an aggregate under what is only another name of a group.
    for (const group of partnerGroups) {
      for (const name of group.aliases) add(name, { kind: "group", group });
    }
    return index;
  }

  /** The partner with this output code. */
  get(code: string): Partner | undefined {
    return this.#partners.get(code);
  }

  nameOf(code: string): string {
    return this.#partners.get(code)?.name ?? code;
  }

  find(text: string): PartnerMatch | undefined {
    const partner = this.#partners.get(text);
    if (partner && !partnerGroups.some(({ id }) => id === text))
      return { kind: "partner", partner };
    if (NOT_AVAILABLE.test(text.trim())) return undefined;
    return this.#byKey.get(searchKey(text)) ?? this.#byKey.get(searchKey(turned(text)));
  }

  /**
   * Resolves a list such as `CA,Mexico,USMCA`. Groups expand to their members without the
   * reporter; a partner named twice counts once, in its first place.
   * @throws InputError that names the unknown word and the nearest matches.
   */
  select(list: string, reporter: string | null): PartnerSelection {
    const words = splitList(list, (text) => this.find(text) !== undefined);
    if (words.length === 0) throw new InputError("--partner: the list is empty (use CA,MX)");
    const codes = new Set<string>();
    for (const word of words) {
      for (const code of this.#codesOf(word, reporter)) codes.add(code);
    }
    const partners = [...codes].map((code) => ({
      code,
      name: this.nameOf(code),
      kind: this.get(code)?.kind ?? "country",
    }));
    const only = words.length === 1 ? this.find(words[0]!) : undefined;
    const whole =
      only?.kind === "group"
        ? { code: only.group.id, name: only.group.name }
        : {
            code: partners.map((partner) => partner.code).join("+"),
            name: partners.map((partner) => partner.name).join(" + "),
          };
    return { partners, whole };
  }

  #codesOf(word: string, reporter: string | null): string[] {
    const match = this.find(word);
    if (!match) {
      throw new InputError(`--partner: unknown partner "${word}"`, didYouMean(this.nearest(word)));
    }
    if (match.kind === "partner") return [match.partner.code];
    return match.group.members.filter((code) => code !== reporter);
  }

  /** Up to three names that are spelled most like the text, best first. */
  nearest(text: string): string[] {
    const wanted = searchKey(text);
    const scored = new Map<string, number>();
    for (const [key, match] of this.#byKey) {
      const label = match.kind === "group" ? match.group.id : match.partner.name;
      const shorter = Math.min(wanted.length, key.length);
      const prefix = shorter >= 3 && (key.startsWith(wanted) || wanted.startsWith(key));
      const score = prefix ? 0.5 : distance(wanted, key);
      if (score <= Math.max(1, Math.floor(wanted.length / 3))) {
        scored.set(label, Math.min(score, scored.get(label) ?? Number.POSITIVE_INFINITY));
      }
    }
    return [...scored]
      .sort((a, b) => a[1] - b[1] || a[0].localeCompare(b[0], "en"))
      .slice(0, 3)
      .map(([label]) => label);
  }
}

/** `N/A` and `n.a.` say that a name is missing; without their punctuation they would be Namibia. */
const NOT_AVAILABLE = /^n[./]\s*a\.?$/i;

/** A name whose first word was put behind a comma, turned back: `Korea, South` is `South Korea`. */
function turned(text: string): string {
  const at = text.indexOf(",");
  return at < 0 ? text : `${text.slice(at + 1)} ${text.slice(0, at)}`;
}

/** A line of the nearest names, or null where nothing is near. */
function didYouMean(names: readonly string[]): string | null {
  return names.length > 0 ? `Did you mean ${names.join(", ")}?` : null;
}

/** Names are compared without case, accents and punctuation, so `cote d'ivoire` finds its country. */
function searchKey(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replace(/&/g, "and")
    .replace(/[^a-z0-9+]/g, "");
}

/**
 * Splits at commas, but keeps names that hold one, such as `Korea, South`. Two words that are both
 * known stay two: `PE,RU` is Peru and Russia, although `Peru` is a name as well.
 */
function splitList(list: string, known: (text: string) => boolean): string[] {
  const parts = list.split(",").map((part) => part.trim());
  const words: string[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const pair = `${parts[at]}, ${parts[at + 1]}`;
    const both = at + 1 < parts.length && known(parts[at]!) && known(parts[at + 1]!);
    if (at + 1 < parts.length && !both && known(pair)) {
      words.push(pair);
      at += 1;
    } else if (parts[at] !== "") words.push(parts[at]!);
  }
  return words;
}
