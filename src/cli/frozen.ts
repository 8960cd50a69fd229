import type { Command } from "commander";
import type { FoundLock } from "../store/project-lock.ts";
import { foundLockPath } from "../store/project-lock-path.ts";
import type { Used } from "./pinned.ts";

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

/**
 * Refuses data that the lock file in force does not pin.
 * @throws InputError that names the first that differs, and what is pinned.
 */
export async function refuseOthers(used: readonly Used[], options: FrozenOptions): Promise<void> {
  const found = await lockInForce(options);
  if (found === null) return;
  const { refuseUnpinned } = await import("../store/project-lock.ts");
  const { withHashes } = await import("./pinned.ts");
  refuseUnpinned(found, await withHashes(used));
}
