import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

const LOCK_FILE = "trade-metrics.lock.json";

/** The nearest lock file from a folder upwards; null where there is none. */
export function foundLockPath(from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = lockPath(folder);
    if (existsSync(path)) return path;
    if (folder === dirname(folder)) return null;
  }
}

/** The lock file of a folder, whether it is there or not. */
export function lockPath(folder: string): string {
  return join(folder, LOCK_FILE);
}
