import { InputError } from "../errors.ts";
import { groupsOfOneTime, type PartnerGroup, partnerGroups } from "./groups.ts";
import { didYouMean, hintFor, likeness, SHORTEST_NAME } from "./likeness.ts";
import { doubleName, spellingsOf } from "./spellings.ts";

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
  readonly #groups: readonly PartnerGroup[];
  #index: ReadonlyMap<string, PartnerMatch> | null = null;
  #commaNames: ReadonlySet<string> | null = null;

  /** @param ownGroups groups of the user's own, whose members may be given by any name. */
  constructor(partners: Iterable<Partner>, ownGroups: readonly PartnerGroup[] = []) {
    this.#named = [...partners];
    this.#groups = [...ownGroups, ...partnerGroups, ...groupsOfOneTime];
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
    const take = (key: string, match: PartnerMatch) => {
      if (key !== "" && !index.has(key)) index.set(key, match);
    };
    const add = (name: string, match: PartnerMatch) => take(searchKey(name), match);
    for (const group of this.#groups) {
      if (group.asMembers) add(group.id, { kind: "group", group });
    }
    for (const named of this.#named) {
      const match = { kind: "partner", partner: this.#partners.get(named.code)! } as const;
      for (const key of keysOf(named)) take(key, match);
    }
    // A dataset may publish an aggregate under what is only another name of a group.
    for (const group of this.#groups) {
      const row = group.asMembers ? undefined : this.#partners.get(group.id);
      const match = row
        ? ({ kind: "partner", partner: row } as const)
        : ({ kind: "group", group } as const);
      for (const name of [group.id, group.name, ...group.aliases]) add(name, match);
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
    if (partner && !this.#groups.some(({ id, asMembers }) => asMembers && id === text))
      return { kind: "partner", partner };
    if (NOT_AVAILABLE.test(text.trim())) return undefined;
    const exact = this.#byKey.get(searchKey(text));
    if (exact || text.length < SHORTEST_NAME) return exact;
    for (const spelling of spellingsOf(text)) {
      const match = this.#byKey.get(searchKey(spelling));
      if (match) return match;
    }
    return this.#findTwice(text);
  }

  /** The partner of a text that names it twice, or undefined where its names are of two. */
  #findTwice(text: string): PartnerMatch | undefined {
    const names = doubleName(text);
    if (!names) return undefined;
    const [first, second] = names.both.map((name) => this.find(name));
    if (first && second && codeOf(first) === codeOf(second)) return first;
    return names.bracketed ? undefined : second;
  }

  /**
   * The group of this name, also where `find` gives the row that the data publish under it: `EU` is
   * a published row of some files, and the name of a group that changed its members.
   */
  groupNamed(text: string): PartnerGroup | undefined {
    const key = searchKey(text);
    return this.#groups.find(({ id, name, aliases }) =>
      [id, name, ...aliases].some((each) => searchKey(each) === key),
    );
  }

  /**
   * Resolves a list such as `CA,Mexico,USMCA`. Groups expand to their members without the
   * reporter; a partner named twice counts once, in its first place.
   * @param asPublished whether a group is the row that the data have of it, where there is one.
   * @throws InputError that names the unknown word and the nearest matches.
   */
  select(list: string, reporter: string | null, asPublished = false): PartnerSelection {
    const words = splitList(
      list,
      (text) => this.find(text) !== undefined,
      (text) => this.#isListed(text),
    );
    if (words.length === 0) throw new InputError("--partner: the list is empty (use CA,MX)");
    const codes = new Set<string>();
    for (const word of words) {
      for (const code of this.#codesOf(word, reporter, asPublished)) codes.add(code);
    }
    const partners = [...codes].map((code) => ({
      code,
      name: this.nameOf(code),
      kind: this.get(code)?.kind ?? "country",
    }));
    const only = words.length === 1 ? this.find(words[0]!) : undefined;
    const whole =
      only?.kind === "group" && !codes.has(only.group.id)
        ? { code: only.group.id, name: only.group.name }
        : {
            code: partners.map((partner) => partner.code).join("+"),
            name: partners.map((partner) => partner.name).join(" + "),
          };
    return { partners, whole };
  }

  #codesOf(word: string, reporter: string | null, asPublished: boolean): string[] {
    const match = this.find(word);
    if (!match) {
      throw new InputError(
        `--partner: unknown partner "${word}"`,
        hintFor(word, this.nearest(word)),
      );
    }
    if (match.kind === "partner") return [match.partner.code];
    if (asPublished && this.#partners.has(match.group.id)) return [match.group.id];
    const codes = match.group.members.flatMap((name) => this.#memberOf(match.group, name));
    return codes.filter((code) => code !== reporter);
  }

  #memberOf(group: PartnerGroup, name: string): string[] {
    if (partnerGroups.includes(group) || groupsOfOneTime.includes(group)) return [name];
    const match = this.find(name);
    if (!match) {
      throw new InputError(
        `${group.source}: group ${group.id}: unknown partner "${name}"`,
        didYouMean(this.nearest(name)),
      );
    }
    return match.kind === "partner" ? [match.partner.code] : [...match.group.members];
  }

  /** Whether a text with a comma is the name of one partner, letter by letter. */
  #isListed(text: string): boolean {
    this.#commaNames ??= new Set(
      this.#named.flatMap(({ name, aliases }) =>
        [name, ...aliases].filter((one) => one.includes(", ")).map((one) => one.toLowerCase()),
      ),
    );
    return this.#commaNames.has(text.toLowerCase());
  }

  /**
   * Up to three names that are spelled most like the text, best first. Codes are not names: of three
   * letters nearly every one is near another.
   */
  nearest(text: string): string[] {
    const wanted = searchKey(text);
    const scored = new Map<string, number>();
    for (const [key, match] of this.#byKey) {
      const score = likeness(wanted, key);
      if (score === null) continue;
      const label = match.kind === "group" ? match.group.id : match.partner.name;
      scored.set(label, Math.min(score, scored.get(label) ?? Number.POSITIVE_INFINITY));
    }
    return [...scored]
      .sort((a, b) => a[1] - b[1] || a[0].localeCompare(b[0], "en"))
      .slice(0, 3)
      .map(([label]) => label);
  }
}

