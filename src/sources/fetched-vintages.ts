import { InputError } from "../errors.ts";
import type { Warning } from "../warning.ts";
import type { CompiledFiles } from "./compiled-files.ts";
import type { DatasetVintage, StoredSeries, TradeDataset } from "./dataset.ts";
import type { DatasetDescription } from "./description.ts";
import type { OpenOptions } from "./open.ts";
import { joinVintages, kindOf, revisionOf, type VintageWish } from "./vintages.ts";

/** A vintage of a dataset that lies in files, because it was fetched or imported. */
export interface FetchedVintage {
  readonly dataset: string;
  /** The title of the dataset, where it is none of the embedded ones. */
  readonly title: string;
  readonly publisher: string;
  readonly vintage: string;
  /** The day of its release. */
  readonly released: string;
  readonly sha256: string;
  /** What was asked for, where the publisher or the dataset tells; by it a later one replaces this. */
  readonly question: string | null;
  /** The first and the last period and how many figures there are; null where it holds no records. */
  readonly holds: {
    readonly first: string;
    readonly last: string;
    readonly figures: number;
  } | null;
  readonly paths: readonly string[];
  /** What each of these is called within the vintage. */
  readonly names: readonly string[];
  /** The queries that files answer, by path, where they were posted. */
  readonly queries: ReadonlyMap<string, string>;
  /** Where what was made of the files is kept, so that they are not read at every start. */
  readonly compiled: KeptBytes;
}

/** Bytes that can be made again, and so need not be there. */
export interface KeptBytes {
  /** Null where they are not there as they should be. */
  read(): Uint8Array | null;
  /** Keeps them, or does not where that cannot be: never an error. */
  write(bytes: Uint8Array): Promise<void>;
}

/** The fetched vintages of a dataset that are wished for, the oldest first. */
export function wishedFor(
  dataset: string,
  all: readonly FetchedVintage[],
  { vintage, asOf }: VintageWish,
): FetchedVintage[] {
  return all
    .filter((one) => one.dataset === dataset)
    .filter((one) => vintage === null || one.vintage === vintage)
    .filter((one) => asOf === null || one.released <= asOf)
    .sort((one, other) => (one.released < other.released ? -1 : 1));
}

/**
 * Of the vintages wished for those that have to be looked into, the oldest first: one that a later one
 * replaces is not, unless all are asked for.
 */
function lookedInto(
  dataset: string,
  { fetched = [], everyFetched = false }: OpenOptions,
  wish: VintageWish,
): FetchedVintage[] {
  const wished = wishedFor(dataset, fetched, wish);
  if (everyFetched) return wished;
  return wished.filter((one, at) => !wished.slice(at + 1).some((later) => replaces(later, one)));
}

/** Whether a vintage answers the question of an earlier one, and holds as much and as long a time. */
function replaces(later: FetchedVintage, earlier: FetchedVintage): boolean {
  const [more, less] = [later.holds, earlier.holds];
  if (later.question === null || later.question !== earlier.question || !more || !less)
    return false;
  return more.first <= less.first && more.last >= less.last && more.figures >= less.figures;
}

/**
 * An embedded dataset with fetched vintages beside its own.
 * @returns null where none was fetched.
 * @throws InputError where the files cannot be read.
 */
export async function extended(
  embedded: TradeDataset,
  options: OpenOptions,
  wish: VintageWish,
): Promise<TradeDataset | null> {
  const { id } = embedded.description;
  const own = vintagesIn(embedded);
  let chosen = lookedInto(id, options, wish);
  // Where nobody has the vintage, all are named that there are.
  const isOwn = own.some(({ vintage }) => vintage === wish.vintage);
  if (chosen.length === 0 && wish.vintage !== null && !isOwn) {
    chosen = lookedInto(id, options, { vintage: null, asOf: wish.asOf });
  }
  if (chosen.length === 0) return null;
  const found = await Promise.all(chosen.map((one) => vintageOf(one, embedded, options)));
  return joined(embedded, own, found);
}

