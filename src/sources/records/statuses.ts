/** What publishers say of figures, in the order of the figures: the words, and for each its number. */
export interface KeptStatuses {
  /** The first stands for nothing said. */
  readonly words: readonly string[];
  readonly numbers: Uint8Array;
}

/** Gathers what is said of figures, most of which nothing is said of. */
export class Statuses {
  readonly #words = [""];
  readonly #numbers = new Map<number, number>();

  /** What is said of one of the members of a figure is said of it. */
  add(figure: number, status: string): void {
    const before = this.#words[this.#numbers.get(figure) ?? 0]!;
    const all = new Set([...before.split(" and "), ...status.split(" and ")].filter(Boolean));
    this.set(figure, [...all].sort().join(" and "));
  }

  set(figure: number, status: string | undefined): void {
    if (status === undefined) {
      this.#numbers.delete(figure);
      return;
    }
    const known = this.#words.indexOf(status);
    this.#numbers.set(figure, known < 0 ? this.#words.push(status) - 1 : known);
  }

  /** The statuses of figures in another order; null where nothing is said of any. */
  along(order: Int32Array): KeptStatuses | null {
    if (this.#numbers.size === 0) return null;
    const numbers = Uint8Array.from(order, (figure) => this.#numbers.get(figure) ?? 0);
    return { words: this.#words, numbers };
  }
}
