import type { Period } from "../../records/period.ts";
import type { SeriesKey } from "../../records/record.ts";
import type { Aside } from "./outcome.ts";

/** What was found of rows that are alike in all that says what they are but product and period. */
export interface Family {
  /** What becomes of each of them where they were not asked for. */
  readonly unasked: Aside | null;
  /** What becomes of those of years that were not asked for. */
  readonly ofOtherYears: Aside;
  /** What becomes of each of them where they are no records. */
  readonly aside: Aside | null;
  /** The codes of products by their texts, which were found good. */
  readonly products: Map<string, string>;
  /** What they have in common, once one of them was found good. */
  good: Good | null;
}

export interface Good {
  readonly key: SeriesKey;
  readonly unit: string;
  readonly part: string;
  readonly member: string | null;
  /** The period of those that have no columns of their own for it. */
  readonly period: Period;
  /** The product of those that have no text of their own for it; null where it is not known. */
  product: string | null;
}

/** A period as a table writes it: what it is where it was found good, and whether it is asked for. */
export interface WrittenPeriod {
  period: Period | null;
  readonly isOther: boolean;
}

/** The most families that are kept at a time. */
const MOST = 200_000;

interface Node {
  readonly branches: Map<string, Node>;
  family: Family | null;
}

/**
 * Finds the family of a row by the texts of some columns. Most rows are of the family of the row
 * before; others are found text by text, so that no text is made for it.
 */
export class Families {
  readonly #columns: readonly number[];
  #root: Node = { branches: new Map(), family: null };
  #count = 0;
  readonly #latest: string[];
  #latestExtra = "";
  #found: Family | null = null;

  constructor(columns: readonly number[]) {
    this.#columns = columns;
    this.#latest = columns.map(() => "");
  }

  /**
   * The family of a row, where it was added.
   * @param extra what else tells families apart.
   */
  find(cells: readonly string[], extra: string): Family | null {
    if (this.#found && this.#latestExtra === extra && this.#isLikeLatest(cells)) return this.#found;
    let node = this.#root.branches.get(extra);
    const columns = this.#columns;
    for (let index = 0; node && index < columns.length; index += 1) {
      node = node.branches.get(cells[columns[index]!] ?? "");
    }
    return node?.family ? this.#keep(cells, extra, node.family) : null;
  }

  add(cells: readonly string[], extra: string, family: Family): Family {
    if (this.#count >= MOST) {
      this.#root = { branches: new Map(), family: null };
      this.#count = 0;
    }
    let node = branch(this.#root, extra);
    for (const at of this.#columns) node = branch(node, cells[at] ?? "");
    node.family = family;
    this.#count += 1;
    return this.#keep(cells, extra, family);
  }

  #keep(cells: readonly string[], extra: string, family: Family): Family {
    const columns = this.#columns;
    for (let index = 0; index < columns.length; index += 1) {
      this.#latest[index] = cells[columns[index]!] ?? "";
    }
    this.#latestExtra = extra;
    this.#found = family;
    return family;
  }

  #isLikeLatest(cells: readonly string[]): boolean {
    const columns = this.#columns;
    for (let index = columns.length - 1; index >= 0; index -= 1) {
      if ((cells[columns[index]!] ?? "") !== this.#latest[index]) return false;
    }
    return true;
  }
}

function branch({ branches }: Node, text: string): Node {
  const known = branches.get(text);
  if (known) return known;
  const added: Node = { branches: new Map(), family: null };
  branches.set(detached(text), added);
  return added;
}

/** A text of its own: a longer one may be a view of the whole text that it was cut from. */
export function detached(text: string): string {
  return text.length < 13 ? text : Buffer.from(text).toString();
}
