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

/** All of them, as claims may ask any. */
export async function fetchedForClaims(
  options: VintageOptions,
): Promise<readonly FetchedVintage[]> {
  return fetched(options, () => true);
}

async function fetched(
  options: VintageOptions,
  isWanted: (one: FetchedVintage) => boolean,
): Promise<readonly FetchedVintage[]> {
  const folder = storeFolder(host.env);
  // Most users have none, and need nothing that reads them.
  if (!existsSync(folder)) return [];
  const { storedVintages } = await import("./stored-vintages.ts");
  const all = storedVintages(folder).filter(isWanted);
  const { pinnedOf } = await import("./pinned.ts");
  return pinnedOf(all, await lockInForce(options), options.vintage);
}
