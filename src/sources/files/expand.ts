import { existsSync } from "node:fs";
import { InputError } from "../../errors.ts";
import { STANDARD_INPUT } from "./open-file.ts";

/** No dataset has more files; a pattern for a whole disk does. */
const MOST_FILES = 10_000;

/**
 * The files that names and patterns such as `2024-*.csv` stand for, in alphabetical order within a
 * pattern. A name that is a file is never taken for a pattern.
 * @throws InputError when a pattern fits nothing.
 */
export async function expandNames(names: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const name of names) {
    if (name === STANDARD_INPUT || !/[*?[\]{}]/.test(name) || existsSync(name)) files.push(name);
    else files.push(...(await matching(name)));
  }
  return [...new Set(files)];
}

async function matching(pattern: string): Promise<string[]> {
  const { glob } = await import("tinyglobby");
  // Folders that are reached through links may hold themselves.
  const how = { expandDirectories: false, followSymbolicLinks: false };
  const found = await glob(pattern, how).catch((error: NodeJS.ErrnoException) => {
    throw new InputError(`${pattern}: cannot be looked through (${error.code ?? error.message})`);
  });
  if (found.length > MOST_FILES) {
    throw new InputError(
      `${pattern}: ${found.length} files fit this pattern, and at most ${MOST_FILES} are read (name a folder further down)`,
    );
  }
  if (found.length === 0) {
    throw new InputError(`${pattern}: no file fits this pattern (check the path)`);
  }
  return found.sort();
}
