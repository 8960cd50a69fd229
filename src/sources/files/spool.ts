import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable, type Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { InputError } from "../../errors.ts";
import { type TemporaryFolder, temporaryFolder } from "./temporary-folder.ts";

/** What one reading keeps on disk because memory would not hold it; the folder is made when needed. */
export class Spool {
  #folder: TemporaryFolder | null = null;
  #files = 0;

  /** The path of a file that is not there yet. */
  newPath(): string {
    this.#folder ??= temporaryFolder();
    this.#files += 1;
    return join(this.#folder.path, `input-${this.#files}`);
  }

  /**
   * Writes bytes to a file, through transforms.
   * @param name the input, for messages.
   * @returns its path.
   */
  async write(
    name: string,
    bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    through: readonly Transform[] = [],
  ): Promise<string> {
    const path = this.newPath();
    try {
      await pipeline([Readable.from(bytes), ...through, createWriteStream(path)]);
    } catch (error) {
      throw spoolError(error, name);
    }
    return path;
  }

  remove(): void {
    this.#folder?.remove();
    this.#folder = null;
  }
}

/** An error while a file was written as one that says what to do. */
export function spoolError(error: unknown, name: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) return error;
  if (code === "ENOSPC") {
    return new InputError(
      `${name}: the temporary folder is too small to hold it (set TMPDIR to a folder with more room)`,
    );
  }
  if (code.startsWith("Z_")) {
    return new InputError(`${name}: is not a whole gzip file (download it again)`);
  }
  return new InputError(`${name}: cannot be read (${code})`);
}
