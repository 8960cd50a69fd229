import type { DatasetVintage, StoredSeries, TradeDataset } from "./dataset.ts";
import type { OpenOptions } from "./open.ts";
import { joinVintages, kindOf, revisionOf, type VintageWish } from "./vintages.ts";

/** A vintage of a dataset that lies in files, because it was fetched or imported. */
export interface FetchedVintage {
  readonly dataset: string;
  readonly vintage: string;
  /** The day of its release. */
  readonly released: string;
  readonly sha256: string;
  readonly paths: readonly string[];
}

/**
 * The one fetched vintage that may answer: the one wished for, or else the newest. Others are chosen by
 * their name, for each has to be read.
 */
export function fetchedFor(
  dataset: string,
  all: readonly FetchedVintage[],
  { vintage, asOf }: VintageWish,
): FetchedVintage | null {
  const own = all
    .filter((one) => one.dataset === dataset)
    .filter((one) => vintage === null || one.vintage === vintage)
    .filter((one) => asOf === null || one.released <= asOf);
  return own.reduce<FetchedVintage | null>(
    (newest, one) => (newest && newest.released >= one.released ? newest : one),
    null,
  );
}

/**
 * An embedded dataset with a fetched vintage beside its own.
 * @throws InputError where the files cannot be read.
 */
export async function withFetched(
  embedded: TradeDataset,
  fetched: FetchedVintage,
  options: OpenOptions,
): Promise<TradeDataset> {
  const { openFiles } = await import("./open-files.ts");
  const plain = { ...options, as: null, where: [], missing: [] };
  const { dataset } = await openFiles([...fetched.paths], plain);
  const { vintage, released, sha256 } = fetched;
  const description = { ...embedded.description, vintage, sha256, tables: [] };
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
  const keys = dataset.partners.flatMap(({ code }) =>
    dataset.seriesOf(code).map(({ key }) => kindOf(key)),
  );
  const own: DatasetVintage = {
    ...{ vintage, released, data, isExact: true, kinds: [...new Set(keys)] },
    revision: revisionOf(released, embedded.description.annualRevision ?? null),
  };
  const names = new Map(embedded.partners.map((partner) => [partner.code, partner]));
  for (const partner of dataset.partners) {
    if (!names.has(partner.code)) names.set(partner.code, partner);
  }
  const shell = { ...embedded, partners: [...names.values()] };
  return joinVintages(shell, [...vintagesIn(embedded), own]);
}

function vintagesIn(embedded: TradeDataset): readonly DatasetVintage[] {
  const { description, vintages } = embedded;
  if (vintages) return vintages;
  const vintage = description.vintage ?? "embedded";
  const keys = embedded.partners.flatMap(({ code }) =>
    embedded.seriesOf(code).map(({ key }) => kindOf(key)),
  );
  return [
    {
      ...{ vintage, released: `${vintage}-01`, isExact: true, data: embedded },
      ...{ revision: null, kinds: [...new Set(keys)] },
    },
  ];
}

function ofVintage(series: StoredSeries, vintage: string): StoredSeries {
  return {
    key: series.key,
    vintage,
    get values() {
      return series.values;
    },
  };
}
