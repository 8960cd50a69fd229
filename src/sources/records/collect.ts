import type { Partner } from "../../partners/directory.ts";
import { productSystem } from "../../products/product.ts";
import type { SeriesKey, TradeRecord } from "../../records/record.ts";
import type { StoredSeries, TradeDataset } from "../dataset.ts";
import type { DatasetDescription } from "../description.ts";

interface GrowingSeries {
  readonly key: SeriesKey;
  readonly vintage: string | null;
  readonly values: Map<string, number>;
}

/** Gathers records, in any order and from any number of tables, into series by their keys. */
export class RecordCollection {
  readonly #series = new Map<string, GrowingSeries>();
  readonly #places = new Map<string, string>();
  readonly #byPartner = new Map<string, GrowingSeries[]>();
  #count = 0;

  /**
   * Adds one record.
   * @param place where it was read, for the message about a duplicate.
   * @returns the place of an earlier record of the same figure; then nothing was added.
   */
  add(record: TradeRecord, place: string, vintage: string | null): string | null {
    const { period, value, ...key } = record;
    const id = seriesId(key);
    const figure = `${id}|${period.label}`;
    const earlier = this.#places.get(figure);
    if (earlier !== undefined) return earlier;
    this.#places.set(figure, place);
    let series = this.#series.get(id);
    if (!series) {
      series = { key, vintage, values: new Map() };
      this.#series.set(id, series);
      const siblings = this.#byPartner.get(key.partner);
      if (siblings) siblings.push(series);
      else this.#byPartner.set(key.partner, [series]);
    }
    series.values.set(period.label, value);
    this.#count += 1;
    return null;
  }

  get count(): number {
    return this.#count;
  }

  get partnerCodes(): string[] {
    return [...this.#byPartner.keys()];
  }

  allSeries(): readonly StoredSeries[] {
    return [...this.#series.values()];
  }

  /** The records as a dataset; series in an order that does not depend on that of the records. */
  toDataset(
    description: DatasetDescription,
    partners: readonly Partner[],
    rejected: Readonly<Record<string, number>>,
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
      rejected,
      recordsRead: this.#count + Object.values(rejected).reduce((sum, count) => sum + count, 0),
      seriesOf: (partner) => byPartner.get(partner) ?? [],
    };
  }
}

function seriesId(key: SeriesKey): string {
  const { reporter, partner, flow, product, sector, flowBasis, valuation, basis } = key;
  return [reporter, partner, flow, product, sector, flowBasis, valuation, basis].join("|");
}
