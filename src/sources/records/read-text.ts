import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { InputError } from "../../errors.ts";

/** The text of a file or of standard input, with its hash. */
export interface SourceText {
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

/** The name of standard input in `--data -` and in messages. */
export const STANDARD_INPUT = "-";

/**
 * Reads a UTF-8 file, or standard input for `-`.
 * @throws InputError when it cannot be read, is a folder, or is not UTF-8; the message names the
 *   line of the first byte that is not.
 */
export function readText(path: string): SourceText {
  const name = path === STANDARD_INPUT ? "standard input" : path;
  const bytes = readBytes(path, name);
  return {
    name,
    text: decode(bytes, name),
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
}

function readBytes(path: string, name: string): Uint8Array {
  try {
    return path === STANDARD_INPUT ? readFileSync(0) : readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new InputError(`${name}: there is no such file (check the path)`);
    if (code === "EISDIR") {
      throw new InputError(
        `${name}: is a folder without a datapackage.json (name a file, or a data package folder)`,
      );
    }
    throw new InputError(`${name}: cannot be read (${code ?? (error as Error).message})`);
  }
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    if (bytes[0] === 0xff || bytes[0] === 0xfe) {
      throw new InputError(`${name}:1: this is UTF-16, not UTF-8 (save the file as UTF-8)`);
    }
    const { line, byte } = firstBadByte(bytes);
    throw new InputError(
      `${name}:${line}: byte 0x${byte.toString(16)} is not UTF-8 (save the file as UTF-8; it looks like ISO-8859-1)`,
    );
  }
}

/** The line and value of the first byte at which the bytes stop being UTF-8. */
function firstBadByte(bytes: Uint8Array): { line: number; byte: number } {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  let start = 0;
  for (let at = 0; at <= bytes.length; at += 1) {
    if (at < bytes.length && bytes[at] !== 0x0a) continue;
    try {
      decoder.decode(bytes.subarray(start, at));
    } catch {
      const high = bytes.subarray(start, at).find((byte) => byte >= 0x80);
      return { line, byte: high ?? 0 };
    }
    line += 1;
    start = at + 1;
  }
  return { line, byte: 0 };
}
