import { createHash } from "node:crypto";
import type { Partner } from "../../partners/directory.ts";
import { productSystem } from "../../products/product.ts";
import { isYear, monthsIn, parsePeriod } from "../../records/period.ts";
import type { SeriesKey } from "../../records/record.ts";
import type { DatasetDescription } from "../description.ts";
import { type CompiledIndex, packedPartner } from "./compiled-series.ts";
import { ByteWriter, type Packed } from "./packed.ts";

/** A series of one table; null is a figure that its vintage has taken out. */
export interface TableSeries {
  /** The place of the table in the description. */
  readonly table: number;
  readonly key: SeriesKey;
  readonly values: ReadonlyMap<string, number | null>;
}

/** The compiled form of a dataset: the inverse of `openCompiled`. Used when the package is built. */
export function compileDataset(
  description: DatasetDescription,
  partners: readonly Partner[],
  all: readonly TableSeries[],
): { index: CompiledIndex; blocks: Uint8Array } {
  const keys = new Table<Omit<SeriesKey, "partner">>();
  const byPartner = new Map<string, TableSeries[]>();
  for (const series of all) {
    const own = byPartner.get(series.key.partner);
    if (own) own.push(series);
    else byPartner.set(series.key.partner, [series]);
  }
  const blocks = partners.map(({ code }) => {
    const own = byPartner.get(code);
    return Uint8Array.from(own ? blockOf(own, keys) : []);
  });
  const systems = new Set(all.map(({ key }) => productSystem(key.product)));
  systems.delete(null);
  return {
    index: {
      description,
      productSystems: [...(systems as Set<string>)].sort(),
      partners: partners.map(packedPartner),
      hashes: hashesOf(description),
      keys: keys.items,
      lengths: blocks.map(({ length }) => length),
    },
    blocks: Buffer.concat(blocks),
  };
}

/** The hash of each vintage: of a line for each of its tables, and of those that they build on. */
function hashesOf({ tables }: DatasetDescription): Record<string, string> {
  const names = [...new Set(tables.flatMap(({ vintage }) => vintage ?? []))];
  return Object.fromEntries(
    names.map((vintage) => {
      const own = tables.filter((table) => table.vintage === vintage);
      const bases = tables.filter(({ name }) => own.some(({ changes }) => changes === name));
      const lines = [...own, ...bases].map(({ name, sha256 }) => `${name}:${sha256}\n`).sort();
      return [vintage, createHash("sha256").update(lines.join("")).digest("hex")];
    }),
  );
}

/**
 * The series of a partner: their number, then a head for each (key, table, months in a step, first
 * step, steps, bytes), then their values.
 */
function blockOf(own: readonly TableSeries[], keys: Table<Omit<SeriesKey, "partner">>): number[] {
  const head = new ByteWriter();
  const body = new ByteWriter();
  const parts = own.flatMap((one) => split(one));
  head.add(parts.length);
  for (const { key: whole, table, values } of parts) {
    const { partner: _, ...key } = whole;
    const { step, first, steps } = gridOf(values);
    const before = body.bytes.length;
    for (const value of steps) body.addValue(value);
    const bytes = body.bytes.length - before;
    for (const number of [keys.add(key), table, step, first, steps.length, bytes]) head.add(number);
  }
  return head.bytes.concat(body.bytes);
}

/** Years and months of one series lie in grids of their own. */
function split(series: TableSeries): TableSeries[] {
  const years = new Map<string, number | null>();
  const months = new Map<string, number | null>();
  for (const [label, value] of series.values) {
    const period = parsePeriod(label);
    if (isYear(period)) years.set(label, value);
    else if (monthsIn(period) === 1) months.set(label, value);
    else throw new Error(`${label}: embedded data hold years and months only`);
  }
  return [years, months]
    .filter(({ size }) => size > 0)
    .map((part) => ({ key: series.key, table: series.table, values: part }));
}

function gridOf(values: TableSeries["values"]) {
  const all = [...values].map(([label, value]) => ({ period: parsePeriod(label), value }));
  const step = isYear(all[0]!.period) ? 12 : 1;
  const numbers = all.map(({ period, value }) => ({ at: period.first / step, value }));
  const first = Math.min(...numbers.map(({ at }) => at));
  const last = Math.max(...numbers.map(({ at }) => at));
  const steps = new Array<Packed>(last - first + 1).fill(undefined);
  for (const { at, value } of numbers) steps[at - first] = value;
  return { step, first, steps };
}

/** Distinct items in the order of their first appearance. */
class Table<Item> {
  readonly items: Item[] = [];
  readonly #places = new Map<string, number>();

  add(item: Item): number {
    const id = JSON.stringify(item);
    const known = this.#places.get(id);
    if (known !== undefined) return known;
    this.#places.set(id, this.items.length);
    return this.items.push(item) - 1;
  }
}
