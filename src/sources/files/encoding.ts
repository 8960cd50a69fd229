import { isUtf8 } from "node:buffer";
import type { Warning } from "../../warning.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/**
 * The encoding of a text by its byte order mark, else UTF-8 where the bytes are valid UTF-8, UTF-16
 * where every other byte of the start is zero, else Windows-1252, which holds ISO-8859-1.
 */
export function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const start = bytes.subarray(0, 256);
  const zeros = [0, 1].map((offset) => start.filter((byte, at) => at % 2 === offset && byte === 0));
  if (start.length >= 4 && zeros[1]!.length > start.length / 3) return "utf-16le";
  if (start.length >= 4 && zeros[0]!.length > start.length / 3) return "utf-16be";
  return isUtf8(bytes) ? "utf-8" : "windows-1252";
}

/** The text of bytes, without a byte order mark. */
export function decode(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** Any encoding but UTF-8 is told. */
export function encodingWarnings(name: string, encoding: Encoding): Warning[] {
  if (encoding === "utf-8") return [];
  return [{ code: "encoding", message: `${name}: is not UTF-8 and was read as ${encoding}` }];
}
