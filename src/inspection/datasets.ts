import { InputError } from "../errors.ts";
import type { Partner } from "../partners/directory.ts";
import type { DatasetDescription } from "../sources/description.ts";
import {
  type CatalogEntry,
  embeddedCatalog,
  openEmbedded,
  openEmbeddedShares,
} from "../sources/embedded/embedded.ts";

/** Everything that is known of an embedded dataset, its partners included. */
export interface DatasetReport extends DatasetDescription {
  readonly partners: readonly Pick<Partner, "code" | "name" | "kind">[];
  readonly productSystems: readonly string[];
}

export function listDatasets(): readonly CatalogEntry[] {
  return embeddedCatalog();
}

/** @throws InputError for an id that is not embedded. */
export function describeDataset(id: string): DatasetReport {
  const entry = embeddedCatalog().find((one) => one.id === id);
  if (!entry) {
    const ids = embeddedCatalog().map((one) => one.id);
    throw new InputError(
      `data show: there is no embedded dataset "${id}" (use ${ids.join(", ")})`,
      "For a file of your own use trade-metrics data check FILE.",
    );
  }
  const { description, partners } = entry.kind === "shares" ? sharesOf(id) : openEmbedded(id);
  return {
    ...description,
    partners: partners.map(({ code, name, kind }) => ({ code, name, kind })),
    productSystems: entry.productSystems,
  };
}

function sharesOf(id: string) {
  const { description, areas } = openEmbeddedShares(id);
  return { description, partners: areas };
}
