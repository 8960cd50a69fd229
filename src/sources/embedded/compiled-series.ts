import type { Partner } from "../../partners/directory.ts";
import { monthLabel, yearPeriod } from "../../records/period.ts";
import type { SeriesKey } from "../../records/record.ts";
import type { StoredSeries } from "../dataset.ts";
import type { DatasetDescription } from "../description.ts";
import type { Packed } from "./packed.ts";

/**
 * The compiled form of an embedded dataset: an index in JSON, and a file in which the series of one
 * partner lie packed side by side, so that a question about one partner reads a few kilobytes.
 */
export interface CompiledIndex {
  readonly description: DatasetDescription;
  readonly productSystems: readonly string[];
  readonly partners: readonly PackedPartner[];
  /** By vintage: the hash of its tables and of those that they build on. */
  readonly hashes: Readonly<Record<string, string>>;
  /** Everything of a key but the partner. */
  readonly keys: readonly Omit<SeriesKey, "partner">[];
  /** How many bytes the block of each partner has, in their order; the blocks lie so too. */
  readonly lengths: readonly number[];
}

/** Every start reads all of them: the code, the name, other names, and the kind where it is no country. */
export type PackedPartner = readonly [
  code: string,
  name: string,
  aliases: readonly string[],
  kind?: Partner["kind"],
];

export function packedPartner({ code, name, aliases, kind }: Partner): PackedPartner {
  return kind === "country" ? [code, name, aliases] : [code, name, aliases, kind];
}

export function unpackedPartner([code, name, aliases, kind = "country"]: PackedPartner): Partner {
  return { code, name, kind, aliases };
}

/** A series as it lies in a block: what one table says of it. */
export interface CompiledSeries {
  readonly key: number;
  readonly table: number;
  /** Months in a step, 1 or 12, and the number of the first step. */
  readonly step: number;
  readonly first: number;
  values(): readonly Packed[];
}

/** A series whose values are unpacked when they are first looked at. */
export function lazySeries(
  series: Omit<StoredSeries, "values">,
  read: () => ReadonlyMap<string, number>,
): StoredSeries {
  let values: ReadonlyMap<string, number> | null = null;
  return {
    ...series,
    get values() {
      values ??= read();
      return values;
    },
  };
}

export function labelOf(step: number, number: number): string {
  return step === 12 ? yearPeriod(number).label : monthLabel(number);
}
