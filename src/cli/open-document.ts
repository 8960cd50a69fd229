import type { TextDocument } from "../documents/document.ts";
import { readDocument } from "../documents/read.ts";
import { countries } from "../sources/embedded/embedded.ts";
import { readBytes, STANDARD_INPUT } from "../sources/files/open-file.ts";

/** Economies, and what a code is called in the reports on a document. */
export function namedEconomies() {
  const economies = countries();
  const names = new Map([...economies.map(({ code, name }) => [code, name] as const), WORLD_NAMED]);
  return { economies, nameOf: (code: string) => names.get(code) ?? code };
}

const WORLD_NAMED = ["WORLD", "the world"] as const;

/**
 * Reads a document from a file, or from standard input for `-`.
 * @throws InputError where it cannot be read.
 */
export function openDocument(path: string): Promise<TextDocument> {
  const name = path === STANDARD_INPUT ? "standard input" : path;
  return readDocument(readBytes(path, name), name);
}
