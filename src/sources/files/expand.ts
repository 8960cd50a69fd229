import { existsSync, readdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../../errors.ts";
import { isTableAddress, refuseAddress } from "./addresses.ts";
import { isFolder, STANDARD_INPUT } from "./open-file.ts";

/** The files that one name stands for. */
export interface NamedFiles {
  readonly name: string;
  readonly files: readonly string[];
  /** Whether it is a folder with everything in it. */
  readonly isFolder: boolean;
}

/** No dataset has more files; a pattern for a whole disk does. */
const MOST_FILES = 100_000;

/**
 * The files that names and patterns such as `2024-*.csv` stand for, in alphabetical order within a
 * pattern. A name that is a file is never taken for a pattern.
 * @throws InputError when a pattern fits nothing, and for an address.
 */
export async function expandNames(names: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const name of names) files.push(...(await filesOf(name)));
  return [...new Set(files)];
}

/**
 * The same name by name; a folder stands for all files in it and below.
 * @param isWhole whether a folder is one thing, whatever is in it, such as a data package.
 * @throws InputError for a folder without files as well.
 */
export async function expandFolders(
  names: readonly string[],
  isWhole: (folder: string) => boolean,
): Promise<NamedFiles[]> {
  const found: NamedFiles[] = [];
  const seen = new Set<string>();
  for (const name of names) {
    const isOpen = isFolder(name) && !isWhole(name);
    const isTable = isTableAddress(name);
    const all = isTable ? [name] : isOpen ? filesIn(name) : await filesOf(name);
    const files = all.filter((file) => !seen.has(file));
    for (const file of files) seen.add(file);
    if (files.length > 0) found.push({ name, files, isFolder: isOpen });
  }
  return found;
}

async function filesOf(name: string): Promise<readonly string[]> {
  refuseAddress(name);
  if (name === STANDARD_INPUT || !/[*?[\]{}]/.test(name) || existsSync(name)) return [name];
  const { glob } = await import("tinyglobby");
  // Folders that are reached through links may hold themselves.
  const how = { expandDirectories: false, followSymbolicLinks: false };
  const found = await glob(name, how).catch((error: NodeJS.ErrnoException) => {
    throw new InputError(`${name}: cannot be looked through (${error.code ?? error.message})`);
  });
  refuseTooMany(name, found);
  if (found.length === 0) {
    throw new InputError(`${name}: no file fits this pattern (check the path)`);
  }
  return found.sort();
}

/** @throws InputError for more files than are read. */
function refuseTooMany(name: string, files: readonly string[]): void {
  if (files.length <= MOST_FILES) return;
  throw new InputError(
    `${name}: stands for more than ${MOST_FILES} files, and no more are read (name a folder further down)`,
  );
}

/** What programs write beside data, such as `_SUCCESS`, `.part-0.crc` or `.DS_Store`. */
const BESIDE_DATA = /^[._]|\.crc$/;

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new InputError(`${folder}: cannot be looked through (${code ?? message})`);
  }
}

function filesIn(folder: string): string[] {
  const files: string[] = [];
  const walked = new Set<string>();
  const walk = (path: string) => {
    // A link may lead to a folder that it stands in.
    const real = realpathSync(path);
    if (walked.has(real)) return;
    walked.add(real);
    for (const entry of entriesOf(path)) {
      if (BESIDE_DATA.test(entry)) continue;
      const inner = join(path, entry);
      if (isFolder(inner)) walk(inner);
      else files.push(inner);
    }
    refuseTooMany(folder, files);
  };
  walk(folder);
  if (files.length === 0) {
    throw new InputError(
      `${folder}: is a folder without a datapackage.json and without any file (name a file, a folder of files, or a data package folder)`,
    );
  }
  return files.sort();
}
