import type { FetchedVintage } from "../sources/fetched-vintages.ts";
import { compiledIn } from "../store/keeping/compiled.ts";
import { Store } from "../store/keeping/store.ts";
import type { StoredVintage } from "../store/keeping/vintage.ts";
import { fetchedDatasets } from "../store/publishers/registry.ts";

/** The files of a vintage in the user's own folder, and what is known of what they hold. */
export interface StoredFiles extends FetchedVintage {
  readonly holds: StoredVintage["holds"];
}

/** Every vintage of a store that can be read. */
export function storedVintages(folder: string): StoredFiles[] {
  const store = new Store(folder);
  return store.vintages().map((one) => storedFiles(store, one));
}

/** One vintage of a store. */
export function storedFiles(
  store: Store,
  { dataset, vintage, released, sha256, publisher, files, holds }: StoredVintage,
): StoredFiles {
  const source = fetchedDatasets().find((one) => one.dataset.id === dataset);
  return {
    ...{ dataset, vintage, released, sha256, publisher: publisher.title, holds },
    title: source?.dataset.title ?? dataset,
    paths: files.map(({ path }) => path),
    names: files.map(({ name }) => name),
    compiled: compiledIn(store, sha256),
  };
}
