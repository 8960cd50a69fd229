/** A phrase found in a text, as the run of words from `from` up to `to`. */
export interface Found<T> {
  readonly value: T;
  readonly from: number;
  readonly to: number;
}

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  value: T | null;
}

/** Finds phrases of whole words; the time grows with the text and no faster, however many there are. */
export class Phrases<T> {
  readonly #root: Node<T> = { next: new Map(), value: null };

  /** Adds phrases written with commas between them, `a/b` for either word. */
  add(list: string, value: T): void {
    for (const phrase of list.split(",")) {
      for (const words of expanded(phrase.trim())) this.#enter(words, value);
    }
  }

  #enter(words: readonly string[], value: T): void {
    let node = this.#root;
    for (const word of words) {
      const next = node.next.get(word) ?? { next: new Map(), value: null };
      node.next.set(word, next);
      node = next;
    }
    node.value ??= value;
  }

  /** The longest phrase that begins at a word, or null. */
  at(words: readonly string[], from: number): Found<T> | null {
    let node: Node<T> | undefined = this.#root;
    let found: Found<T> | null = null;
    for (let to = from; to < words.length; to++) {
      node = node.next.get(words[to]!);
      if (node === undefined) break;
      if (node.value !== null) found = { value: node.value, from, to: to + 1 };
    }
    return found;
  }
}

/** `up/down from` as its two readings, in small letters and without hyphens. */
function expanded(phrase: string): string[][] {
  const parts = phrase
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((part) => part !== "");
  if (!phrase.includes("/")) return [parts];
  let all: string[][] = [[]];
  for (const part of parts) {
    const choices = part.split("/");
    all = all.flatMap((words) => choices.map((choice) => [...words, choice]));
  }
  return all;
}
