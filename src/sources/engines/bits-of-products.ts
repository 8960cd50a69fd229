import { keptIn } from "../../kept-in.ts";

/** So many are held; where each is another, none is met again. */
const MOST = 1000;

/** A bit for each product, by what a database says of them: most sums have the same, which are held once. */
export class BitsOfProducts {
  readonly #known = new Map<string, Uint8Array>();

  of(id: string, make: () => Uint8Array): Uint8Array {
    if (this.#known.size > MOST) this.#known.clear();
    return keptIn(this.#known, id, make);
  }
}
