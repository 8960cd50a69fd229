import { InputError } from "../errors.ts";

const SHOWN = 10;

/**
 * Collects what is wrong with a file, so that one run names the first ten places.
 */
export class Problems {
  readonly #lines: string[] = [];

  /** True once further problems are only counted, so that searching for a mend is idle. */
  get full(): boolean {
    return this.#lines.length >= SHOWN;
  }

  add(place: string, key: string | null, message: string): void {
    this.#lines.push(key === null ? `${place}: ${message}` : `${place}: ${key}: ${message}`);
  }

  /** @throws InputError with the first problem as its line and the others, up to ten, as its hint. */
  throwIfAny(): void {
    const [first, ...others] = this.#lines;
    if (first === undefined) return;
    if (others.length === 0) throw new InputError(first);
    const shown = others.slice(0, SHOWN - 1);
    const rest = others.length - shown.length;
    throw new InputError(first, `also: ${shown.join("; ")}${rest > 0 ? `; and ${rest} more` : ""}`);
  }
}
