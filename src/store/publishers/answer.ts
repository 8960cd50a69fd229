import { closeSync, openSync, readFileSync, readSync } from "node:fs";

/** Headers of an answer, names in lower case. */
export type Headers = Readonly<Record<string, string>>;

/** An answer: what came with it, and its bytes, unpacked and without keys. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly size: number;
  /** The first bytes, enough for a header row and for any message. */
  readonly start: Uint8Array;
  /** The last bytes, by which a body that was cut off is known. */
  readonly end: Uint8Array;
  /** All of it. Only for answers that a publisher keeps small: nothing where it is very large. */
  bytes(): Uint8Array;
  /** The same as text. */
  text(): string;
}

/** Bytes of an answer that are looked at without reading it whole. */
const LOOK = 65_600;
/** What is longer is not read into memory to see what it means. */
const LARGEST = 64 * 1024 * 1024;

/** The answer whose body is in a file. */
export function answerInFile(path: string, status: number, headers: Headers, size: number): Answer {
  return {
    ...{ status, headers, size },
    start: bytesOf(path, 0, Math.min(LOOK, size)),
    end: bytesOf(path, Math.max(0, size - LOOK), size),
    bytes: () => (size > LARGEST ? new Uint8Array() : readFileSync(path)),
    text: () => (size > LARGEST ? "" : readFileSync(path, "utf8")),
  };
}

/** The answer whose body is at hand. */
export function answerInMemory(status: number, headers: Headers, body: Uint8Array): Answer {
  return {
    ...{ status, headers, size: body.length },
    start: body.subarray(0, LOOK),
    end: body.subarray(Math.max(0, body.length - LOOK)),
    bytes: () => body,
    text: () => Buffer.from(body).toString("utf8"),
  };
}

function bytesOf(path: string, from: number, to: number): Uint8Array {
  const bytes = new Uint8Array(to - from);
  const file = openSync(path, "r");
  try {
    readSync(file, bytes, 0, bytes.length, from);
  } finally {
    closeSync(file);
  }
  return bytes;
}
