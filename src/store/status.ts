import type { Unfinished } from "./keeping/journal.ts";
import type { Damage } from "./keeping/mend.ts";
import type { StoredVintage } from "./keeping/vintage.ts";
import type { FetchedDataset } from "./publishers/publisher.ts";

/** A dataset that is part of the package. */
export interface EmbeddedDataset {
  readonly id: string;
  readonly title: string;
  readonly vintage: string | null;
  readonly coverage: { readonly first: string; readonly last: string };
  /** Where it holds several. */
  readonly vintages?: readonly {
    readonly vintage: string;
    readonly released: string;
    readonly first: string;
    readonly last: string;
  }[];
}

/** One vintage, embedded or stored. */
export interface VintageStatus {
  readonly vintage: string | null;
  readonly kept: "embedded" | "stored";
  /** The day of the release; null where only the month is known. */
  readonly released: string | null;
  /** Days since the release. */
  readonly age: number | null;
  readonly first: string | null;
  readonly last: string | null;
  readonly bytes: number | null;
  readonly sha256: string | null;
  readonly files: readonly string[];
  /** What it has that the stored vintage before it has not. */
  readonly change: {
    readonly last: readonly [string, string] | null;
    readonly figures: number;
  } | null;
}

export interface DatasetStatus {
  readonly id: string;
  readonly title: string;
  /** Oldest first. */
  readonly vintages: readonly VintageStatus[];
  /** Whether the publisher has probably released a newer one, told from the age of the newest. */
  readonly isOld: boolean;
  readonly canBeFetched: boolean;
}

export interface StoreStatus {
  readonly folder: string;
  readonly datasets: readonly DatasetStatus[];
  readonly damaged: readonly Pick<Damage, "name" | "what">[];
  /** Datasets whose last fetch stopped half way. */
  readonly unfinished: readonly string[];
}

export interface StatusInput {
  readonly embedded: readonly EmbeddedDataset[];
  readonly stored: readonly StoredVintage[];
  readonly fetched: readonly FetchedDataset[];
  readonly damaged: readonly Damage[];
  readonly unfinished: readonly Unfinished[];
  readonly folder: string;
  readonly today: string;
}

/** What there is of every dataset, embedded ones first, and how old it is. */
export function statusOf(input: StatusInput): StoreStatus {
  const { embedded, stored, fetched, damaged, unfinished, folder, today } = input;
  const ids = [
    ...new Set([...embedded.map(({ id }) => id), ...stored.map(({ dataset }) => dataset)]),
  ];
  return {
    folder,
    datasets: ids.map((id): DatasetStatus => {
      const inPackage = embedded.find((one) => one.id === id);
      const source = fetched.find((one) => one.id === id);
      const own = stored.filter(({ dataset }) => dataset === id);
      const vintages = [
        ...(inPackage === undefined ? [] : embeddedStatus(inPackage, today)),
        ...own.map((one, index) => storedStatus(one, own[index - 1], today)),
      ].sort(byRelease);
      const ages = vintages.flatMap(({ age }) => age ?? []);
      return {
        ...{ id, title: inPackage?.title ?? source?.title ?? id, vintages },
        isOld: source !== undefined && ages.length > 0 && Math.min(...ages) > source.everyDays,
        canBeFetched: source !== undefined,
      };
    }),
    damaged: damaged.map(({ name, what }) => ({ name, what })),
    unfinished: unfinished.filter(({ isOver }) => !isOver).map(({ dataset }) => dataset),
  };
}

function embeddedStatus(
  { vintage, coverage, vintages }: EmbeddedDataset,
  today: string,
): VintageStatus[] {
  const month = /^\d{4}-\d{2}/.exec(vintage ?? "")?.[0];
  const plain = { kept: "embedded", bytes: null, sha256: null, files: [], change: null } as const;
  if (vintages === undefined) {
    const age = month === undefined ? null : daysBetween(`${month}-01`, today);
    return [{ ...plain, vintage, released: null, age, first: coverage.first, last: coverage.last }];
  }
  return vintages.map((one) => ({ ...plain, ...one, age: daysBetween(one.released, today) }));
}

/** Older before newer; one whose day is not known before all others. */
function byRelease(one: VintageStatus, other: VintageStatus): number {
  const [first, second] = [one.released ?? "", other.released ?? ""];
  return first < second ? -1 : Number(first > second);
}

function storedStatus(
  one: StoredVintage,
  before: StoredVintage | undefined,
  today: string,
): VintageStatus {
  const { vintage, released, holds, files, sha256 } = one;
  const was = before?.holds;
  return {
    ...{ vintage, kept: "stored", released, age: daysBetween(released, today) },
    ...{ first: holds?.first ?? null, last: holds?.last ?? null, sha256 },
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    files: files.map(({ path }) => path),
    change:
      !holds || !was
        ? null
        : {
            last: was.last === holds.last ? null : [was.last, holds.last],
            figures: holds.figures - was.figures,
          },
  };
}

function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
}
