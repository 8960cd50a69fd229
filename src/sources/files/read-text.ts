import { createHash } from "node:crypto";
import { decode, encodingOf } from "./encoding.ts";
import { readBytes, STANDARD_INPUT } from "./open-file.ts";

/** The text of a file or of standard input, with the hash of its bytes. */
export interface SourceText {
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

/**
 * Reads a text in whatever encoding it is, or standard input for `-`.
 * @throws InputError when it cannot be read or is a folder.
 */
export function readText(path: string): SourceText {
  const name = path === STANDARD_INPUT ? "standard input" : path;
  const bytes = readBytes(path, name);
  return {
    name,
    text: decode(bytes, encodingOf(bytes)),
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
}
