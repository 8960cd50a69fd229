import { InputError } from "../../errors.ts";
import type { Partner } from "../../partners/directory.ts";
import { productSystem } from "../../products/product.ts";
import type { Period } from "../../records/period.ts";
import type { SeriesKey } from "../../records/record.ts";
import type { StoredSeries, TradeDataset } from "../dataset.ts";
import type { DatasetDescription } from "../description.ts";

/** Where a record was read. */
export type Place = () => string;

interface GrowingSeries {
  readonly key: SeriesKey;
  readonly vintage: string | null;
  readonly values: Map<string, number>;
  readonly standing: Map<string, Standing>;
}

/** One figure as it stands so far: the whole, or the one part of it that was met. */
interface Standing {
  readonly place: Place;
  readonly part: string;
  /** The codes whose rows were added up to it, with their values; empty where it stands alone. */
  readonly members: ReadonlyMap<string, number>;
  /** Another row has another value for it, so that neither is right. */
  readonly contested?: true;
}

/** A record to add, and which part of its figure it is; empty for the whole. */
export interface AddedRecord {
  readonly key: SeriesKey;
  readonly period: Period;
  readonly value: number;
  readonly part: string;
  /** The code under which it adds to others; null where it stands alone. */
  readonly member: string | null;
}

/** An earlier record of the same figure, and whether it has the same value. */
export interface Earlier {
  readonly place: Place;
  readonly same: boolean;
  /** Whether it was in use until now. */
  readonly wasUsed: boolean;
}

/** Two parts of one figure, none of which is the whole. */
export interface Rivals {
  readonly place: Place;
  readonly part: string;
  readonly earlier: Standing;
  readonly key: SeriesKey;
  readonly period: string;
}

const NOBODY: ReadonlyMap<string, number> = new Map();

/** Records that fit into the memory of a process as Node starts it, with room to compute. */
const MOST_RECORDS = 8_000_000;

/** More records than can be held at once. */
export class TooManyRecords extends InputError {}

/** Gathers records, in any order and from any number of tables, into series by their keys. */
export class RecordCollection {
  readonly #series = new Map<string, GrowingSeries>();
  readonly #byPartner = new Map<string, GrowingSeries[]>();
  readonly #rivals = new Map<string, Rivals>();
  #latest: { readonly key: SeriesKey; readonly series: GrowingSeries } | null = null;
  #plain: Standing | null = null;
  readonly #most: number;
  #parts = 0;
  #count = 0;

  /** @param most the records that can be held at once. */
  constructor(most: number = MOST_RECORDS) {
    this.#most = most;
  }

