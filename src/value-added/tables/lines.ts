/**
 * Whole lines out of chunks of bytes: `visit(bytes, from, to, line)` for each, without its line end.
 * A line that a chunk cuts waits for the rest of it, so that a visitor never sees half a number.
 * Chunks are copied into one buffer, which is used again and again.
 */
export class LineSplitter {
  #buffer = new Uint8Array(1 << 21);
  #length = 0;
  #line = 0;

  constructor(
    private readonly visit: (bytes: Uint8Array, from: number, to: number, line: number) => void,
  ) {}

  /** Bytes that wait for their line end. */
  get pending(): number {
    return this.#length;
  }

  push(chunk: Uint8Array): void {
    const length = this.#length + chunk.length;
    if (length > this.#buffer.length) this.#grow(length);
    this.#buffer.set(chunk, this.#length);
    const bytes = this.#buffer.subarray(0, length);
    let from = 0;
    for (let to = bytes.indexOf(0x0a, this.#length); to >= 0; to = bytes.indexOf(0x0a, from)) {
      this.#emit(bytes, from, to);
      from = to + 1;
    }
    this.#buffer.copyWithin(0, from, length);
    this.#length = length - from;
  }

  end(): void {
    if (this.#length > 0) this.#emit(this.#buffer, 0, this.#length);
    this.#length = 0;
  }

  #grow(length: number): void {
    const larger = new Uint8Array(2 * length);
    larger.set(this.#buffer.subarray(0, this.#length));
    this.#buffer = larger;
  }

  #emit(bytes: Uint8Array, from: number, to: number): void {
    this.#line++;
    const end = to > from && bytes[to - 1] === 0x0d ? to - 1 : to;
    if (end > from) this.visit(bytes, from, end, this.#line);
  }
}
