import { percentOf } from "./mistaken-for.ts";
import type { FigureWords } from "./value-added-claims.ts";
import { decompositionMetric, finalDemandMetric, originMetric } from "./value-added-tables.ts";

/** The columns of a row of a table that hold numbers. */
type Numbers = Readonly<Record<string, number>>;

/** The columns of another figure of the same table, by the id of its metric; none where it has none. */
export type OtherFigure = (metric: string, words: FigureWords) => Numbers;

/** What authors print by mistake in place of a figure of a table. */
export interface TableMistake {
  readonly id: string;
  readonly says: string;
  /** The columns for which it is mistaken. */
  readonly columns: readonly string[];
  readonly of: (row: Numbers, words: FigureWords, other: OtherFigure) => number | null;
}

function percent(part: number | undefined, whole: number | undefined): number | null {
  return part === undefined || whole === undefined ? null : percentOf(part, whole);
}

/** All value added of an economy: its gross domestic product. */
function productOf(words: FigureWords, whose: "exporter" | "origin", other: OtherFigure) {
  const { [whose]: origin, together } = words;
  if (origin === undefined) return undefined;
  return other(finalDemandMetric.id, { origin, ...(together && { together }) }).valueAdded;
}

function ofProduct(whose: "exporter" | "origin", column: string, part: string): TableMistake {
  return {
    ...{ id: `gdp-of-${whose}`, columns: [column] },
    says: `in percent of the GDP of the ${whose}`,
    of: (row, words, other) => percent(row[part], productOf(words, whose, other)),
  };
}

/** The value added of the exporter in the same exports. */
function domestic(words: FigureWords, other: OtherFigure): number | undefined {
  const { exporter, originIndustry: _, ...own } = words;
  if (exporter === undefined) return undefined;
  return other(originMetric.id, { ...own, exporter, origin: exporter }).valueAdded;
}

function foreign(words: FigureWords, { whole }: Numbers, other: OtherFigure): number | undefined {
  const own = domestic(words, other);
  return whole === undefined || own === undefined ? undefined : whole - own;
}

function termOf(term: string, words: FigureWords, other: OtherFigure): number | undefined {
  return other(decompositionMetric.id, { ...words, term }).valueAdded;
}

export const originMistakes: readonly TableMistake[] = [
  ofProduct("exporter", "value", "valueAdded"),
  ofProduct("origin", "value", "valueAdded"),
  {
    ...{ id: "of-foreign", says: "in percent of foreign value added", columns: ["value"] },
    of: (row, words, other) => percent(row.valueAdded, foreign(words, row, other)),
  },
  {
    ...{ id: "all-foreign", says: "all foreign value added instead", columns: ["value"] },
    of: (row, words, other) => percent(foreign(words, row, other), row.whole),
  },
  {
    ...{ id: "all-foreign", says: "all foreign value added instead", columns: ["valueAdded"] },
    of: (row, words, other) => foreign(words, row, other) ?? null,
  },
  {
    ...{ id: "domestic", says: "domestic value added instead", columns: ["value"] },
    of: (row, words, other) => percent(domestic(words, other), row.whole),
  },
];

export const finalDemandMistakes: readonly TableMistake[] = [
  {
    ...{ id: "of-exports", says: "in percent of gross exports", columns: ["value"] },
    of: ({ abroad, grossExports }) => percent(abroad, grossExports),
  },
  ofProduct("origin", "value", "valueAdded"),
  {
    ...{ id: "of-gdp", says: "over all value added, in place of exports", columns: ["vaxRatio"] },
    of: ({ abroad, valueAdded }) =>
      abroad === undefined || !valueAdded ? null : abroad / valueAdded,
  },
  {
    ...{ id: "at-home", says: "what is absorbed at home instead", columns: ["value"] },
    of: ({ atHome, valueAdded }) => percent(atHome, valueAdded),
  },
];

export const termMistakes: readonly TableMistake[] = [
  ofProduct("exporter", "value", "valueAdded"),
  ...(["DC", "FC"] as const).map((term) => ({
    id: `of-${term}`,
    says: `in percent of ${term === "DC" ? "domestic" : "foreign"} content`,
    columns: ["value"],
    of: (row: Numbers, words: FigureWords, other: OtherFigure) =>
      percent(row.valueAdded, termOf(term, words, other)),
  })),
];

export const participationMistakes: readonly TableMistake[] = [
  ofProduct("exporter", "backward", "foreignValueAdded"),
  ofProduct("exporter", "forward", "valueAddedInForeignExports"),
];