/**
 * A dataset of which there are fetched vintages alone: those wished for, the newest first.
 * @returns null where none was fetched.
 * @throws InputError where there are others, or the files cannot be read.
 */
export async function fetchedAlone(
  id: string,
  options: OpenOptions,
  wish: VintageWish,
): Promise<{ dataset: TradeDataset; warnings: readonly Warning[] } | null> {
  const all = (options.fetched ?? []).filter(({ dataset }) => dataset === id);
  if (all.length === 0) return null;
  const found = lookedInto(id, options, wish);
  const newest = found.at(-1);
  if (newest === undefined) {
    const names = all.map(({ vintage, released }) => `${vintage} of ${released}`).join(", ");
    const asked = wish.vintage === null ? `as of ${wish.asOf}` : wish.vintage;
    throw new InputError(`--data: ${id} has no vintage ${asked} (it has ${names})`);
  }
  const files = await Promise.all(found.map((one) => openedFiles(one, options)));
  const { title, publisher, vintage, sha256 } = newest;
  const { dataset } = files.at(-1)!;
  const description = { ...dataset.description, id, title, publisher, vintage, sha256 };
  const shell = { ...dataset, description };
  const warnings = files.flatMap((one) => one.warnings);
  // Rows of a dataset that lies in one vintage name it where all of them are listed.
  if (files.length === 1 && !options.everyFetched) return { dataset: shell, warnings };
  const vintages = files.map((one, at) => asVintage(found[at]!, one, shell));
  return { dataset: joined(shell, [], vintages), warnings };
}

/** A dataset of several vintages, with all that they hold together. */
function joined(
  first: TradeDataset,
  own: readonly DatasetVintage[],
  fetched: readonly DatasetVintage[],
): TradeDataset {
  const partners = new Map(first.partners.map((partner) => [partner.code, partner]));
  let { coverage } = first.description;
  const systems = new Set(first.productSystems);
  for (const { data } of fetched) {
    coverage = covering(coverage, data.description.coverage);
    for (const partner of data.partners) {
      if (!partners.has(partner.code)) partners.set(partner.code, partner);
    }
    for (const system of data.productSystems) systems.add(system);
  }
  const shell = {
    ...first,
    description: { ...first.description, coverage },
    ...{ partners: [...partners.values()], productSystems: systems },
  };
  return joinVintages(shell, [...own, ...fetched]);
}

async function vintageOf(
  fetched: FetchedVintage,
  like: TradeDataset,
  options: OpenOptions,
): Promise<DatasetVintage> {
  return asVintage(fetched, await filesOf(fetched, options), like);
}

/** Files as a vintage of a dataset. */
function asVintage(
  { vintage, released, sha256 }: FetchedVintage,
  { dataset, kinds }: CompiledFiles,
  like: TradeDataset,
): DatasetVintage {
  const { coverage } = dataset.description;
  const description = { ...like.description, coverage, vintage, sha256, tables: [] };
  const cache = new Map<string, readonly StoredSeries[]>();
  const data: TradeDataset = {
    ...dataset,
    description,
    // A file without the world lists only some partners.
    ...(dataset.seriesOf("WORLD").length === 0 && { somePartners: true }),
    seriesOf(partner) {
      const known = cache.get(partner);
      if (known) return known;
      const series = dataset.seriesOf(partner).map((one) => ofVintage(one, vintage));
      cache.set(partner, series);
      return series;
    },
  };
  const revision = revisionOf(released, like.description.annualRevision ?? null);
  return { vintage, released, data, isExact: true, kinds, revision };
}

type Coverage = DatasetDescription["coverage"];

/** What two datasets cover together. */
function covering(own: Coverage, more: Coverage): Coverage {
  const first = more.first !== "" && more.first < own.first ? more.first : own.first;
  return { ...own, first, last: more.last > own.last ? more.last : own.last };
}

