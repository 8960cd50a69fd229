import type { Cell } from "../metrics/cell.ts";
import { DOLLARS, type Flow, WORLD } from "../records/record.ts";
import { type Figure, missingFigure, type Provenance } from "../selection/figure.ts";
import type { AcrossPartners, TradeDataset } from "../sources/dataset.ts";
import type { MeasuredFigure, UsedFigure } from "./flow-figure.ts";

/** Flows of products with all partners, as they were added up while reading. */
export class AcrossFigures {
  readonly #figures = new Map<string, readonly UsedFigure[]>();

  /** A product without a record had no trade, where the publisher lists all that there was. */
  of(
    dataset: TradeDataset,
    across: AcrossPartners,
    reporter: string | null,
    flow: Flow,
    { product, period }: Cell,
  ): MeasuredFigure {
    const id = `${reporter}|${flow}|${period.label}`;
    let figures = this.#figures.get(id);
    if (figures === undefined) {
      const kind = across.kindOf(reporter, flow, period.label);
      const provenance = kind && provenanceOf(kind, dataset);
      const figure: Figure = { ...missingFigure("no-data"), value: 0, reason: null, provenance };
      figures = [{ dataset, partner: WORLD, flow, product, period, figure }];
      this.#figures.set(id, figures);
    }
    // The figures of all products are alike, so that one stands for them.
    const value = across.sumOf(reporter, flow, product.id, period.label);
    return { value, reason: null, figures };
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
    filter: filter ?? "",
  };
}
