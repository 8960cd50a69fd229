import type { KeptColumns } from "./kept-series.ts";

/** The values of one series as a map by the labels of their periods. */
export class KeptValues implements ReadonlyMap<string, number> {
  readonly #columns: KeptColumns;
  readonly #series: number;

  constructor(columns: KeptColumns, series: number) {
    this.#columns = columns;
    this.#series = series;
  }

  get size(): number {
    const { starts } = this.#columns;
    return starts[this.#series + 1]! - starts[this.#series]!;
  }

  get(label: string): number | undefined {
    const at = this.placeOf(label);
    return at < 0 ? undefined : this.#columns.values[at];
  }

  has(label: string): boolean {
    return this.placeOf(label) >= 0;
  }

  *entries(): MapIterator<[string, number]> {
    const { labels, values, words, starts } = this.#columns;
    for (let at = starts[this.#series]!; at < starts[this.#series + 1]!; at += 1) {
      yield [words.labels.things[labels[at]!]!, values[at]!];
    }
  }

  *keys(): MapIterator<string> {
    for (const [label] of this.entries()) yield label;
  }

  *values(): MapIterator<number> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[string, number]> {
    return this.entries();
  }

  forEach(use: (value: number, label: string, map: ReadonlyMap<string, number>) => void): void {
    for (const [label, value] of this.entries()) use(value, label, this);
  }

  /** Where the value of a period stands; -1 where there is none. Most series have every period from their first on, so that its number tells the place. */
  placeOf(label: string): number {
    const { words, labels, starts } = this.#columns;
    const number = words.labels.find(label);
    if (number < 0) return -1;
    let first = starts[this.#series]!;
    let last = starts[this.#series + 1]! - 1;
    const likely = first + number - labels[first]!;
    if (likely < first) return -1;
    if (likely <= last && labels[likely] === number) return likely;
    while (first <= last) {
      const middle = (first + last) >> 1;
      const found = labels[middle]!;
      if (found === number) return middle;
      if (found < number) first = middle + 1;
      else last = middle - 1;
    }
    return -1;
  }
}
