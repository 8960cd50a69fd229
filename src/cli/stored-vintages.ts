import type { FetchedVintage } from "../sources/fetched-vintages.ts";
import { compiledIn } from "../store/keeping/compiled.ts";
import { Store } from "../store/keeping/store.ts";
import type { StoredVintage } from "../store/keeping/vintage.ts";
import { fetchedDatasets, type Source } from "../store/publishers/registry.ts";

/** Every vintage of a store that can be read. */
export function storedVintages(folder: string): FetchedVintage[] {
  const store = new Store(folder);
  return store.vintages().map((one) => storedFiles(store, one));
}

/** One vintage of a store. */
export function storedFiles(
  store: Store,
  { dataset, vintage, released, sha256, publisher, files, holds, parameters }: StoredVintage,
): FetchedVintage {
  const source = fetchedDatasets().find((one) => one.dataset.id === dataset);
  return {
    ...{ dataset, vintage, released, sha256, publisher: publisher.title, holds },
    question: questionOf(parameters, source),
    title: source?.dataset.title ?? dataset,
    paths: files.map(({ path }) => path),
    names: files.map(({ name }) => name),
    queries: new Map(files.flatMap(({ path, body }) => (body ? [[path, body] as const] : []))),
    compiled: compiledIn(store, sha256),
  };
}

/** What was asked for; null for a file that was brought, which may hold any part of its dataset. */
function questionOf(
  parameters: StoredVintage["parameters"],
  source: Source | undefined,
): string | null {
  const isWhole = source?.dataset.parameters.length === 0;
  if (!isWhole && Object.keys(parameters).length === 0) return null;
  return JSON.stringify(Object.entries(parameters).sort());
}
