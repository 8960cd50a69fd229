import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import type { Partner } from "../../partners/directory.ts";
import { monthLabel, yearPeriod } from "../../records/period.ts";
import type { SeriesKey } from "../../records/record.ts";
import type { StoredSeries, TradeDataset } from "../dataset.ts";
import type { DatasetDescription } from "../description.ts";
import { ByteReader, type Packed } from "./packed.ts";
import { VintageTables } from "./vintage-tables.ts";

/**
 * The compiled form of an embedded dataset: an index in JSON, and a file in which the series of one
 * partner lie packed side by side, so that a question about one partner reads a few kilobytes.
 */
export interface CompiledIndex {
  readonly description: DatasetDescription;
  readonly productSystems: readonly string[];
  readonly partners: readonly Partner[];
  /** By vintage: the hash of its tables and of those that they build on. */
  readonly hashes: Readonly<Record<string, string>>;
  /** Everything of a key but the partner. */
  readonly keys: readonly Omit<SeriesKey, "partner">[];
  /** By partner code: where its block begins, and how many bytes it has. */
  readonly places: Readonly<Record<string, readonly [number, number]>>;
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

/** Opens a compiled dataset; figures are read partner by partner when they are asked for. */
export function openCompiled(folder: string, id: string): TradeDataset {
  const index = JSON.parse(readFileSync(`${folder}/${id}.json`, "utf8")) as CompiledIndex;
  const blocks = new Map<string, readonly CompiledSeries[]>();
  const blockOf = (partner: string): readonly CompiledSeries[] => {
    const known = blocks.get(partner);
    if (known) return known;
    const place = Object.hasOwn(index.places, partner) ? index.places[partner] : undefined;
    const block = place ? readBlock(`${folder}/${id}.bin`, place) : [];
    blocks.set(partner, block);
    return block;
  };
  return new VintageTables(index, blockOf).toDataset();
}

function readBlock(file: string, [offset, length]: readonly [number, number]): CompiledSeries[] {
  const reader = new ByteReader(brotliDecompressSync(readBytes(file, offset, length)));
  const heads = Array.from({ length: reader.next() }, () => ({
    ...{ key: reader.next(), table: reader.next(), step: reader.next() },
    ...{ first: reader.next(), steps: reader.next(), bytes: reader.next() },
  }));
  let at = reader.at;
  return heads.map(({ steps, bytes, ...head }) => {
    const from = at;
    at += bytes;
    return {
      ...head,
      values: () => {
        const own = new ByteReader(reader.bytes, from);
        return Array.from({ length: steps }, () => own.nextValue());
      },
    };
  });
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

function readBytes(file: string, offset: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  const descriptor = openSync(file, "r");
  try {
    let done = 0;
    while (done < length) {
      const read = readSync(descriptor, bytes, done, length - done, offset + done);
      if (read === 0) throw new Error(`${file}: ends before the values of its index`);
      done += read;
    }
  } finally {
    closeSync(descriptor);
  }
  return bytes;
}
