import { mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { writing } from "./atomic.ts";
import { entriesIn } from "./entries.ts";
import { hashOf, type Store } from "./store.ts";
import type { StoredVintage } from "./vintage.ts";

/** A vintage that cannot be used. */
export interface Damage {
  /** The file that describes the vintage. */
  readonly path: string;
  /** `census-goods 2026-10`. */
  readonly name: string;
  readonly what: string;
}

/**
 * The vintages that cannot be used: their description cannot be read, or bytes are missing or are
 * not those that were stored.
 * @param thorough also reads every byte and compares its hash; else only the sizes are compared.
 */
export async function damageIn(store: Store, thorough: boolean): Promise<Damage[]> {
  const found: Damage[] = [];
  for (const path of store.provenanceFiles()) {
    const name = `${basename(join(path, ".."))} ${basename(path, ".json")}`;
    const vintage = store.read(path);
    const what = vintage === null ? "its description is damaged" : await flawOf(vintage, thorough);
    if (what !== null) found.push({ path, name, what });
  }
  return found;
}

/** What is wrong with the bytes of a vintage; null where nothing is. */
async function flawOf({ files }: StoredVintage, thorough: boolean): Promise<string | null> {
  for (const { name, path, bytes, sha256 } of files) {
    const size = statSync(path, { throwIfNoEntry: false })?.size;
    if (size === undefined) return `the bytes of ${name} are missing`;
    if (size !== bytes) return `${name} has ${size} bytes instead of ${bytes}`;
    if (thorough && (await hashOf(path)) !== sha256) return `the bytes of ${name} have changed`;
  }
  return null;
}

/**
 * Sets damaged vintages aside, with bytes that are not those of their hash, so that what is left is
 * whole and the same can be fetched again. Nothing is deleted: it is moved to the folder `damaged`.
 */
export function setAside(store: Store, damaged: readonly Damage[]): Promise<void> {
  return store.alone(async () => {
    const folder = join(store.folder, "damaged");
    for (const { path, name } of damaged) {
      const wrong: string[] = [];
      for (const file of store.read(path)?.files ?? []) {
        const isThere = statSync(file.path, { throwIfNoEntry: false }) !== undefined;
        if (isThere && (await hashOf(file.path)) !== file.sha256) wrong.push(file.path);
      }
      writing(folder, () => {
        mkdirSync(folder, { recursive: true });
        for (const file of wrong) renameSync(file, join(folder, basename(file)));
        renameSync(path, join(folder, `${name.replace(" ", "-")}.json`));
      });
    }
  });
}

/** What runs that were killed left half written, older than a day. */
export function leftovers(store: Store, now: Date): string[] {
  const folders = ["incoming", "vintages", "unfinished", "calls", "compiled"];
  return folders.flatMap((folder) =>
    filesBelow(join(store.folder, folder))
      .filter((path) => path.endsWith(".partial"))
      .filter((path) => now.getTime() - statSync(path).mtimeMs > 86_400_000),
  );
}

/** Removes files that nothing needs. */
export function removeFiles(paths: readonly string[]): void {
  for (const path of paths) writing(path, () => rmSync(path, { force: true }));
}

export function filesBelow(folder: string): string[] {
  return entriesIn(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false);
}
