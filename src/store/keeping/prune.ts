import { statSync } from "node:fs";
import { basename, join } from "node:path";
import { compiledOfNone } from "./compiled.ts";
import { unfinishedFetches } from "./journal.ts";
import { filesBelow, leftovers, removeFiles } from "./mend.ts";
import type { Store } from "./store.ts";
import type { StoredVintage } from "./vintage.ts";

/** What to remove beyond what nothing needs. */
export interface PruneOptions {
  /** How many vintages of each dataset stay, the newest; null for all. */
  readonly keep: number | null;
  readonly dataset: string | null;
  /** Hashes of vintages that stay in any case: those that a project has pinned. */
  readonly pinned: ReadonlySet<string>;
}

/** What pruning removes. */
export interface PrunePlan {
  readonly vintages: readonly StoredVintage[];
  /** Vintages that would go but are pinned. */
  readonly spared: readonly StoredVintage[];
  /** Bytes of no vintage, what was set aside as damaged, and what broken runs left. */
  readonly files: readonly string[];
  /** How many bytes become free. */
  readonly bytes: number;
}

/** What would be removed; nothing is yet. Call it within `store.alone` to remove it too. */
export function prunePlan(store: Store, options: PruneOptions, now: Date): PrunePlan {
  const all = store.vintages();
  const older = all.filter((one) => isOlder(one, all, options));
  const spared = older.filter(({ sha256 }) => options.pinned.has(sha256));
  const vintages = older.filter((one) => !spared.includes(one));
  const unfinished = unfinishedFetches(store, now);
  const needed = new Set([
    ...all
      .filter((one) => !vintages.includes(one))
      .flatMap(({ files }) => files.map(({ sha256 }) => sha256)),
    ...unfinished.filter(({ isOver }) => !isOver).flatMap(({ hashes }) => hashes),
  ]);
  const files = [
    ...filesBelow(join(store.folder, "bytes")).filter((path) => !needed.has(basename(path))),
    ...filesBelow(join(store.folder, "damaged")),
    ...compiledOfNone(
      store,
      all.filter((one) => !vintages.includes(one)).map(({ sha256 }) => sha256),
    ),
    ...unfinished.filter(({ isOver }) => isOver).map(({ path }) => path),
    ...leftovers(store, now),
  ];
  const bytes = files.reduce((sum, path) => sum + statSync(path).size, 0);
  return { vintages, spared, files, bytes };
}

function isOlder(
  one: StoredVintage,
  all: readonly StoredVintage[],
  { keep, dataset }: PruneOptions,
): boolean {
  if (keep === null || (dataset !== null && dataset !== one.dataset)) return false;
  const newest = all.filter((other) => other.dataset === one.dataset).slice(-keep);
  return !newest.includes(one);
}

/** Removes what pruning removes: descriptions first, so that none is left without its bytes. */
export function prune(store: Store, options: PruneOptions, now: Date): Promise<PrunePlan> {
  return store.alone(() => {
    const plan = prunePlan(store, options, now);
    removeFiles(plan.vintages.map((one) => store.provenancePath(one)));
    removeFiles(plan.files);
    return plan;
  });
}
