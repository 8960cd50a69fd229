import { InputError } from "../errors.ts";
import { type Partner, PartnerDirectory } from "../partners/directory.ts";
import type { DatasetDescription } from "../sources/description.ts";
import {
  type CatalogEntry,
  countries,
  embeddedCatalog,
  openEmbedded,
  openEmbeddedPrices,
  openEmbeddedShares,
} from "../sources/embedded/embedded.ts";
import { embeddedTablePackage, openEmbeddedTable } from "../sources/input-output.ts";

/** Everything that is known of an embedded dataset, its partners included. */
export interface DatasetReport extends DatasetDescription {
  /** Partners of trade, areas of shares, economies of an input-output table. */
  readonly partners: readonly Pick<Partner, "code" | "name" | "kind">[];
  readonly productSystems: readonly string[];
}

export function listDatasets(): readonly CatalogEntry[] {
  return embeddedCatalog();
}

/** @throws InputError for an id that is not embedded. */
export async function describeDataset(id: string): Promise<DatasetReport> {
  const entry = embeddedCatalog().find((one) => one.id === id);
  if (!entry) {
    const ids = embeddedCatalog().map((one) => one.id);
    throw new InputError(
      `data show: there is no embedded dataset "${id}" (use ${ids.join(", ")})`,
      "For a file of your own use trade-metrics data check FILE.",
    );
  }
  const { description, partners } = await described(entry);
  return {
    ...description,
    partners: partners.map(({ code, name, kind }) => ({ code, name, kind })),
    productSystems: entry.productSystems,
  };
}

function described({ id, kind }: CatalogEntry) {
  if (kind === "input-output") return tableOf(id);
  if (kind === "prices") return { ...openEmbeddedPrices(id), partners: [] };
  return kind === "shares" ? sharesOf(id) : openEmbedded(id);
}

function sharesOf(id: string) {
  const { description, areas } = openEmbeddedShares(id);
  return { description, partners: areas };
}

/** The embedded input-output table in the words of a dataset; its rows are those of the matrix. */
async function tableOf(id: string) {
  const { table } = await openEmbeddedTable();
  const { title, description, homepage, licenses, contributors, tradeMetrics, resources } =
    embeddedTablePackage();
  const { kind, vintage, unit, coverage, notes, cautions } = tradeMetrics;
  const tables = resources.map((resource) => ({
    name: resource.name,
    title: resource.title,
    vintage,
    sha256: resource.hash.replace("sha256:", ""),
    defaults: {},
    rows: table.labels.length,
  }));
  const directory = new PartnerDirectory(countries());
  return {
    description: {
      ...{ id, title, description, kind, vintage, unit, coverage, tables },
      publisher: contributors[0]!.title,
      sourceUrl: homepage,
      licence: licenses[0]!.title,
      sha256: tables[0]!.sha256,
      basis: null,
      notes: [...notes, ...cautions.map(({ message }) => message)],
    } satisfies DatasetDescription,
    partners: table.economies.map((economy): Partner => {
      const found = directory.find(economy);
      return found?.kind === "partner"
        ? found.partner
        : { code: economy, name: "Rest of the world", kind: "residual", aliases: [] };
    }),
  };
}
