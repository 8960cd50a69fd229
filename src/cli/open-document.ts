import type { TextDocument } from "../documents/document.ts";
import { readDocument } from "../documents/read.ts";
import { readBytes, STANDARD_INPUT } from "../sources/files/open-file.ts";

/**
 * Reads a document from a file, or from standard input for `-`.
 * @throws InputError where it cannot be read.
 */
export function openDocument(path: string): Promise<TextDocument> {
  const name = path === STANDARD_INPUT ? "standard input" : path;
  return readDocument(readBytes(path, name), name);
}
