import type { DescribedMetric, Unit } from "./metric.ts";
import { advantageMetric } from "./value-added-advantage.ts";
import { balanceMetric } from "./value-added-balance.ts";
import {
  decompositionMetric,
  finalDemandMetric,
  originMetric,
  participationMetric,
} from "./value-added-tables.ts";

/** What tells one figure of an input-output table from the others. */
export type TableWord =
  | ("exporter" | "reporter" | "partner" | "origin" | "originIndustry" | "destination")
  | ("industry" | "method" | "approach" | "perimeter" | "term" | "together");

/** A metric of an input-output table, with the words that its figures are asked for by. */
export interface TableFigures {
  readonly metric: DescribedMetric;
  readonly words: readonly TableWord[];
  /** Words without which there is no one figure. */
  readonly required: readonly TableWord[];
}

export const tableFigures: readonly TableFigures[] = [
  {
    metric: originMetric,
    words: [
      ...(["exporter", "industry", "partner", "destination"] as const),
      ...(["origin", "originIndustry", "together"] as const),
    ],
    required: ["origin"],
  },
  {
    metric: finalDemandMetric,
    words: ["exporter", "industry", "destination", "origin", "originIndustry", "together"],
    required: ["origin"],
  },
  { metric: balanceMetric, words: ["reporter", "partner", "together"], required: ["partner"] },
  {
    metric: decompositionMetric,
    words: [
      ...(["exporter", "term", "partner", "industry"] as const),
      ...(["method", "approach", "perimeter", "together"] as const),
    ],
    required: ["exporter", "term"],
  },
  { metric: participationMetric, words: ["exporter", "together"], required: ["exporter"] },
  { metric: advantageMetric, words: ["exporter", "industry"], required: ["exporter", "industry"] },
];

/** The columns of a metric that hold figures, with their units; `value` is the first. */
export function figureColumns({ unit, components }: DescribedMetric): Map<string, Unit> {
  const figures = components.flatMap(({ name, unit: own }): [string, Unit][] =>
    own === "USD" || own === "percent" || own === "ratio" ? [[name, own]] : [],
  );
  return new Map<string, Unit>([["value", unit], ...figures]);
}