const known = new WeakMap<FetchedVintage, Promise<CompiledFiles>>();

/** The files of a vintage as one dataset; all of it is read once, however often it is opened. */
async function filesOf(fetched: FetchedVintage, options: OpenOptions): Promise<CompiledFiles> {
  const plain = { ...options, as: null, where: [], missing: [], reading: undefined };
  if (options.asked !== undefined || options.groups !== undefined) {
    return openedFiles(fetched, { ...plain, skipInvalid: false });
  }
  const reading = known.get(fetched) ?? openedFiles(fetched, { ...plain, skipInvalid: false });
  known.set(fetched, reading);
  return reading;
}

/** The files of a vintage, whose errors name it and what mends it: it could be read once. */
async function openedFiles(fetched: FetchedVintage, options: OpenOptions): Promise<CompiledFiles> {
  try {
    return await keptOrRead(fetched, options);
  } catch (error) {
    // What is asked of its columns and rows is the user's.
    const { where, missing } = options;
    if (!(error instanceof InputError) || where.length + missing.length > 0) throw error;
    const { dataset, vintage, paths, names } = fetched;
    const message = paths.reduce(
      (line, path, at) => line.replaceAll(path, names[at]!),
      error.message,
    );
    throw new InputError(
      `${dataset} ${vintage}: ${message}`,
      `If its bytes are damaged (trade-metrics data status --check), trade-metrics data update ${dataset} sets them aside and fetches them again.`,
    );
  }
}

/** From what is kept of the files, or else read, of which then something is kept. */
async function keptOrRead(fetched: FetchedVintage, options: OpenOptions): Promise<CompiledFiles> {
  const { as, where, missing, reading, skipInvalid } = options;
  const isPlain =
    as === null && where.length + missing.length === 0 && reading === undefined && !skipInvalid;
  const bytes = isPlain ? await compiled(fetched) : null;
  if (bytes !== null) {
    const { openCompiledFiles } = await import("./compiled-files.ts");
    return openCompiledFiles(bytes, options);
  }
  const { openFiles } = await import("./open-files.ts");
  const { paths, queries } = fetched;
  const { dataset, warnings } = await openFiles([...paths], { ...options, queries });
  return { dataset, warnings, kinds: kindsOf(dataset) };
}

/**
 * What is kept of the files of a vintage, which is made where it is not there.
 * @returns null where the files are too large for that.
 * @throws InputError where the files cannot be read.
 */
export async function compiled({
  paths,
  names,
  queries,
  compiled: kept,
}: FetchedVintage): Promise<Uint8Array | null> {
  const there = kept.read();
  if (there !== null) return there;
  const { compileFiles } = await import("./compile-files.ts");
  const made = await compileFiles(paths, (path) => names[paths.indexOf(path)] ?? path, queries);
  if (made !== null) await kept.write(made);
  return made;
}

function vintagesIn(embedded: TradeDataset): readonly DatasetVintage[] {
  const { description, vintages } = embedded;
  if (vintages) return vintages;
  const vintage = description.vintage ?? "embedded";
  return [
    {
      ...{ vintage, released: `${vintage}-01`, isExact: true, data: embedded },
      ...{ revision: null, kinds: kindsOf(embedded) },
    },
  ];
}

/** The kinds of figures that a dataset holds. */
function kindsOf(dataset: TradeDataset): string[] {
  const keys = dataset.partners.flatMap(({ code }) =>
    dataset.seriesOf(code).map(({ key }) => kindOf(key)),
  );
  return [...new Set(keys)];
}

function ofVintage(series: StoredSeries, vintage: string): StoredSeries {
  return {
    key: series.key,
    vintage,
    ...(series.gaps && { gaps: series.gaps }),
    ...(series.statusOf && { statusOf: series.statusOf }),
    get values() {
      return series.values;
    },
  };
}
