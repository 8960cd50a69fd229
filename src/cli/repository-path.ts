import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { STANDARD_INPUT } from "../sources/files/open-file.ts";

/**
 * A file as its repository names it, with slashes, whatever folder the command runs in: services that
 * show findings beside the files look there. As it was typed where there is no repository or no file.
 */
export function fromRepositoryRoot(file: string): string {
  if (file === STANDARD_INPUT || !existsSync(file)) return file;
  const full = resolve(file);
  const root = rootOf(dirname(full));
  if (root === null) return file;
  const path = relative(root, full);
  return path.startsWith("..") || isAbsolute(path) ? file : path.split(sep).join("/");
}

function rootOf(folder: string): string | null {
  for (let current = folder; ; current = dirname(current)) {
    if (existsSync(join(current, ".git"))) return current;
    if (dirname(current) === current) return null;
  }
}
