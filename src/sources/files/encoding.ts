import { isUtf8 } from "node:buffer";
import type { Warning } from "../../warning.ts";
import { type LegacyEncoding, legacyEncodingOf } from "./legacy-encoding.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | LegacyEncoding;

/**
 * The encoding of a text by its byte order mark, else UTF-8 where the bytes are valid UTF-8, UTF-16
 * where every other byte of the start is zero, else what its signs tell, and Windows-1252 where they tell nothing.
 */
export function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const start = bytes.subarray(0, 256);
  const zeros = [0, 1].map((offset) => start.filter((byte, at) => at % 2 === offset && byte === 0));
  if (start.length >= 4 && zeros[1]!.length > start.length / 3) return "utf-16le";
  if (start.length >= 4 && zeros[0]!.length > start.length / 3) return "utf-16be";
  return isUtf8(bytes) ? "utf-8" : legacyEncodingOf(bytes);
}

/** The text of bytes, without a byte order mark. */
export function decode(bytes: Uint8Array, encoding: Encoding): string {
  return printed(new TextDecoder(encoding).decode(bytes), encoding);
}

/** What Windows-1252 prints where ISO-8859-1 has controls: the bytes from 0x80 on. */
const PRINTED = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Node decodes Windows-1252 as ISO-8859-1, without the sign of the euro. */
export function printed(text: string, encoding: Encoding): string {
  if (encoding !== "windows-1252") return text;
  return text.replace(/[\u0080-\u009f]/g, (sign) => PRINTED[sign.charCodeAt(0) - 0x80]!);
}

/** Any encoding but UTF-8 is told. */
export function encodingWarnings(name: string, encoding: Encoding): Warning[] {
  if (encoding === "utf-8") return [];
  return [{ code: "encoding", message: `${name}: is not UTF-8 and was read as ${encoding}` }];
}
