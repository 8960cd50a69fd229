import { existsSync } from "node:fs";
import type { FetchedVintage } from "../sources/fetched-vintages.ts";
import { storeFolder } from "../store/keeping/folder.ts";
import { type FrozenOptions, lockInForce, pinnedOf } from "./frozen.ts";

/**
 * The vintages in the user's own folder, which answer beside the embedded ones. In a project with a
 * lock file only what it pins, so that the answers are the same in every home.
 */
export async function fetchedVintages(
  options: FrozenOptions & { readonly vintage?: string },
): Promise<readonly FetchedVintage[]> {
  const folder = storeFolder();
  // Most users have none, and need nothing that reads them.
  if (!existsSync(folder)) return [];
  const { Store } = await import("../store/keeping/store.ts");
  const all = new Store(folder).vintages().map(({ dataset, vintage, released, sha256, files }) => ({
    ...{ dataset, vintage, released, sha256 },
    paths: files.map(({ path }) => path),
  }));
  return pinnedOf(all, await lockInForce(options), options.vintage);
}
