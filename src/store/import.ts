import { copyFileSync, rmSync, statSync } from "node:fs";
import { basename } from "node:path";
import { cannotRead } from "../readable.ts";
import { cannotWrite } from "./keeping/atomic.ts";
import { type Added, hashOf, type Store } from "./keeping/store.ts";
import type { Provenance } from "./keeping/vintage.ts";

/** What is known of a file that the user has downloaded. */
export interface Import {
  readonly dataset: string;
  /** The name of the vintage; default: the month of the release. */
  readonly vintage?: string | undefined;
  /** The day of the release. */
  readonly released: string;
  readonly publisher: Provenance["publisher"];
  readonly terms: string | null;
  readonly holds: Provenance["holds"];
}

/**
 * Adds files that the user has downloaded as one vintage of a dataset. They are copied as they are.
 * @throws InputError where one cannot be read.
 */
export async function importFiles(
  store: Store,
  paths: readonly string[],
  { vintage, ...known }: Import,
  now: Date,
): Promise<Added> {
  const files: Provenance["files"] = [];
  for (const path of paths) {
    const { sha256, bytes } = await copied(store, path);
    files.push({ name: basename(path), sha256, bytes, address: null, at: now.toISOString() });
  }
  return store.add({ ...known, files, parameters: {}, releasedFrom: "user" }, vintage);
}

async function copied(store: Store, path: string): Promise<{ sha256: string; bytes: number }> {
  const file = store.temporaryFile();
  try {
    copyFileSync(path, file);
    const sha256 = await hashOf(file);
    const bytes = statSync(file).size;
    await store.alone(() => store.keep(file, sha256));
    return { sha256, bytes };
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (["ENOENT", "EISDIR"].includes(code)) throw cannotRead(path, error);
    // What cannot be written is the copy, wherever the file itself lies.
    throw cannotWrite(store.folder, error);
  } finally {
    rmSync(file, { force: true });
  }
}
