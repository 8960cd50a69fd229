import {
  commonSelection,
  type HsEdition,
  type HsRelation,
  type HsSide,
  hsEditions,
  relate,
} from "./hs-relation.ts";

/** The three tables of the Harmonized System as texts; each is asked for once, when it is needed. */
export interface HsTables {
  codes(): string;
  relations(): string;
  titles(): string;
}

/** The Harmonized System in all of its editions: which has which code, and what became of it. */
export class HarmonizedSystem {
  readonly #tables: HsTables;
  #codes: ReadonlyMap<string, string> | null = null;
  #editions: ReadonlyMap<string, ReadonlySet<string>> | null = null;
  #titles: ReadonlyMap<string, readonly (readonly [since: string, name: string])[]> | null = null;
  #changes: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> | null = null;
  readonly #lists = new Map<HsEdition, readonly string[]>();

  constructor(tables: HsTables) {
    this.#tables = tables;
  }

  /** The editions that have a chapter, heading or subheading; empty where none has. */
  editionsOf(code: string): readonly HsEdition[] {
    this.#editions ??= editionsByCode(this.#byCode());
    const digits = this.#editions.get(code);
    return hsEditions.filter((edition) => digits?.has(edition.slice(1)));
  }

  /**
   * What a code of one edition is in another, by the UN Statistics Division's correlation tables at
   * the level of the code (2, 4 or 6 digits). `same` within one edition.
   */
  relation(from: HsEdition, code: string, to: HsEdition): HsRelation {
    return relate(code, ...this.#sides(from, to));
  }

  /** The smallest selections of two editions that hold these codes and the same goods, or null. */
  commonSelection(from: HsEdition, codes: readonly string[], to: HsEdition) {
    return commonSelection(codes, ...this.#sides(from, to));
  }

  /**
   * The plain name of a chapter or heading, of the latest edition that has it unless one is named;
   * that of the heading for a longer code, and null where there is none.
   */
  titleOf(code: string, edition: HsEdition | null = null): string | null {
    for (const length of [4, 2]) {
      if (code.length < length) continue;
      const known = this.#byTitle().get(code.slice(0, length));
      const at = edition ?? this.editionsOf(code).at(-1) ?? "H6";
      const title = known?.findLast(([since]) => since === "" || since <= at);
      if (title) return title[1];
    }
    return null;
  }

  /** All chapters and headings with their plain names in the latest edition. */
  titles(): readonly { readonly code: string; readonly name: string }[] {
    return [...this.#byTitle()].map(([code, names]) => ({ code, name: names.at(-1)![1] }));
  }

  #byTitle() {
    this.#titles ??= grouped(this.#tables.titles());
    return this.#titles;
  }

  #byCode(): ReadonlyMap<string, string> {
    this.#codes ??= new Map(
      rowsOf(this.#tables.codes()).map((line) => line.split(",") as [string, string]),
    );
    return this.#codes;
  }

  #listOf(edition: HsEdition): readonly string[] {
    let list = this.#lists.get(edition);
    if (!list) {
      const digit = edition.slice(1);
      list = [...this.#byCode()].flatMap(([code, all]) => (all.includes(digit) ? [code] : []));
      this.#lists.set(edition, list);
    }
    return list;
  }

  #sides(from: HsEdition, to: HsEdition): [own: HsSide, other: HsSide] {
    // Within one edition nothing changed, and its codes tell all.
    if (from !== to) this.#changes ??= changesOf(this.#tables.relations());
    const side = (own: HsEdition, other: HsEdition): HsSide => ({
      codes: this.#listOf(own),
      changes: this.#changes?.get(`${own}-${other}`) ?? new Map(),
    });
    return [side(from, to), side(to, from)];
  }
}

function rowsOf(table: string): string[] {
  return table.trim().split("\n").slice(1);
}

/** The digits of the editions of every chapter, heading and subheading. */
function editionsByCode(subheadings: ReadonlyMap<string, string>) {
  const found = new Map<string, Set<string>>();
  for (const [subheading, editions] of subheadings) {
    for (const length of [2, 4, 6]) {
      const code = subheading.slice(0, length);
      const digits = found.get(code) ?? new Set();
      found.set(code, digits);
      for (const one of editions) digits.add(one);
    }
  }
  return found;
}

function grouped(table: string) {
  const found = new Map<string, (readonly [string, string])[]>();
  for (const line of rowsOf(table)) {
    const [code, since, name] = line.split("\t") as [string, string, string];
    found.set(code, [...(found.get(code) ?? []), [since, name]]);
  }
  return found;
}

/** Both directions of every pair of editions, from blocks of a later and an earlier one. */
function changesOf(text: string) {
  const found = new Map<string, Map<string, readonly string[]>>();
  for (const block of text.trim().split("\n\n")) {
    const [pair, ...lines] = block.split("\n");
    const [later, earlier] = pair!.split("-");
    const forth = new Map<string, readonly string[]>();
    const back = new Map<string, string[]>();
    for (const line of lines) {
      const [code, ...others] = line.split(" ");
      forth.set(code!, others);
      for (const other of others) {
        const known = back.get(other);
        if (known) known.push(code!);
        else back.set(other, [code!]);
      }
    }
    found.set(`${later}-${earlier}`, forth);
    found.set(`${earlier}-${later}`, back);
  }
  return found;
}
