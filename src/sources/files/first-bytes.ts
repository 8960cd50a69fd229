import { closeSync, openSync, readSync } from "node:fs";

/** The bytes at the start of a file, as many as there are up to a length. */
export function firstBytes(path: string, length: number): Uint8Array {
  return bytesAt(path, 0, length);
}

/** The bytes at the end of a file of a size, as many as there are up to a length. */
export function lastBytes(path: string, size: number, length: number): Uint8Array {
  const from = Math.max(0, size - length);
  return bytesAt(path, from, size - from);
}

function bytesAt(path: string, from: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  const descriptor = openSync(path, "r");
  try {
    return bytes.subarray(0, readSync(descriptor, bytes, 0, length, from));
  } finally {
    closeSync(descriptor);
  }
}

/** Whether a byte is a space, a tab or a line end. */
export function isBlank(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}
