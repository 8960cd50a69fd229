import { InputError } from "../../errors.ts";

/** Where the keys of a claim file stand. */
export interface Places {
  /** For messages: `report.yaml:12`. */
  place(path: readonly PropertyKey[]): string;
  /** The line of a key, or null. */
  lineOf(path: readonly PropertyKey[]): number | null;
}

/** What is done with something that is wrong: where, what, and what helps. */
export type Tell = (path: readonly PropertyKey[], message: string, hint: string | null) => void;

interface Problem {
  readonly line: number;
  readonly message: string;
  readonly hint: string | null;
}

/** Everything that is wrong with a claim file, so that it can be mended in one go. */
export class Problems {
  readonly #problems: Problem[] = [];

  constructor(readonly places: Places) {}

  add(path: readonly PropertyKey[], message: string, hint: string | null = null): void {
    const { places } = this;
    const line = places.lineOf(path) ?? Number.POSITIVE_INFINITY;
    this.#problems.push({ line, message: `${places.place(path)}: ${message}`, hint });
  }

  /** Runs a step; what it refuses is a problem at the path. */
  catch<Made>(path: readonly PropertyKey[], prefix: string, make: () => Made): Made | null {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.add(path, prefix + error.message, error.hint);
      return null;
    }
  }

  get any(): boolean {
    return this.#problems.length > 0;
  }

  /** @throws InputError with the first line that is wrong; the others are its hint. */
  throwIfAny(): void {
    const [first, ...others] = [...this.#problems].sort((a, b) => a.line - b.line);
    if (!first) return;
    if (others.length === 0) throw new InputError(first.message, first.hint);
    const lines = others.map(({ message, hint }) => (hint ? `${message} (${hint})` : message));
    throw new InputError(first.message, [first.hint ?? [], lines].flat().join("\n"));
  }
}
