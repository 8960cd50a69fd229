import { statusText } from "../../render/store.ts";
import { embeddedCatalog } from "../../sources/embedded/embedded.ts";
import { storeFolder } from "../../store/keeping/folder.ts";
import { unfinishedFetches } from "../../store/keeping/journal.ts";
import { type Damage, damageIn } from "../../store/keeping/mend.ts";
import { Store } from "../../store/keeping/store.ts";
import { fetchedDatasets } from "../../store/publishers/registry.ts";
import { type StoreStatus, statusOf } from "../../store/status.ts";
import { writeReport } from "../commands/data/report.ts";
import type { StatusCommandOptions } from "../commands/data/store.ts";
import { host } from "../host.ts";

/** The store found vintages that cannot be used. */
const EXIT_DAMAGED = 1;

/** Says which vintages there are. It sends nothing: whether there is a newer one is a guess by age. */
export async function status({ check, json }: StatusCommandOptions): Promise<void> {
  const now = new Date();
  const damaged = await damageIn(new Store(storeFolder(host.env)), check === true);
  const report = currentStatus(now, damaged);
  await writeReport(report, statusText, json);
  if (damaged.length > 0) host.exitCode = EXIT_DAMAGED;
}

/** What there is at a moment, embedded and stored. */
export function currentStatus(now: Date, damaged: readonly Damage[] = []): StoreStatus {
  const store = new Store(storeFolder(host.env));
  return statusOf({
    embedded: embeddedCatalog(),
    stored: store.vintages(),
    fetched: fetchedDatasets().map(({ dataset }) => dataset),
    damaged,
    unfinished: unfinishedFetches(store, now),
    folder: store.folder,
    today: now.toISOString().slice(0, 10),
  });
}
