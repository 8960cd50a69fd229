import { existsSync } from "node:fs";
import type { Command } from "commander";
import type { FetchedVintage } from "../sources/fetched-vintages.ts";
import type { FoundLock } from "../store/project-lock.ts";
import { foundLockPath } from "../store/project-lock-path.ts";

/** Whether only what a lock file pins may answer; left out: where there is a lock file. */
export interface FrozenOptions {
  readonly frozen?: boolean;
}

/** Adds the options that hold answers to the lock file of a project, or do not. */
export function addFrozenOptions(command: Command): Command {
  return command
    .option(
      "--frozen",
      "refuse data that trade-metrics.lock.json does not pin (the default where there is one)",
    )
    .option("--no-frozen", "take any data, whatever is pinned");
}

/**
 * The lock file that holds for a run; null where there is none, or it is not to hold.
 * @throws InputError where it cannot be read, or one is wanted and there is none.
 */
export async function lockInForce({ frozen }: FrozenOptions): Promise<FoundLock | null> {
  // Most projects have none, and need nothing that reads one.
  if (frozen === false || (!frozen && foundLockPath(process.cwd()) === null)) return null;
  const { lockOrRefuse } = await import("../store/project-lock.ts");
  return lockOrRefuse(process.cwd());
}

/** Of the vintages in the user's own folder, those that a lock file pins, and the one asked for by name. */
export function pinnedOf(
  all: readonly FetchedVintage[],
  found: FoundLock | null,
  vintage: string | undefined,
): readonly FetchedVintage[] {
  if (found === null) return all;
  return all.filter(
    (one) =>
      one.vintage === vintage ||
      found.lock.data.some(({ id, sha256 }) => id === one.dataset && sha256 === one.sha256),
  );
}

/** Data as they were used, as answers and verifications name them. */
interface Used {
  readonly id: string;
  readonly vintage: string | null;
  readonly sha256: string | null;
}

/**
 * Refuses data that the lock file in force does not pin.
 * @throws InputError that names the first that differs, and what is pinned.
 */
export async function refuseOthers(used: readonly Used[], options: FrozenOptions): Promise<void> {
  const found = await lockInForce(options);
  if (found === null) return;
  const { refuseUnpinned } = await import("../store/project-lock.ts");
  refuseUnpinned(found, await withHashes(used));
}

/** Large files are hashed only where they are pinned or held against a pin. */
export async function withHashes(used: readonly Used[]): Promise<Used[]> {
  const { hashOf } = await import("../store/keeping/store.ts");
  return Promise.all(
    used.map(async ({ id, vintage, sha256 }) => ({
      ...{ id, vintage },
      sha256: sha256 ?? (existsSync(id) ? await hashOf(id) : null),
    })),
  );
}