const keysKnown = new WeakMap<Partner, readonly string[]>();

/** The keys of all names of a partner, made once: every file has a directory with all countries. */
function keysOf(partner: Partner): readonly string[] {
  const known = keysKnown.get(partner);
  if (known) return known;
  const keys = [partner.code, partner.name, ...partner.aliases].map(searchKey);
  keysKnown.set(partner, keys);
  return keys;
}

function codeOf(match: PartnerMatch): string {
  return match.kind === "group" ? match.group.id : match.partner.code;
}

/** `N/A` and `n.a.` say that a name is missing; without their punctuation they would be Namibia. */
const NOT_AVAILABLE = /^n[./]\s*a\.?$/i;

/**
 * Names are compared without case, accents, punctuation and articles, so `cote d'ivoire` and `the
 * Netherlands` find their countries.
 */
function searchKey(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replace(/&/g, "and")
    .replace(/\bthe\b/g, "")
    .replace(/[^a-z0-9+]/g, "");
}

/** The most commas that a name has, as `Macao, Special Administrative Region, China`. */
const MOST_COMMAS = 2;

/**
 * Splits at commas, but keeps names that hold one, such as `Korea, South`. Words that are all known
 * stay apart: `PE,RU` is Peru and Russia, although `Peru` is a name as well. Only a name that is
 * listed with its comma and blank is one: `Taiwan, China`, but not `Taiwan,China`.
 */
function splitList(
  list: string,
  known: (text: string) => boolean,
  listed: (text: string) => boolean,
): string[] {
  const parts = list.split(",");
  const words: string[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const more = longestName(parts.slice(at), known, listed);
    const word = parts.slice(at, at + 1 + more).map((part) => part.trim());
    if (more > 0 || word[0] !== "") words.push(word.join(", "));
    at += more;
  }
  return words;
}

/** How many of the parts behind the first belong to its name. */
function longestName(
  parts: readonly string[],
  known: (text: string) => boolean,
  listed: (text: string) => boolean,
): number {
  for (let more = Math.min(MOST_COMMAS, parts.length - 1); more > 0; more -= 1) {
    const raw = parts.slice(0, more + 1);
    const words = raw.map((part) => part.trim());
    const name = words.join(", ");
    const apart = words.every((word) => word === "" || known(word));
    const spaced = raw.slice(1).every((part) => part.startsWith(" "));
    if (apart ? spaced && listed(name) : known(name)) return more;
  }
  return 0;
}
