import { keptIn } from "../kept-in.ts";
import type { Cell } from "../metrics/cell.ts";
import { DOLLARS, type Flow, WORLD } from "../records/record.ts";
import {
  type Figure,
  missingFigure,
  type Provenance,
  type UsedRecords,
} from "../selection/figure.ts";
import { type AcrossPartners, isWhole, type TradeDataset } from "../sources/dataset.ts";
import type { MeasuredFigure, UsedFigure } from "./flow-figure.ts";

/** Flows of products with all partners, as they were added up while reading. */
export class AcrossFigures {
  readonly #figures = new Map<string, readonly UsedFigure[]>();
  readonly #records = new WeakMap<TradeDataset, ReadonlyMap<string, UsedRecords[]>>();

  /** A product without a record had no trade, where the publisher lists all that there was. */
  of(
    dataset: TradeDataset,
    across: AcrossPartners,
    reporter: string | null,
    flow: Flow,
    { product, period }: Cell,
  ): MeasuredFigure {
    const id = `${reporter}|${flow}|${period.label}`;
    const figures = keptIn(this.#figures, id, () => {
      const kind = across.kindOf(reporter, flow, period.label);
      const provenance = kind && provenanceOf(kind, dataset);
      const records = this.#recordsOf(dataset).get(id) ?? [];
      const missing = missingFigure("no-data", { records, provenance });
      const figure: Figure = { ...missing, value: 0, reason: null };
      return [{ dataset, partner: WORLD, flow, product, period, figure }];
    });
    // The figures of all products are alike, so that one stands for them.
    const value = across.sumOf(reporter, flow, product.id, period.label);
    return { value, reason: null, figures };
  }

  /** The records of all partners that are no wholes, by reporter, flow and label; null: any reporter. */
  #recordsOf(dataset: TradeDataset): ReadonlyMap<string, UsedRecords[]> {
    const known = this.#records.get(dataset);
    if (known) return known;
    const records = new Map<string, UsedRecords[]>();
    const labels = new Map<string, readonly string[]>();
    for (const partner of dataset.partners) {
      if (isWhole(partner)) continue;
      for (const series of dataset.seriesOf(partner.code)) {
        const { reporter, flow } = series.key;
        for (const label of series.values.keys()) {
          const used = { series, labels: keptIn(labels, label, () => [label]) };
          for (const whose of [reporter, null]) {
            keptIn(records, `${whose}|${flow}|${label}`, () => []).push(used);
          }
        }
      }
    }
    this.#records.set(dataset, records);
    return records;
  }
}

function provenanceOf(
  kind: NonNullable<ReturnType<AcrossPartners["kindOf"]>>,
  { description, filter }: TradeDataset,
): Provenance {
  return {
    dataset: description.id,
    vintage: null,
    flow: kind.flow,
    flowBasis: kind.flowBasis,
    valuation: kind.valuation,
    basis: kind.basis,
    sectors: [kind.sector],
    edition: kind.edition ?? null,
    adjusted: kind.adjusted ?? null,
    currency: kind.currency ?? DOLLARS,
    prices: kind.prices ?? "",
    filter: filter ?? "",
  };
}
