import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import type { Partner } from "../../partners/directory.ts";
import { monthLabel, yearPeriod } from "../../records/period.ts";
import type { SeriesKey } from "../../records/record.ts";
import type { StoredSeries, TradeDataset } from "../dataset.ts";
import type { DatasetDescription } from "../description.ts";

/**
 * The compiled form of an embedded dataset: an index in JSON, and a file of doubles (little endian)
 * in which the values of one partner lie side by side, so that a question about one partner reads
 * a few kilobytes. NaN stands for a period without a record.
 */
export interface CompiledIndex {
  readonly description: DatasetDescription;
  readonly productSystems: readonly string[];
  readonly partners: readonly Partner[];
  /** Everything of a key but the partner. */
  readonly keys: readonly Omit<SeriesKey, "partner">[];
  readonly vintages: readonly (string | null)[];
  /** By partner code: its series, in the order in which their values lie. */
  readonly series: Readonly<Record<string, CompiledPartner>>;
}

export interface CompiledPartner {
  /** Where the partner's first value lies, counted in doubles. */
  readonly offset: number;
  /** Each series: key, vintage, months in a step (1 or 12), first step, number of steps. */
  readonly series: readonly (readonly [number, number, number, number, number])[];
}

const BYTES = Float64Array.BYTES_PER_ELEMENT;

/** Opens a compiled dataset; values are read partner by partner when they are asked for. */
export function openCompiled(folder: string, id: string): TradeDataset {
  const index = JSON.parse(readFileSync(`${folder}/${id}.json`, "utf8")) as CompiledIndex;
  const cache = new Map<string, readonly StoredSeries[]>();
  return {
    description: index.description,
    partners: index.partners,
    productSystems: new Set(index.productSystems),
    rejected: {},
    recordsRead: null,
    seriesOf(partner) {
      const known = cache.get(partner);
      if (known) return known;
      const compiled = Object.hasOwn(index.series, partner) ? index.series[partner] : undefined;
      const series = compiled ? readPartner(`${folder}/${id}.bin`, index, partner, compiled) : [];
      cache.set(partner, series);
      return series;
    },
  };
}

function readPartner(
  file: string,
  index: CompiledIndex,
  partner: string,
  compiled: CompiledPartner,
): StoredSeries[] {
  const count = compiled.series.reduce((sum, [, , , , steps]) => sum + steps, 0);
  const values = readDoubles(file, compiled.offset, count);
  const series = new Map<
    string,
    { key: SeriesKey; vintage: string | null; values: Map<string, number> }
  >();
  let at = 0;
  for (const [key, vintage, step, first, steps] of compiled.series) {
    const id = `${key}|${vintage}`;
    const one = series.get(id) ?? {
      key: { ...index.keys[key]!, partner },
      vintage: index.vintages[vintage]!,
      values: new Map(),
    };
    series.set(id, one);
    for (let number = 0; number < steps; number += 1, at += 1) {
      const value = values[at]!;
      if (!Number.isNaN(value)) one.values.set(labelOf(step, first + number), value);
    }
  }
  return [...series.values()];
}

function labelOf(step: number, number: number): string {
  return step === 12 ? yearPeriod(number).label : monthLabel(number);
}

function readDoubles(file: string, offset: number, count: number): Float64Array {
  const bytes = new Uint8Array(count * BYTES);
  const descriptor = openSync(file, "r");
  try {
    let done = 0;
    while (done < bytes.length) {
      const read = readSync(descriptor, bytes, done, bytes.length - done, offset * BYTES + done);
      if (read === 0) throw new Error(`${file}: ends before the values of its index`);
      done += read;
    }
  } finally {
    closeSync(descriptor);
  }
  return new Float64Array(bytes.buffer);
}
