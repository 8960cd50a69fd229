/**
 * Whole lines out of chunks of bytes: `visit(bytes, from, to, line)` for each, without its line end.
 * A line that a chunk cuts is carried over to the next, so that a visitor never sees half a number.
 */
export class LineSplitter {
  #rest: Uint8Array = new Uint8Array(0);
  #line = 0;

  constructor(
    private readonly visit: (bytes: Uint8Array, from: number, to: number, line: number) => void,
  ) {}

  /** Bytes that wait for their line end. */
  get pending(): number {
    return this.#rest.length;
  }

  push(chunk: Uint8Array): void {
    let bytes = chunk;
    if (this.#rest.length > 0) {
      bytes = new Uint8Array(this.#rest.length + chunk.length);
      bytes.set(this.#rest);
      bytes.set(chunk, this.#rest.length);
    }
    let from = 0;
    for (let to = bytes.indexOf(0x0a); to >= 0; to = bytes.indexOf(0x0a, from)) {
      this.#emit(bytes, from, to);
      from = to + 1;
    }
    this.#rest = bytes.slice(from);
  }

  end(): void {
    if (this.#rest.length > 0) this.#emit(this.#rest, 0, this.#rest.length);
    this.#rest = new Uint8Array(0);
  }

  #emit(bytes: Uint8Array, from: number, to: number): void {
    this.#line++;
    const end = to > from && bytes[to - 1] === 0x0d ? to - 1 : to;
    if (end > from) this.visit(bytes, from, end, this.#line);
  }
}
