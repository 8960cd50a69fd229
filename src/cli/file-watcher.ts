import { existsSync, type FSWatcher, realpathSync, watch } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { InputError } from "../errors.ts";
import { isFolder } from "../sources/files/open-file.ts";

/** Editors write a file in several steps; what follows within this time is the same change. */
const SETTLE_MS = 150;

/** A folder to watch, and the entries in it that count; null where all do. */
interface Place {
  readonly folder: string;
  readonly entries: Set<string> | null;
}

/**
 * Tells when files change. It watches their folders, because editors that save by renaming put
 * another file in place of the one that was watched.
 */
export class FileWatcher {
  readonly #ignored: string | null;
  #watchers: FSWatcher[] = [];
  #settling: NodeJS.Timeout | null = null;
  #isChanged = false;
  #tell: () => void = () => {};

  /** @param ignored a file that is written in answer to changes, such as `--output`. */
  constructor(ignored: string | null = null) {
    this.#ignored = ignored === null ? null : resolve(ignored);
  }

  /**
   * Watches these files, folders and patterns instead of those before. Files that do not exist yet
   * are waited for.
   */
  watch(names: readonly string[]): void {
    this.close();
    this.#isChanged = false;
    for (const { folder, entries } of placesOf(names)) {
      const watcher = opened(folder, entries === null, (entry) => {
        if (this.#counts(folder, entries, entry)) this.#settle();
      });
      // A folder that goes away is a change too; what is watched next is decided after it.
      watcher.on("error", () => this.#settle());
      this.#watchers.push(watcher);
    }
  }

  /** Waits for the next change since `watch` that has settled. */
  async changed(): Promise<void> {
    if (this.#isChanged) return;
    await new Promise<void>((tell) => {
      this.#tell = tell;
    });
  }

  close(): void {
    if (this.#settling) clearTimeout(this.#settling);
    this.#settling = null;
    for (const watcher of this.#watchers) watcher.close();
    this.#watchers = [];
  }

  #counts(folder: string, entries: ReadonlySet<string> | null, entry: string | null): boolean {
    if (entry === null) return true;
    if (entries) return entries.has(entry);
    // Files that programs write beside the one that they save begin with a dot.
    return !basename(entry).startsWith(".") && join(folder, entry) !== this.#ignored;
  }

  #settle(): void {
    if (this.#settling) clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      this.#isChanged = true;
      this.#tell();
    }, SETTLE_MS);
  }
}

function opened(
  folder: string,
  recursive: boolean,
  onChange: (entry: string | null) => void,
): FSWatcher {
  try {
    return watch(folder, { recursive }, (_, entry) => onChange(entry));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new InputError(`--watch: ${folder}: cannot be watched (${code ?? message})`);
  }
}

function placesOf(names: readonly string[]): Place[] {
  const places = new Map<string, Place>();
  for (const name of names) {
    for (const path of new Set([resolve(name), realPath(name)])) {
      const { folder, entry } = placeOf(path);
      const known = places.get(folder);
      const entries =
        entry === null || known?.entries === null
          ? null
          : new Set([...(known?.entries ?? []), entry]);
      places.set(folder, { folder, entries });
    }
  }
  return [...places.values()];
}

/** Where changes of a path show: in the nearest folder that exists, at the next step of the path. */
function placeOf(path: string): { folder: string; entry: string | null } {
  if (isFolder(path)) return { folder: path, entry: null };
  if (!existsSync(path) && /[*?[\]{}]/.test(path)) {
    const steps = path.split(sep);
    const fixed = steps.slice(
      0,
      steps.findIndex((step) => /[*?[\]{}]/.test(step)),
    );
    return placeOf(fixed.join(sep) || sep);
  }
  let entry = basename(path);
  let folder = dirname(path);
  while (!existsSync(folder)) {
    entry = basename(folder);
    folder = dirname(folder);
  }
  return { folder, entry };
}

/** Where a link leads, because what is written there changes too. */
function realPath(name: string): string {
  try {
    return realpathSync(name);
  } catch {
    return resolve(name);
  }
}
