/**
 * Whole numbers of any size that a double holds exactly, in bytes of seven bits, the lowest first. A
 * value of a series is written as itself plus three; before these stand nothing (0), taken out (1) and
 * the mark (2) of a value that is too large for that and follows as it is.
 */
const ABSENT = 0;
const TAKEN_OUT = 1;
const LARGE = 2;
const SHIFT = 3;
const LARGEST_SHIFTED = Number.MAX_SAFE_INTEGER - SHIFT;

/** A figure, no figure, or one that a vintage lacks though the one it follows from has it. */
export type Packed = number | undefined | null;

export class ByteWriter {
  readonly bytes: number[] = [];

  add(number: number): void {
    let left = number;
    while (left >= 128) {
      this.bytes.push((left % 128) + 128);
      left = Math.floor(left / 128);
    }
    this.bytes.push(left);
  }

  addValue(value: Packed): void {
    if (value === undefined) this.add(ABSENT);
    else if (value === null) this.add(TAKEN_OUT);
    else if (value <= LARGEST_SHIFTED) this.add(value + SHIFT);
    else {
      this.add(LARGE);
      this.add(value);
    }
  }
}

export class ByteReader {
  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
  ) {}

  next(): number {
    let number = 0;
    let factor = 1;
    for (;;) {
      const byte = this.bytes[this.at]!;
      this.at += 1;
      if (byte < 128) return number + byte * factor;
      number += (byte - 128) * factor;
      factor *= 128;
    }
  }

  nextValue(): Packed {
    const number = this.next();
    if (number >= SHIFT) return number - SHIFT;
    if (number === LARGE) return this.next();
    return number === ABSENT ? undefined : null;
  }
}
