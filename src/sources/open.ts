import { InputError } from "../errors.ts";
import { type Partner, PartnerDirectory } from "../partners/directory.ts";
import type { PartnerGroup } from "../partners/groups.ts";
import { allProducts, type ProductSelection, productSystem } from "../products/product.ts";
import { ALL_PRODUCTS, WORLD } from "../records/record.ts";
import type { Warning } from "../warning.ts";
import type { AskedRecords } from "./asked.ts";
import type { OpenDatasets, TradeDataset } from "./dataset.ts";
import { countries, embeddedCatalog, openEmbedded } from "./embedded/embedded.ts";
import type { FetchedVintage } from "./fetched-vintages.ts";
import type { Progress } from "./files/progress.ts";
import type { ReadingWords } from "./formats/reading-words.ts";
import { anyVintage, ChosenVintages, type VintageWish, withVintages } from "./vintages.ts";

export interface OpenOptions {
  /** The format of the files, where it is not to be recognised by content. */
  readonly as: string | null;
  /** Conditions `column=text` on the rows of files. */
  readonly where: readonly string[];
  /** The records that the question needs; of large files, all others are only counted. */
  readonly asked?: AskedRecords;
  readonly progress?: Progress;
  /** Files, data package folders, ids of embedded datasets, or `-` for standard input. */
  readonly data: readonly string[];
  /** Values that stand for a missing figure. */
  readonly missing: readonly string[];
  /** How the files are read, where that is not left to their formats. */
  readonly reading?: ReadingWords | undefined;
  /** Whether rows that cannot be read are left out and counted. */
  readonly skipInvalid: boolean;
  /** Which vintages may answer; default: all. */
  readonly vintages?: VintageWish;
  /** Vintages that were fetched, beside the embedded ones of the same dataset. */
  readonly fetched?: readonly FetchedVintage[];
  /** Whether all of these are opened, and not only the newest or the one wished for. */
  readonly everyFetched?: boolean;
  /** Groups of partners of the user's own, beside those that are known. */
  readonly groups?: readonly PartnerGroup[];
}

/** Open datasets, the partners that they name, and what is to be said about them. */
export interface OpenSources extends OpenDatasets {
  directoryFor(product: ProductSelection): PartnerDirectory;
  readonly warnings: readonly Warning[];
}

/**
 * Opens what was named with `--data`, or else the embedded datasets. All files together are one
 * dataset, however they are split.
 * @throws InputError when a file cannot be read.
 */
export async function openSources(options: OpenOptions): Promise<OpenSources> {
  const catalog = embeddedCatalog();
  const known = new Set(catalog.map(({ id }) => id));
  const trade = catalog.filter(({ kind }) => kind === "trade").map(({ id }) => id);
  const wish = options.vintages ?? anyVintage;
  const withNewer = new Map<string, TradeDataset>();
  const inUse = options.data.length === 0 ? trade : options.data.filter((id) => trade.includes(id));
  for (const id of options.fetched?.length ? inUse : []) {
    const { extended } = await import("./fetched-vintages.ts");
    const dataset = await extended(openEmbedded(id), options, wish);
    if (dataset) withNewer.set(id, dataset);
  }
  if (options.where.length > 0 && options.data.every((name) => known.has(name))) {
    throw (await import("./no-conditions.ts")).noConditions(options.where[0]!);
  }
  if (options.data.length === 0) return sourcesOf([], trade, [], options, withNewer);
  const other = catalog.find(({ id, kind }) => kind !== "trade" && options.data.includes(id));
  if (other !== undefined) {
    throw new InputError(`--data: ${other.id} holds ${holds[other.kind]}`);
  }
  const ids = options.data.filter((name) => known.has(name));
  const files = options.data.filter((name) => !known.has(name));
  if (files.length === 0) return sourcesOf([], ids, [], options, withNewer);
  if (files.length === 1 && options.fetched?.length) {
    const { fetchedAlone } = await import("./fetched-vintages.ts");
    const fetched = await fetchedAlone(files[0]!, options, wish);
    if (fetched) return sourcesOf([fetched.dataset], ids, fetched.warnings, options, withNewer);
  }
  // Only files need the parsers, which would cost every other start.
  const { openFiles } = await import("./open-files.ts");
  const { dataset, warnings } = await openFiles(files, options);
  return sourcesOf([dataset], ids, warnings, options, withNewer);
}

/** What datasets hold that have no records of trade, and what uses them. */
const holds = {
  shares: "shares, not records of trade (use value-added)",
  "input-output": "an input-output table, not records of trade (use value-added)",
  prices: "prices, not records of trade (use --real)",
  trade: "records of trade",
} as const;

