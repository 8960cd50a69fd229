import { existsSync } from "node:fs";
import { InputError } from "../../errors.ts";
import { STANDARD_INPUT } from "./open-file.ts";

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
  const found = await glob(pattern, { expandDirectories: false });
  if (found.length === 0) {
    throw new InputError(`${pattern}: no file fits this pattern (check the path)`);
  }
  return found.sort();
}
