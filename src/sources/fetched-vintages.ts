import { InputError } from "../errors.ts";
import type { Warning } from "../warning.ts";
import type { CompiledFiles } from "./compiled-files.ts";
import type { DatasetVintage, StoredSeries, TradeDataset } from "./dataset.ts";
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
  readonly paths: readonly string[];
  /** What each of these is called within the vintage. */
  readonly names: readonly string[];
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
 * An embedded dataset with fetched vintages beside its own: with the one wished for, or else the
 * newest. Others are chosen by their name, for each has to be read; all are, where all are asked for.
 * @returns null where none was fetched.
 * @throws InputError where the files cannot be read.
 */
export async function extended(
  embedded: TradeDataset,
  options: OpenOptions,
  wish: VintageWish,
): Promise<TradeDataset | null> {
  const wished = wishedFor(embedded.description.id, options.fetched ?? [], wish);
  const chosen = options.everyFetched ? wished : wished.slice(-1);
  let dataset = embedded;
  for (const one of chosen) dataset = await withFetched(dataset, one, options);
  return chosen.length === 0 ? null : dataset;
}

/**
 * A dataset of which there are fetched vintages alone: the one wished for, or else the newest.
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
  const found = wishedFor(id, all, wish).at(-1);
  if (found === undefined) {
    const names = all.map(({ vintage, released }) => `${vintage} of ${released}`).join(", ");
    const asked = wish.vintage === null ? `as of ${wish.asOf}` : wish.vintage;
    throw new InputError(`--data: ${id} has no vintage ${asked} (it has ${names})`);
  }
  const { dataset, warnings } = await openedFiles(found, options);
  const { title, publisher, vintage, sha256 } = found;
  const description = { ...dataset.description, id, title, publisher, vintage, sha256 };
  return { dataset: { ...dataset, description }, warnings };
}

/**
 * An embedded dataset with a fetched vintage beside its own.
 * @throws InputError where the files cannot be read.
 */
async function withFetched(
  embedded: TradeDataset,
  fetched: FetchedVintage,
  options: OpenOptions,
): Promise<TradeDataset> {
  const { dataset, kinds } = await filesOf(fetched, options);
  const { vintage, released, sha256 } = fetched;
  const { coverage } = dataset.description;
  const description = { ...embedded.description, coverage, vintage, sha256, tables: [] };
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
  const own: DatasetVintage = {
    ...{ vintage, released, data, isExact: true, kinds },
    revision: revisionOf(released, embedded.description.annualRevision ?? null),
  };
  const names = new Map(embedded.partners.map((partner) => [partner.code, partner]));
  for (const partner of dataset.partners) {
    if (!names.has(partner.code)) names.set(partner.code, partner);
  }
  const shell = {
    ...embedded,
    description: { ...embedded.description, coverage: covering(embedded, dataset) },
    partners: [...names.values()],
  };
  return joinVintages(shell, [...vintagesIn(embedded), own]);
}

/** What two datasets cover together. */
function covering(one: TradeDataset, other: TradeDataset) {
  const [own, more] = [one.description.coverage, other.description.coverage];
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

/** The files of a vintage: from what is kept of them, or else read, of which then something is kept. */
async function openedFiles(fetched: FetchedVintage, options: OpenOptions): Promise<CompiledFiles> {
  const { as, where, missing, reading, skipInvalid } = options;
  const isPlain =
    as === null && where.length + missing.length === 0 && reading === undefined && !skipInvalid;
  const bytes = isPlain ? await compiled(fetched) : null;
  if (bytes !== null) {
    const { openCompiledFiles } = await import("./compiled-files.ts");
    return openCompiledFiles(bytes, options);
  }
  const { openFiles } = await import("./open-files.ts");
  const { dataset, warnings } = await openFiles([...fetched.paths], options);
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
  compiled: kept,
}: FetchedVintage): Promise<Uint8Array | null> {
  const there = kept.read();
  if (there !== null) return there;
  const { compileFiles } = await import("./compile-files.ts");
  const made = await compileFiles(paths, (path) => names[paths.indexOf(path)] ?? path);
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
    get values() {
      return series.values;
    },
  };
}
