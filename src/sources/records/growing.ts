/** Whole numbers in the order in which they came, four bytes each. */
export class Integers {
  #numbers = new Int32Array(64);
  length = 0;

  push(number: number): void {
    if (this.length === this.#numbers.length) {
      const grown = new Int32Array(this.length * 2);
      grown.set(this.#numbers);
      this.#numbers = grown;
    }
    this.#numbers[this.length] = number;
    this.length += 1;
  }

  at(index: number): number {
    return this.#numbers[index]!;
  }

  set(index: number, number: number): void {
    this.#numbers[index] = number;
  }

  /** All of them, in memory of their own. */
  toArray(): Int32Array {
    return this.#numbers.slice(0, this.length);
  }
}

/** Amounts in the order in which they came, eight bytes each. */
export class Amounts {
  #numbers = new Float64Array(64);
  length = 0;

  push(number: number): void {
    if (this.length === this.#numbers.length) {
      const grown = new Float64Array(this.length * 2);
      grown.set(this.#numbers);
      this.#numbers = grown;
    }
    this.#numbers[this.length] = number;
    this.length += 1;
  }

  at(index: number): number {
    return this.#numbers[index]!;
  }

  set(index: number, number: number): void {
    this.#numbers[index] = number;
  }

  /** All of them, in memory of their own. */
  toArray(): Float64Array {
    return this.#numbers.slice(0, this.length);
  }
}

/** Different things in the order in which they came, each with its number. */
export class Numbered<Thing> {
  readonly things: Thing[] = [];
  readonly #numbers = new Map<Thing, number>();

  /** The number of a thing that came before; -1 where it did not. */
  find(thing: Thing): number {
    return this.#numbers.get(thing) ?? -1;
  }

  /** The number of a thing, which is a new one where it did not come before. */
  numberOf(thing: Thing): number {
    const known = this.#numbers.get(thing);
    if (known !== undefined) return known;
    const number = this.things.length;
    this.things.push(thing);
    this.#numbers.set(thing, number);
    return number;
  }
}

/**
 * Finds the number of something by a hash of it and a comparison: a table of whole numbers alone, so
 * that millions of entries need no objects.
 */
export class HashTable {
  #slots = new Int32Array(256);
  #count = 0;

  /**
   * The first number with this hash that is the one looked for; -1 where there is none.
   * @param is whether a number is the one looked for.
   */
  find(hash: number, is: (number: number) => boolean): number {
    const last = this.#slots.length - 1;
    for (let at = hash & last; ; at = (at + 1) & last) {
      const number = this.#slots[at]! - 1;
      if (number < 0 || is(number)) return number;
    }
  }

  /** @param hashOf the hash of each number that was added before. */
  add(hash: number, number: number, hashOf: (number: number) => number): void {
    if (this.#count * 2 >= this.#slots.length) this.#grow(hashOf);
    this.#put(hash, number + 1);
    this.#count += 1;
  }

  #put(hash: number, slot: number): void {
    const last = this.#slots.length - 1;
    let at = hash & last;
    while (this.#slots[at] !== 0) at = (at + 1) & last;
    this.#slots[at] = slot;
  }

  #grow(hashOf: (number: number) => number): void {
    const before = this.#slots;
    this.#slots = new Int32Array(before.length * 2);
    for (const slot of before) if (slot !== 0) this.#put(hashOf(slot - 1), slot);
  }
}

/** A hash of whole numbers, whose bits are spread so that the lowest of them tell numbers apart. */
export function hashOf(a: number, b: number, c = 0, d = 0): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ Math.imul(c, 0xc2b2ae3d);
  hash = Math.imul(hash ^ (hash >>> 13), 0x297a2d39) ^ Math.imul(d, 0x27d4eb2f);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Puts a run of numbers in order, and others beside them in the same; most are in order already. */
export function sortWith(numbers: Int32Array, beside: Int32Array, from: number, to: number): void {
  for (let at = from + 1; at < to; at += 1) {
    if (numbers[at - 1]! <= numbers[at]!) continue;
    const run = Array.from({ length: to - from }, (_, index) => from + index);
    run.sort((a, b) => numbers[a]! - numbers[b]!);
    const sorted = run.map((index) => [numbers[index]!, beside[index]!] as const);
    for (const [index, [number, other]] of sorted.entries()) {
      numbers[from + index] = number;
      beside[from + index] = other;
    }
    return;
  }
}
