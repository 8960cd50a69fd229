/** Records of several products that are not told apart: which of them there are, by period. */
export class SummedRecords {
  /** Their products, each at the place of its bit. */
  readonly #products: readonly string[];
  readonly #periods: PresenceByPeriod;

  constructor(products: readonly string[], periods: PresenceByPeriod) {
    this.#products = products;
    this.#periods = periods;
  }

  /** How many records there are of a period. */
  recordsAt(label: string): number {
    return this.#periods.at(label)?.count ?? 0;
  }

  /** How many products have a record of any of these periods; null: of any period. */
  productsIn(labels: readonly string[] | null): number {
    return bitsOf(this.#unionOf(labels));
  }

  /** The first product that has any record. */
  get first(): string | undefined {
    return this.firstIn(null);
  }

  /** The first product, by its code, with a record of any of these periods; null: of any period. */
  firstIn(labels: readonly string[] | null): string | undefined {
    const union = this.#unionOf(labels);
    return this.#products.filter((_, bit) => isIn(union, bit)).sort()[0];
  }

  /** All products that any of several sums has; they are of one file. */
  static productsOf(all: readonly SummedRecords[]): string[] {
    const [first] = all;
    if (!first) return [];
    const union = new Uint8Array(Math.ceil(first.#products.length / 8));
    for (const one of all) {
      const own = one.#unionOf(null);
      for (let at = 0; at < union.length; at += 1) union[at]! |= own[at]!;
    }
    return first.#products.filter((_, bit) => isIn(union, bit));
  }

  #unionOf(labels: readonly string[] | null): Uint8Array {
    const all = labels?.flatMap((label) => this.#periods.at(label) ?? []) ?? this.#periods.all;
    // Most periods have the same products, in the same bytes.
    const [first] = all;
    if (first && all.every(({ products }) => products === first.products)) return first.products;
    const union = new Uint8Array(Math.ceil(this.#products.length / 8));
    for (const { products } of all) {
      for (let at = 0; at < union.length; at += 1) union[at]! |= products[at]!;
    }
    return union;
  }
}

/** The records of one period: their number, and a bit for each product, the first one foremost. */
export interface Presence {
  readonly count: number;
  readonly products: Uint8Array;
}

/** What there is of each period, and of all of them. */
interface PresenceByPeriod {
  at(label: string): Presence | undefined;
  readonly all: readonly Presence[];
}

function isIn(bytes: Uint8Array, bit: number): number {
  return bytes[bit >> 3]! & (128 >> (bit & 7));
}

/** How many bits each byte has. */
const BITS = new Uint8Array(256);
for (let byte = 1; byte < 256; byte += 1) BITS[byte] = BITS[byte >> 1]! + (byte & 1);

/** How many bits are set. */
export function bitsOf(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) count += BITS[byte]!;
  return count;
}
