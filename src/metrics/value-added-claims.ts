import type { DescribedMetric, Unit } from "./metric.ts";
import {
  finalDemandMistakes,
  originMistakes,
  participationMistakes,
  type TableMistake,
  termMistakes,
} from "./value-added-mistaken.ts";
import {
  advantageMetric,
  balanceMetric,
  decompositionMetric,
  finalDemandMetric,
  originMetric,
  participationMetric,
} from "./value-added-tables.ts";

/** What tells one figure of an input-output table from the others. */
export type TableWord =
  | ("exporter" | "importer" | "reporter" | "partner" | "origin" | "originIndustry")
  | "destination"
  | ("industry" | "method" | "approach" | "perimeter" | "term" | "together");

/** The words that a figure is asked for by, as they are written; lists with commas. */
export type FigureWords = Readonly<Partial<Record<TableWord, string | boolean>>>;

/** What value a figure is, where its words or its column tell: of two kinds that are distinguished. */
export interface FigureMeaning {
  /** The key that tells it, and what stands there. */
  readonly key: "measure" | TableWord;
  readonly written: string;
  readonly kind: "gross" | "value-added" | "domestic" | "foreign";
}

/** A metric of an input-output table, with the words that its figures are asked for by. */
export interface TableFigures {
  readonly metric: DescribedMetric;
  readonly words: readonly TableWord[];
  /** Words without which there is no one figure. */
  readonly required: readonly TableWord[];
  /** Whose figures are ranked. */
  readonly ranks: TableWord;
  /** What a figure is of two kinds that a sentence may confuse; null where it is neither. */
  means?(words: FigureWords, column: string): FigureMeaning | null;
  /** What authors print in place of a figure, by mistake. */
  readonly mistakes?: readonly TableMistake[];
}

const GROSS = ["exports", "imports", "grossBalance"];
const OF_BOTH = ["vaxRatio", "difference"];

/** The terms of domestic and of foreign value, by how their names in the papers begin. */
const FOREIGN = /(^|_)(FVA|FC|FDC)/;
const DOMESTIC = /(^|_)(DVA|DC|DDC|IDC|VAX|REF|RDV)/;

function originMeans({ origin, exporter }: FigureWords): FigureMeaning | null {
  if (exporter === undefined) return null;
  const own = String(origin).toUpperCase() === String(exporter).toUpperCase();
  return { key: "origin", written: String(origin), kind: own ? "domestic" : "foreign" };
}

function balanceMeans(_: FigureWords, column: string): FigureMeaning | null {
  if (OF_BOTH.includes(column)) return null;
  return {
    ...{ key: "measure", written: column },
    kind: GROSS.includes(column) ? "gross" : "value-added",
  };
}

function termMeans({ term }: FigureWords): FigureMeaning | null {
  const written = String(term);
  if (FOREIGN.test(written)) return { key: "term", written, kind: "foreign" };
  return DOMESTIC.test(written) ? { key: "term", written, kind: "domestic" } : null;
}

export const tableFigures: readonly TableFigures[] = [
  {
    metric: originMetric,
    words: [
      ...(["exporter", "importer", "industry", "partner", "destination"] as const),
      ...(["origin", "originIndustry", "together"] as const),
    ],
    required: ["origin"],
    ranks: "origin",
    means: originMeans,
    mistakes: originMistakes,
  },
  {
    metric: finalDemandMetric,
    words: ["exporter", "industry", "destination", "origin", "originIndustry", "together"],
    required: ["origin"],
    ranks: "origin",
    mistakes: finalDemandMistakes,
  },
  {
    metric: balanceMetric,
    words: ["reporter", "partner", "together"],
    required: ["partner"],
    ranks: "partner",
    means: balanceMeans,
  },
  {
    metric: decompositionMetric,
    words: [
      ...(["exporter", "term", "partner", "industry"] as const),
      ...(["method", "approach", "perimeter", "together"] as const),
    ],
    required: ["exporter", "term"],
    ranks: "exporter",
    means: termMeans,
    mistakes: termMistakes,
  },
  {
    metric: participationMetric,
    words: ["exporter", "together"],
    required: ["exporter"],
    ranks: "exporter",
    mistakes: participationMistakes,
  },
  {
    metric: advantageMetric,
    words: ["exporter", "industry"],
    required: ["exporter", "industry"],
    ranks: "industry",
  },
];

/** The columns of a metric that hold figures, with their units; `value` is the first. */
export function figureColumns({ unit, components }: DescribedMetric): Map<string, Unit> {
  const figures = components.flatMap(({ name, unit: own }): [string, Unit][] =>
    own === "USD" || own === "percent" || own === "ratio" ? [[name, own]] : [],
  );
  return new Map<string, Unit>([["value", unit], ...figures]);
}
