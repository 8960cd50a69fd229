import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Partner } from "../../partners/directory.ts";
import type { TradeDataset } from "../dataset.ts";
import type { DatasetDescription } from "../description.ts";
import { type CompiledPrices, type PriceIndex, priceIndex } from "../prices.ts";
import { type CompiledShares, type SharesDataset, sharesDataset } from "../shares.ts";
import { openCompiled } from "./compiled.ts";
import { compiledFolder } from "./package-folder.ts";

/** One line of the catalogue of embedded datasets. */
export interface CatalogEntry {
  readonly id: string;
  readonly title: string;
  readonly kind: DatasetDescription["kind"];
  readonly productSystems: readonly string[];
  readonly coverage: DatasetDescription["coverage"];
  readonly vintage: string | null;
  /** Where it holds several: each with the day of its release and what it covers, oldest first. */
  readonly vintages?: readonly {
    readonly vintage: string;
    readonly released: string;
    readonly first: string;
    readonly last: string;
  }[];
}

let folder: string | null = null;
let catalog: readonly CatalogEntry[] | null = null;
let allCountries: readonly Partner[] | null = null;
const opened = new Map<string, TradeDataset>();

function dataFile(name: string): string {
  folder ??= compiledFolder();
  return join(folder, name);
}

function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(dataFile(name), "utf8")) as T;
}

/** The embedded datasets, in the order in which they are asked. */
export function embeddedCatalog(): readonly CatalogEntry[] {
  catalog ??= readJson<CatalogEntry[]>("catalog.json");
  return catalog;
}

/** Opens an embedded dataset of trade by its id; figures are read when they are asked for. */
export function openEmbedded(id: string): TradeDataset {
  const known = opened.get(id);
  if (known) return known;
  const dataset = openCompiled(dataFile("."), id);
  opened.set(id, dataset);
  return dataset;
}

/** Opens an embedded dataset of published shares by its id. */
export function openEmbeddedShares(id: string): SharesDataset {
  return sharesDataset(readJson<CompiledShares>(`${id}.json`));
}

/** Opens an embedded index of prices by its id. */
export function openEmbeddedPrices(id: string): PriceIndex {
  return priceIndex(readJson<CompiledPrices>(`${id}.json`));
}

/**
 * All countries and territories of ISO 3166 with their other codes and English names, which are read
 * when one of them is asked for.
 */
export function countries(): readonly Partner[] {
  let names: Readonly<Record<string, string[]>> | null = null;
  allCountries ??= readJson<[string, string][]>("countries.json").map(([code, name]) => ({
    ...{ code, name, kind: "country" },
    get aliases() {
      names ??= readJson<Record<string, string[]>>("country-names.json");
      return names[code] ?? [];
    },
  }));
  return allCountries;
}