  /**
   * Adds one record. The whole of a figure takes the place of its parts, whichever comes first.
   * @param place where it was read, for the message about a duplicate.
   * @returns an earlier record of the same figure; then nothing was added.
   */
  add(record: AddedRecord, place: Place, vintage: string | null): Earlier | null {
    const { key, period, value, part, member } = record;
    const { label } = period;
    const series = this.#seriesOf(key, vintage);
    const earlier = series.standing.get(label);
    if (earlier) {
      if (earlier.part === part) {
        const before = member === null ? series.values.get(label) : earlier.members.get(member);
        if (before !== undefined || earlier.contested) {
          return this.#met(series, label, earlier, before === value, member === null);
        }
        const members = new Map(earlier.members).set(member!, value);
        series.values.set(label, series.values.get(label)! + value);
        series.standing.set(label, { ...earlier, members });
        this.#count += 1;
        return null;
      }
      this.#parts += 1;
      if (earlier.part === "") return null;
      const figure = `${seriesId(key)}|${label}`;
      if (part !== "") {
        const rivals = { place, part, earlier, key, period: label };
        if (!this.#rivals.has(figure)) this.#rivals.set(figure, rivals);
        return null;
      }
      this.#count -= 1;
      this.#rivals.delete(figure);
    }
    series.standing.set(label, this.#standingOf(place, part, member, value));
    series.values.set(label, value);
    this.#count += 1;
    this.refuseTooMany(this.#count, place);
    return null;
  }

  /** A second row for a figure: where it says something else, none of the two is in use. */
  #met(
    series: GrowingSeries,
    label: string,
    earlier: Standing,
    same: boolean,
    standsAlone: boolean,
  ): Earlier {
    const wasUsed = !same && standsAlone && !earlier.contested;
    if (wasUsed) {
      series.values.delete(label);
      series.standing.set(label, { ...earlier, contested: true });
      this.#count -= 1;
    }
    return { place: earlier.place, same, wasUsed };
  }

  /** @throws TooManyRecords where so many records cannot be held. */
  refuseTooMany(count: number, place: Place): void {
    if (count <= this.#most) return;
    throw new TooManyRecords(
      `${place()}: the question needs more than ${this.#most} records at once (name partners, years or a reporter, or keep rows with --where)`,
    );
  }

  /** Records that stand alike share what is said of them, since there may be millions. */
  #standingOf(place: Place, part: string, member: string | null, value: number): Standing {
    if (member !== null) return { place, part, members: new Map([[member, value]]) };
    const known = this.#plain;
    if (known?.place === place && known.part === part) return known;
    this.#plain = { place, part, members: NOBODY };
    return this.#plain;
  }

  #seriesOf(key: SeriesKey, vintage: string | null): GrowingSeries {
    if (this.#latest?.key === key) return this.#latest.series;
    const id = seriesId(key);
    const series = this.#series.get(id) ?? this.#newSeries(id, key, vintage);
    this.#latest = { key, series };
    return series;
  }

  #newSeries(id: string, key: SeriesKey, vintage: string | null): GrowingSeries {
    const series = { key, vintage, values: new Map(), standing: new Map() };
    this.#series.set(id, series);
    const siblings = this.#byPartner.get(key.partner);
    if (siblings) siblings.push(series);
    else this.#byPartner.set(key.partner, [series]);
    return series;
  }

  /** How many records are in use. */
  get count(): number {
    return this.#count;
  }

  /** How many records were left out because the whole that holds them is in use. */
  get parts(): number {
    return this.#parts;
  }

  /** Parts of one figure of which no rule says which is meant. */
  get rivals(): readonly Rivals[] {
    return [...this.#rivals.values()];
  }

  get partnerCodes(): string[] {
    return [...this.#byPartner.keys()].sort();
  }

  /** The labels of all periods that any series has. */
  get periods(): Set<string> {
    const labels = new Set<string>();
    for (const { values } of this.#series.values()) {
      for (const label of values.keys()) labels.add(label);
    }
    return labels;
  }

  allSeries(): readonly StoredSeries[] {
    return [...this.#series].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, series]) => series);
  }

  /** The records as a dataset; series in an order that does not depend on that of the records. */
  toDataset(
    description: DatasetDescription,
    partners: readonly Partner[],
    rejected: Readonly<Record<string, number>>,
    notSelected = 0,
  ): TradeDataset {
    const byPartner = new Map<string, readonly StoredSeries[]>();
    for (const [partner, series] of this.#byPartner) {
      const sorted = series.map((one) => ({ id: seriesId(one.key), one }));
      sorted.sort((a, b) => (a.id < b.id ? -1 : 1));
      byPartner.set(
        partner,
        sorted.map(({ one }) => one),
      );
    }
    const systems = [...this.#series.values()].map(({ key }) => productSystem(key.product));
    return {
      description,
      partners,
      productSystems: new Set(systems.filter((system) => system !== null)),
      leavesOut: notSelected > 0,
      rejected,
      recordsRead:
        this.#count + notSelected + Object.values(rejected).reduce((sum, count) => sum + count, 0),
      seriesOf: (partner) => byPartner.get(partner) ?? [],
    };
  }
}

function seriesId(key: SeriesKey): string {
  const { reporter, partner, flow, product, sector, flowBasis, valuation, basis } = key;
  return [reporter, partner, flow, product, sector, flowBasis, valuation, basis].join("|");
}
