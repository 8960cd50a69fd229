/** The most texts of one kind that are remembered at a time. */
const MOST = 200_000;

/** Texts of one column, each with those of the next; texts of the last have entries. */
type Branches<Entry> = Map<string, Branches<Entry> | Entry>;

/**
 * Remembers something by the texts of some columns. Most rows are like the one before; others are
 * found text by text, so that no text is made for it.
 */
export class ByTexts<Entry extends object> {
  readonly columns: readonly number[];
  readonly #all: readonly number[];
  readonly #make: (cells: readonly string[]) => Entry;
  #root: Branches<Entry> = new Map();
  #count = 0;
  readonly #latest: string[];
  #latestExtra = "";
  #found: Entry | null = null;

  /**
   * @param columns the columns whose texts are distinguished.
   * @param make what is remembered of texts that were not met before.
   * @param all the same columns, and others on which the meaning of their texts depends.
   */
  constructor(
    columns: readonly number[],
    make: (cells: readonly string[]) => Entry,
    all: readonly number[] = columns,
  ) {
    this.columns = columns;
    this.#make = make;
    this.#all = all;
    this.#latest = all.map(() => "");
  }

  /** What is remembered of the texts of a row; null where all are empty. */
  of(cells: readonly string[]): Entry | null {
    for (const at of this.columns) if (cells[at]) return this.among(cells, "");
    return null;
  }

  /** @param extra what tells rows apart beside the texts of the columns. */
  among(cells: readonly string[], extra: string): Entry {
    if (this.#found && this.#latestExtra === extra && this.#isLikeLatest(cells)) return this.#found;
    const columns = this.#all;
    let found: Branches<Entry> | Entry | undefined = this.#root.get(extra);
    for (let index = 0; found && index < columns.length; index += 1) {
      found = (found as Branches<Entry>).get(cells[columns[index]!] ?? "");
    }
    const entry = (found as Entry | undefined) ?? this.#add(cells, extra);
    for (let index = 0; index < columns.length; index += 1) {
      this.#latest[index] = cells[columns[index]!] ?? "";
    }
    this.#latestExtra = extra;
    this.#found = entry;
    return entry;
  }

  #add(cells: readonly string[], extra: string): Entry {
    if (this.#count >= MOST) {
      this.#root = new Map();
      this.#count = 0;
    }
    let branches = this.#root;
    let text = extra;
    for (const at of this.#all) {
      const next = (branches.get(text) as Branches<Entry> | undefined) ?? new Map();
      branches.set(detached(text), next);
      branches = next;
      text = cells[at] ?? "";
    }
    const entry = this.#make(cells);
    branches.set(detached(text), entry);
    this.#count += 1;
    return entry;
  }

  #isLikeLatest(cells: readonly string[]): boolean {
    const columns = this.#all;
    for (let index = columns.length - 1; index >= 0; index -= 1) {
      if ((cells[columns[index]!] ?? "") !== this.#latest[index]) return false;
    }
    return true;
  }
}

/** A text of its own: a longer one may be a view of the whole text that it was cut from. */
export function detached(text: string): string {
  return text.length < 13 ? text : Buffer.from(text).toString();
}
