import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Rendered } from "../render/pieces.ts";
import { removeAtEnd } from "../sources/files/temporary-folder.ts";

/** As many links in a row as Linux follows. */
const MOST_LINKS = 40;
const MODE_BITS = 0o7777;

/** The bytes of a new file that is not complete yet, beside the file that it will replace. */
interface Partial {
  readonly path: string;
  readonly descriptor: number;
  readonly forget: () => void;
}

/**
 * Writes text to a file as a shell's `>` would: through links to their target, into devices and pipes,
 * and with the mode and the owner that the file has. A regular file is replaced in one step, so that
 * it is never half written; in place only where it cannot be replaced: its folder cannot be written,
 * its owner cannot be kept, or it has another name (a hard link) that would keep the old text.
 * @throws the error of the file system where the file cannot be written.
 */
export function writeFile(file: string, pieces: Rendered): void {
  const existing = statSync(file, { throwIfNoEntry: false });
  if (!existing) {
    const target = targetOf(file);
    replace(target, openPartial(target), pieces);
    return;
  }
  const stream = standardStream(existing);
  if (stream !== null) writePieces(stream, pieces);
  else if (!existing.isFile()) writeThrough(file, constants.O_WRONLY, pieces);
  else {
    accessSync(file, constants.W_OK);
    const target = realpathSync(file);
    const partial = isOneName(file, existing) ? replacement(target, existing) : null;
    if (partial) replace(target, partial, pieces);
    else writeThrough(file, constants.O_WRONLY | constants.O_TRUNC, pieces);
  }
}

/** Each piece after the one before, where the descriptor stands. */
function writePieces(descriptor: number, pieces: Rendered): void {
  for (const piece of typeof pieces === "string" ? [pieces] : pieces)
    writeFileSync(descriptor, piece);
}

function writeThrough(file: string, flags: number, pieces: Rendered): void {
  const descriptor = openSync(file, flags);
  try {
    writePieces(descriptor, pieces);
  } finally {
    closeSync(descriptor);
  }
}

/** Whether the file has no other name, and this is no name of a file that a program has open. */
function isOneName(file: string, { nlink }: Stats): boolean {
  return nlink === 1 && !/^\/(dev\/fd|proc)\//.test(resolve(file));
}

/** `/dev/stdout` and `>` may mean the same file, which other programs go on writing to. */
function standardStream({ dev, ino }: Stats): number | null {
  const isSame = (descriptor: number) => {
    const stream = fstatSync(descriptor);
    return stream.dev === dev && stream.ino === ino;
  };
  return [1, 2].find(isSame) ?? null;
}

/** Where a name that has no file yet leads: itself, or what a link without a target points to. */
function targetOf(file: string): string {
  let path = file;
  for (let links = 0; links < MOST_LINKS; links += 1) {
    const place = join(realpathSync(dirname(path)), basename(path));
    if (!lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink()) return place;
    path = resolve(dirname(place), readlinkSync(place));
  }
  return path;
}

function openPartial(target: string): Partial {
  const random = Math.random().toString(36).slice(2);
  const path = join(dirname(target), `.trade-metrics-${process.pid}-${random}.partial`);
  // In this order, so that no signal comes between.
  const forget = removeAtEnd(path);
  try {
    return { path, descriptor: openSync(path, "wx"), forget };
  } catch (error) {
    forget();
    throw error;
  }
}

const CANNOT_ADD = new Set(["EACCES", "EPERM", "EROFS"]);

/** A new file with the mode and the owner of the existing one; null where there cannot be one. */
function replacement(target: string, existing: Stats): Partial | null {
  let partial: Partial;
  try {
    partial = openPartial(target);
  } catch (error) {
    if (CANNOT_ADD.has((error as NodeJS.ErrnoException).code ?? "")) return null;
    throw error;
  }
  if (keepsOwner(partial.descriptor, existing)) return partial;
  closeSync(partial.descriptor);
  rmSync(partial.path, { force: true });
  partial.forget();
  return null;
}

/** Gives a file the owner and the mode of another; in this order, because a new owner clears bits. */
function keepsOwner(descriptor: number, { uid, gid, mode }: Stats): boolean {
  try {
    const own = fstatSync(descriptor);
    if (own.uid !== uid || own.gid !== gid) fchownSync(descriptor, uid, gid);
    fchmodSync(descriptor, mode & MODE_BITS);
    return true;
  } catch {
    return false;
  }
}

function replace(target: string, { path, descriptor, forget }: Partial, pieces: Rendered): void {
  try {
    try {
      writePieces(descriptor, pieces);
    } finally {
      closeSync(descriptor);
    }
    renameSync(path, target);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    forget();
  }
}
