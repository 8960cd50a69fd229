import { existsSync } from "node:fs";
import type { FetchedVintage } from "../sources/fetched-vintages.ts";
import { storeFolder } from "../store/keeping/folder.ts";
import { type FrozenOptions, lockInForce } from "./frozen.ts";
import { host } from "./host.ts";

type VintageOptions = FrozenOptions & { readonly vintage?: string };

/**
 * The vintages of trade in the user's own folder, which answer beside the embedded ones. In a project
 * with a lock file only what it pins, so that the answers are the same in every home.
 */
export async function fetchedVintages(options: VintageOptions): Promise<readonly FetchedVintage[]> {
  return fetched(options, ({ holds }) => holds !== null);
}

/** The same of a dataset that holds no records of trade, such as shares. */
export async function fetchedVintagesOf(
  id: string,
  options: VintageOptions,
): Promise<readonly FetchedVintage[]> {
  return fetched(options, ({ dataset }) => dataset === id);
}

async function fetched(
  options: VintageOptions,
  isWanted: (one: { readonly dataset: string; readonly holds: unknown }) => boolean,
): Promise<readonly FetchedVintage[]> {
  const folder = storeFolder(host.env);
  // Most users have none, and need nothing that reads them.
  if (!existsSync(folder)) return [];
  const { Store } = await import("../store/keeping/store.ts");
  const { fetchedDatasets } = await import("../store/publishers/registry.ts");
  const titles = new Map(fetchedDatasets().map(({ dataset: { id, title } }) => [id, title]));
  const all = new Store(folder)
    .vintages()
    .filter(isWanted)
    .map(({ dataset, vintage, released, sha256, publisher, files }) => ({
      ...{ dataset, vintage, released, sha256, publisher: publisher.title },
      title: titles.get(dataset) ?? dataset,
      paths: files.map(({ path }) => path),
    }));
  const { pinnedOf } = await import("./pinned.ts");
  return pinnedOf(all, await lockInForce(options), options.vintage);
}
