/** Reads the cells of one line of a table from its bytes. */

const SPACE = 0x20;
const QUOTE = 0x22;
const PLUS = 0x2b;
const MINUS = 0x2d;
const COMMA = 0x2c;
const DOT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;

/** 10^0 to 10^22 are exact doubles. */
const POWERS = Float64Array.from({ length: 23 }, (_, k) => Number(`1e${k}`));
const EXACT = Number.MAX_SAFE_INTEGER;
const DECIMAL = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/** A cursor over the bytes of one chunk; `next` moves it past a cell and its delimiter. */
export class CellCursor {
  at = 0;
  end = 0;
  bytes: Uint8Array = new Uint8Array(0);

  #decimals = 0;

  constructor(readonly delimiter: number) {}

  /** Whether numbers with a decimal point and numbers with a decimal comma were read. */
  get isMixed(): boolean {
    return this.#decimals === DOT + COMMA;
  }

  #mark(byte: number): void {
    if (this.#decimals === 0) this.#decimals = byte;
    else if (this.#decimals !== byte) this.#decimals = DOT + COMMA;
  }

  line(bytes: Uint8Array, from: number, to: number): void {
    this.bytes = bytes;
    this.at = from;
    this.end = to;
  }

  get isAtEnd(): boolean {
    return this.at > this.end;
  }

  text(): string {
    const { bytes, end, delimiter } = this;
    let to = this.at;
    if (bytes[to] === QUOTE) {
      to++;
      while (to < end && bytes[to] !== QUOTE) to++;
    }
    while (to < end && bytes[to] !== delimiter) to++;
    const cell = Buffer.from(bytes.buffer, bytes.byteOffset + this.at, to - this.at);
    this.at = to + 1;
    const text = cell.toString("utf8").trim();
    return text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).trim() : text;
  }

  /**
   * The number in the cell, correctly rounded; NaN where the cell is blank or holds anything else.
   * Up to 15 digits and 22 decimals are one exact division (Clinger 1990); longer ones go through
   * the language's own conversion.
   */
  number(): number {
    const { bytes, end, delimiter } = this;
    const start = this.at;
    let at = start;
    while (at < end && bytes[at] === SPACE) at++;
    const sign = bytes[at]!;
    if (sign === MINUS || sign === PLUS) at++;
    let mantissa = 0;
    let digits = at;
    let byte = at < end ? bytes[at]! : 0;
    while (byte >= ZERO && byte <= NINE) {
      mantissa = mantissa * 10 + (byte - ZERO);
      byte = ++at < end ? bytes[at]! : 0;
    }
    digits = at - digits;
    let decimals = 0;
    if ((byte === DOT || (byte === COMMA && delimiter !== COMMA)) && at < end) {
      this.#mark(byte);
      const from = ++at;
      byte = at < end ? bytes[at]! : 0;
      while (byte >= ZERO && byte <= NINE) {
        mantissa = mantissa * 10 + (byte - ZERO);
        byte = ++at < end ? bytes[at]! : 0;
      }
      decimals = at - from;
      digits += decimals;
    }
    if ((at >= end || byte === delimiter) && digits > 0 && mantissa <= EXACT && decimals <= 22) {
      this.at = at + 1;
      const value = decimals === 0 ? mantissa : mantissa / POWERS[decimals]!;
      return sign === MINUS ? -value : value;
    }
    return this.#otherNumber(start);
  }

  /** Exponents, quotes, trailing spaces, more digits than a double holds. */
  #otherNumber(start: number): number {
    this.at = start;
    const text = this.text();
    // Between semicolons a comma is the decimal sign.
    const plain = this.delimiter === COMMA ? text : text.replace(",", ".");
    if (!DECIMAL.test(plain)) return Number.NaN;
    if (plain.includes(".")) this.#mark(plain === text ? DOT : COMMA);
    return Number(plain);
  }
}
