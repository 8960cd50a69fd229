import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { endianness } from "node:os";
import { basename, join } from "node:path";
import { InputError } from "../../errors.ts";
import { writeAtomically } from "./atomic.ts";
import { withLock } from "./lock.ts";
import { filesBelow } from "./mend.ts";
import type { Store } from "./store.ts";

/** Hexadecimal digits of a SHA-256, which stands before the bytes. */
const HASH_LENGTH = 64;

/** Bytes that were made of a vintage. */
export interface Compiled {
  /** Null where they are not there, are damaged, or are of another reader. */
  read(): Uint8Array | null;
  /** Keeps them, or does not where the store cannot be written or is in use: never an error. */
  write(bytes: Uint8Array): Promise<void>;
}

/** What keeps nothing, where no reader has a name. */
const nowhere: Compiled = { read: () => null, write: async () => {} };

/**
 * Bytes that were made of a vintage, beside the bytes of its files: under the hash of the vintage and
 * the name of the reader that made them, so that another one makes its own.
 */
export function compiledIn(store: Store, sha256: string): Compiled {
  const reader = readerName();
  if (reader === null) return nowhere;
  const path = join(compiledFolder(store), `${sha256}-${reader}`);
  return {
    read() {
      let content: Buffer;
      try {
        content = readFileSync(path);
      } catch {
        return null;
      }
      const bytes = content.subarray(HASH_LENGTH);
      return content.toString("latin1", 0, HASH_LENGTH) === hashOf(bytes) ? bytes : null;
    },
    async write(bytes) {
      const what = `the store ${store.folder}`;
      const content = Buffer.concat([Buffer.from(hashOf(bytes), "latin1"), bytes]);
      try {
        await withLock(join(store.folder, "lock"), { patience: 0, what }, () =>
          writeAtomically(path, content),
        );
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
      }
    },
  };
}

/** Files of which no vintage or no reader of today has a use. */
export function compiledOfNone(store: Store, vintages: readonly string[]): string[] {
  const reader = readerName();
  const needed = new Set(vintages.map((sha256) => `${sha256}-${reader}`));
  return filesBelow(compiledFolder(store)).filter(
    (path) => !path.endsWith(".partial") && !needed.has(basename(path)),
  );
}

/** Numbers lie in these bytes as in memory, whose order differs between machines. */
function readerName(): string | null {
  const version = process.env.TRADE_METRICS_READER;
  return version ? `${version}-${endianness().toLowerCase()}` : null;
}

function compiledFolder({ folder }: Store): string {
  return join(folder, "compiled");
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
