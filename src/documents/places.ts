import type { SourcePlace } from "./document.ts";
import { indexAt, lineStartsOf } from "./line-starts.ts";

/** Remembers where the characters of a text were in the text that it was made from. */
export class SourceMap {
  /** Where each run begins in the text, and in its source. Runs keep their length. */
  readonly #starts: number[] = [];
  readonly #origins: number[] = [];

  /** The characters from `start` on were at `origin` and after it. */
  add(start: number, origin: number): void {
    const last = this.#starts.length - 1;
    if (last >= 0 && origin - this.#origins[last]! === start - this.#starts[last]!) return;
    if (this.#starts[last] === start) this.#origins[last] = origin;
    else {
      this.#starts.push(start);
      this.#origins.push(origin);
    }
  }

  originOf(offset: number): number {
    const index = indexAt(this.#starts, offset);
    return index < 0 ? offset : this.#origins[index]! + offset - this.#starts[index]!;
  }
}

/** Finds line and column of an offset into a source text. */
export function placesIn(source: string): (offset: number) => SourcePlace {
  const starts = lineStartsOf(source);
  return (offset) => {
    const line = indexAt(starts, offset);
    return { line: line + 1, column: offset - starts[line]! + 1, page: null };
  };
}