/** All partners together, whether the data have a row for them or not. */
const world: Partner = { code: WORLD, name: "World", kind: "aggregate", aliases: [] };

function sourcesOf(
  opened: readonly TradeDataset[],
  embedded: readonly string[],
  warnings: readonly Warning[],
  { groups, vintages }: OpenOptions,
  withNewer: ReadonlyMap<string, TradeDataset>,
): OpenSources {
  const open = (id: string) => withNewer.get(id) ?? openEmbedded(id);
  const chosen = new ChosenVintages(vintages ?? anyVintage);
  const ofVintage = (dataset: TradeDataset) => {
    try {
      return chosen.of(dataset);
    } catch (error) {
      throw withOthers(error, dataset, vintages, embedded, open);
    }
  };
  const catalog = embeddedCatalog();
  const systemsOf = new Map(catalog.map(({ id, productSystems }) => [id, productSystems]));
  /** The first dataset that has them, with all its vintages. */
  const found = (product: ProductSelection): TradeDataset => {
    const [code] = [...product.codes, ...product.excluded];
    const system = code === undefined ? null : productSystem(code);
    const own = opened.find((one) => system === null || one.productSystems.has(system));
    if (own) return own;
    const id = embedded.find((one) => system === null || systemsOf.get(one)?.includes(system));
    if (id !== undefined) return open(id);
    const partial = opened.find(({ leavesOut }) => leavesOut);
    if (partial) return partial;
    throw noSystem(system ?? ALL_PRODUCTS, product, [
      ...opened.map(({ description }) => description.id),
      ...embedded,
    ]);
  };
  const forProduct = (product: ProductSelection): TradeDataset => {
    const dataset = found(product);
    return opened.includes(dataset) ? dataset : ofVintage(dataset);
  };
  const withProducts = (system: string | null): TradeDataset => {
    const holds = (systems: readonly string[]) =>
      system === null ? systems.length > 0 : systems.includes(system);
    const own = opened.find(({ productSystems }) => holds([...productSystems]));
    if (own) return own;
    const id = embedded.find((one) => holds(systemsOf.get(one) ?? []));
    if (id !== undefined) return chosen.of(open(id));
    // Of records that were not asked for nobody knows which products they have.
    const partial = opened.find(({ leavesOut }) => leavesOut);
    if (partial) return partial;
    throw noSystem(system, { ...allProducts, id: "--by product" }, [
      ...opened.map(({ description }) => description.id),
      ...embedded,
    ]);
  };
  const candidates = (product: ProductSelection, isByProduct: boolean) => {
    const [code] = [...product.codes, ...product.excluded];
    const system = code === undefined ? null : productSystem(code);
    const ids = embedded.filter((id) => {
      const systems = systemsOf.get(id) ?? [];
      return system === null ? !isByProduct || systems.length > 0 : systems.includes(system);
    });
    return ids.map((id) => () => open(id));
  };
  const isChosen = opened.length === 0;
  return {
    ...(isChosen && { candidates, ofVintage }),
    forProduct,
    withProducts,
    get warnings() {
      return [...warnings, ...chosen.warnings];
    },
    // Names are looked up before it is known which dataset answers, and whether it has the vintage.
    directoryFor: (product) => {
      const { partners, reporters = [] } = found(product);
      return new PartnerDirectory([...countries(), ...partners, ...reporters, world], groups);
    },
  };
}

function noSystem(
  system: string | null,
  product: ProductSelection,
  ids: readonly string[],
): InputError {
  const ofSystem = system === null ? "" : ` of the system ${system}`;
  return new InputError(
    `${product.id}: no dataset in use has products${ofSystem} (in use: ${ids.join(", ")})`,
    "Name a file that has them with --data.",
  );
}

/** The error with the datasets that have such a vintage: of another one is answered only where it is named. */
function withOthers(
  error: unknown,
  { description: { id: own } }: TradeDataset,
  wish: VintageWish | undefined,
  ids: readonly string[],
  open: (id: string) => TradeDataset,
): unknown {
  if (!(error instanceof InputError) || !wish) return error;
  const others = ids.filter((id) => {
    if (id === own) return false;
    try {
      withVintages(open(id), wish);
      return true;
    } catch {
      return false;
    }
  });
  if (others.length === 0) return error;
  const named = others.map((id) => `--data ${id}`).join(" or ");
  return new InputError(error.message, `Others have one: ask them by name with ${named}.`);
}
