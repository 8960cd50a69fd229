import { isUtf8 } from "node:buffer";
import { closeSync, openSync, readSync } from "node:fs";
import { type Encoding, encodingOf } from "./encoding.ts";
import { legacyEncodingOf } from "./legacy-encoding.ts";

const CHUNK = 2 ** 20;

/**
 * The encoding of a text file of any size, as `encodingOf` tells it from all its bytes: a file whose
 * start is ASCII may turn out to be another in its last line.
 */
export function encodingOfFile(path: string): Encoding {
  const descriptor = openSync(path, "r");
  const buffer = Buffer.allocUnsafe(CHUNK);
  try {
    let kept = 0;
    let first = true;
    for (;;) {
      const read = readSync(descriptor, buffer, kept, CHUNK - kept, null);
      const bytes = buffer.subarray(0, kept + read);
      if (read === 0) return kept === 0 || isUtf8(bytes) ? "utf-8" : legacyEncodingOf(bytes);
      if (first) {
        const byStart = encodingOf(bytes.subarray(0, 256));
        if (byStart.startsWith("utf-16")) return byStart;
        first = false;
      }
      const whole = bytes.subarray(0, wholeCharacters(bytes));
      if (!isUtf8(whole)) return legacyEncodingOf(whole);
      kept = bytes.copy(buffer, 0, whole.length);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Where the last character begins that may be cut off: a UTF-8 character has at most four bytes. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let at = bytes.length - 1; at >= 0 && at >= bytes.length - 4; at -= 1) {
    const byte = bytes[at]!;
    if ((byte & 0x80) === 0) return bytes.length;
    if ((byte & 0xc0) === 0xc0) return at;
  }
  return bytes.length;
}
