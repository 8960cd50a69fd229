import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { InputError } from "../../errors.ts";

/** What a file is called until it is whole. */
export const PARTIAL = ".partial";

let count = 0;

/** A name beside the file for what is still being written; no two writers have the same. */
export function partialPath(path: string): string {
  count += 1;
  return join(dirname(path), `.${basename(path)}.${process.pid}-${count}${PARTIAL}`);
}

/** Writes a file that is there whole or not at all, also after a loss of power. */
export function writeAtomically(path: string, content: string | Uint8Array): void {
  const partial = partialPath(path);
  writing(path, () => {
    mkdirSync(dirname(path), { recursive: true });
    try {
      const file = openSync(partial, "wx");
      try {
        writeFileSync(file, content);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(partial, path);
    } catch (error) {
      rmSync(partial, { force: true });
      throw error;
    }
  });
}

/** @throws InputError that names the file where the system does not let it be written. */
export function writing<Result>(path: string, write: () => Result): Result {
  try {
    return write();
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

export function cannotWrite(path: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof InputError || code === undefined) return error;
  if (code === "ENOSPC") return new InputError(`${path}: the disk is full`);
  return new InputError(`${path}: cannot be written (${code})`);
}
