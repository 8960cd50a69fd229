import type { Partner } from "../../partners/directory.ts";
import type { SeriesKey } from "../../records/record.ts";
import type { DatasetVintage, StoredSeries, TradeDataset } from "../dataset.ts";
import type { TableDescription } from "../description.ts";
import { joinedByKey } from "../joined-series.ts";
import { joinVintages, kindOf, revisionOf } from "../vintages.ts";
import {
  type CompiledIndex,
  type CompiledSeries,
  labelOf,
  lazySeries,
  unpackedPartner,
} from "./compiled-series.ts";

/** The kinds of figures that a table lists; of both sectors where its rows say which. */
function kindsOf({ defaults }: TableDescription): string[] {
  if (defaults.sector !== undefined) return [kindOf(defaults)];
  return (["goods", "services"] as const).map((sector) => kindOf({ ...defaults, sector }));
}

type BlockOf = (partner: string) => readonly CompiledSeries[];
type Values = Map<string, number>;

/** The tables of a compiled dataset, of which some list only what differs from others. */
export class VintageTables {
  readonly #index: CompiledIndex;
  readonly #blockOf: BlockOf;
  readonly #partners: readonly Partner[];
  /** Values of a table and a key of one partner, those of tables that it builds on included. */
  readonly #known = new Map<string, Values>();

  constructor(index: CompiledIndex, blockOf: BlockOf) {
    this.#index = index;
    this.#partners = index.partners.map(unpackedPartner);
    this.#blockOf = blockOf;
  }

  toDataset(): TradeDataset {
    const { description } = this.#index;
    const { tables, annualRevision } = description;
    const releases = new Map(
      tables.flatMap(({ vintage, released }) =>
        vintage !== null && released !== undefined ? [[vintage, released] as const] : [],
      ),
    );
    if (releases.size < 2) return this.#dataset(tables, null);
    const vintages = [...releases].map(([vintage, released]): DatasetVintage => {
      const own = tables.filter((table) => table.vintage === vintage);
      return {
        ...{ vintage, released, revision: revisionOf(released, annualRevision ?? null) },
        isExact: own.every(({ rounding }) => rounding === undefined),
        kinds: own.flatMap(kindsOf),
        data: this.#dataset(own, vintage),
      };
    });
    return joinVintages(this.#dataset([], null), vintages);
  }

  /** The figures of some tables. */
  #dataset(tables: readonly TableDescription[], vintage: string | null): TradeDataset {
    const { description, productSystems } = this.#index;
    const all = description.tables;
    const cache = new Map<string, readonly StoredSeries[]>();
    const sha256 = vintage === null ? description.sha256 : this.#index.hashes[vintage]!;
    return {
      description: vintage === null ? description : { ...description, vintage, sha256, tables },
      partners: this.#partners,
      productSystems: new Set(productSystems),
      ...(tables.some(({ somePartners }) => somePartners) && { somePartners: true }),
      rejected: {},
      recordsRead: null,
      seriesOf: (partner) => {
        const known = cache.get(partner);
        if (known) return known;
        const series = joinedByKey(
          tables.flatMap((table) => this.#seriesOf(partner, all.indexOf(table))),
        );
        cache.set(partner, series);
        return series;
      },
    };
  }

  #seriesOf(partner: string, table: number): StoredSeries[] {
    const { description, keys } = this.#index;
    const { vintage, rounding, without } = description.tables[table]!;
    if (without?.includes(partner)) return [];
    const chain = this.#chain(table);
    const own = this.#blockOf(partner).filter((series) => chain.includes(series.table));
    return [...new Set(own.map(({ key }) => key))].map((key) =>
      lazySeries(
        {
          key: { ...keys[key]!, partner } as SeriesKey,
          vintage,
          ...(rounding !== undefined && { rounding }),
        },
        () => this.#values(partner, table, key),
      ),
    );
  }

  /** A table and those that it builds on. */
  #chain(table: number): number[] {
    const { tables } = this.#index.description;
    const { changes } = tables[table]!;
    if (changes === undefined) return [table];
    return [table, ...this.#chain(tables.findIndex(({ name }) => name === changes))];
  }

  #values(partner: string, table: number, key: number): Values {
    const id = `${partner}|${table}|${key}`;
    const known = this.#known.get(id);
    if (known) return known;
    const { covers } = this.#index.description.tables[table]!;
    const [, base] = this.#chain(table);
    const values: Values = new Map();
    if (base !== undefined) {
      for (const [label, value] of this.#values(partner, base, key)) {
        if (
          label.length === covers!.first.length &&
          label >= covers!.first &&
          label <= covers!.last
        )
          values.set(label, value);
      }
    }
    for (const series of this.#blockOf(partner)) {
      if (series.table !== table || series.key !== key) continue;
      let at = series.first;
      for (const value of series.values()) {
        const number = at++;
        if (value === undefined) continue;
        const label = labelOf(series.step, number);
        if (value === null) values.delete(label);
        else values.set(label, value);
      }
    }
    this.#known.set(id, values);
    return values;
  }
}
