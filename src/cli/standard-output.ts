import { once } from "node:events";
import { fstatSync, writeSync } from "node:fs";
import type { OutputStream } from "./host.ts";

const DESCRIPTOR = 1;

type Failed = (error: NodeJS.ErrnoException) => void;

/**
 * Standard output of the process. To open its stream takes longer than to compute a short answer, so
 * what goes into a file or a pipe is written without one.
 */
class StandardOutput implements OutputStream {
  #stream: NodeJS.WriteStream | null = isPlain() ? null : process.stdout;
  #isUsed = false;
  #failed: Failed = (error) => {
    throw error;
  };

  get isTTY(): boolean {
    return this.#stream?.isTTY === true;
  }

  /** 0 where it is no terminal. */
  get columns(): number {
    return this.#stream?.columns ?? 0;
  }

  /** Says what happens where it cannot be written. */
  onError(failed: Failed): void {
    this.#failed = failed;
    this.#stream?.on("error", failed);
  }

  /** Whether something was written to what is no file, pipe or terminal. */
  get mayBeLost(): boolean {
    return this.#isUsed && this.#stream !== null && !this.isTTY;
  }

  write(text: string): void {
    this.#isUsed = true;
    if (this.#stream) this.#stream.write(text);
    else this.#writeAll(Buffer.from(text));
  }

  /** Waits until what was written has left the process, so that a slow reader fills no memory. */
  async drained(): Promise<void> {
    // An error is told by its own listener.
    if (this.#stream?.writableNeedDrain) await once(this.#stream, "drain").catch(() => {});
  }

  #writeAll(bytes: Buffer): void {
    let left = bytes;
    try {
      while (left.length > 0) left = left.subarray(writeSync(DESCRIPTOR, left));
    } catch (error) {
      const failure = error as NodeJS.ErrnoException;
      if (failure.code !== "EAGAIN") this.#failed(failure);
      // Its reader is slow and it would not wait; a stream does.
      else this.#stream = process.stdout.on("error", this.#failed);
      this.#stream?.write(left);
    }
  }
}

/** A file or a pipe, of which a write is complete or has failed when it returns. */
function isPlain(): boolean {
  if (process.platform === "win32") return false;
  try {
    const found = fstatSync(DESCRIPTOR);
    return found.isFile() || found.isFIFO() || found.isSocket();
  } catch {
    return false;
  }
}

let opened: StandardOutput | null = null;

export function standardOutput(): StandardOutput {
  opened ??= new StandardOutput();
  return opened;
}
