import { existsSync } from "node:fs";
import type { FetchedVintage } from "../sources/fetched-vintages.ts";
import { storeFolder } from "../store/keeping/folder.ts";

/** The vintages in the user's own folder, which answer beside the embedded ones. */
export async function fetchedVintages(): Promise<readonly FetchedVintage[]> {
  const folder = storeFolder();
  // Most users have none, and need nothing that reads them.
  if (!existsSync(folder)) return [];
  const { Store } = await import("../store/keeping/store.ts");
  return new Store(folder).vintages().map(({ dataset, vintage, released, sha256, files }) => ({
    ...{ dataset, vintage, released, sha256 },
    paths: files.map(({ path }) => path),
  }));
}
