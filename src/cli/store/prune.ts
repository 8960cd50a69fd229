import { InputError } from "../../errors.ts";
import { pruneText } from "../../render/store.ts";
import { storeFolder } from "../../store/keeping/folder.ts";
import { type PruneOptions, prune, prunePlan } from "../../store/keeping/prune.ts";
import { Store } from "../../store/keeping/store.ts";
import { findLock } from "../../store/project-lock.ts";
import { writeReport } from "../commands/data/report.ts";
import type { PruneCommandOptions } from "../commands/data/store.ts";
import { host } from "../host.ts";

/** Removes what nothing needs. What the project around has pinned stays. */
export async function pruneStore(options: PruneCommandOptions): Promise<void> {
  const { keep, dataset, dryRun, json } = options;
  if (keep !== undefined && !/^[1-9]\d{0,4}$/.test(keep)) {
    throw new InputError(`--keep: expected a whole number from 1, got "${keep}"`);
  }
  if (dataset !== undefined && keep === undefined) {
    throw new InputError("--dataset: say with --keep how many of its vintages stay");
  }
  const store = new Store(storeFolder(host.env));
  const ids = [...new Set(store.vintages().map((one) => one.dataset))];
  if (dataset !== undefined && !ids.includes(dataset)) {
    throw new InputError(
      `--dataset: there is no vintage of "${dataset}" (there are ${ids.join(", ") || "none"})`,
    );
  }
  const pins = findLock(process.cwd())?.lock.data ?? [];
  const what: PruneOptions = {
    keep: keep === undefined ? null : Number(keep),
    dataset: dataset ?? null,
    pinned: new Set(pins.flatMap(({ sha256 }) => sha256 ?? [])),
  };
  const now = new Date();
  const plan = dryRun ? prunePlan(store, what, now) : await prune(store, what, now);
  await writeReport(plan, (report) => pruneText(report, dryRun === true), json);
}
