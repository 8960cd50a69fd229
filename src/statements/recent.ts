/** What was spoken of last, each once, and no more than so many. */
export class Recent<T> {
  readonly #known = new Map<string, T>();

  constructor(
    readonly keyOf: (one: T) => string,
    readonly most: number,
  ) {}

  add(one: T): void {
    const key = this.keyOf(one);
    this.#known.delete(key);
    this.#known.set(key, one);
    if (this.#known.size > this.most) this.#known.delete(this.#known.keys().next().value!);
  }

  clear(): void {
    this.#known.clear();
  }

  /** The last so many, the last first; all where no number is given. */
  latest(count = this.most): T[] {
    return [...this.#known.values()].reverse().slice(0, count);
  }

  /** The last that is so; null where none is. */
  find(isSo: (one: T) => boolean): T | null {
    return this.latest().find(isSo) ?? null;
  }
}
