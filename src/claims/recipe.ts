import type { MemberRule } from "../calculation/areas.ts";
import type { Dimension, Measure } from "../metrics/cell.ts";
import type { AnyMetric, MistakenFor, OwnParameters, Whole } from "../metrics/metric.ts";
import type { NamedPartner } from "../partners/directory.ts";
import type { ProductLevel, ProductSelection } from "../products/product.ts";
import type { Place } from "../question/question.ts";
import type { Period } from "../records/period.ts";
import type { Preferences } from "../selection/figure.ts";
import type { Projecting } from "../selection/projection.ts";
import type { Compute } from "./file/schema.ts";
import type { RealTerms } from "./real-terms.ts";
import type { TableFigure } from "./table-figure.ts";
import type { TableRank } from "./table-rank.ts";

/** What is done to the value of a metric before it is printed. */
interface Printing {
  readonly as: Compute["as"];
  readonly negated: boolean;
  readonly inverted: boolean;
  /** Power of ten by which the value is multiplied. */
  readonly shift: number;
}

/** The place of a member among others, by a column of their rows: 1 for the first. */
export interface Rank {
  /** The members; null for all of the dimension. */
  readonly among: readonly string[] | null;
  readonly by: string;
  readonly first: "largest" | "smallest";
}

/** A second figure with which the first is compared. */
export interface Comparison {
  readonly recipe: Recipe;
  /** The last two are what authors print by mistake: the first in percent of the second, and over itself. */
  readonly as: "difference" | "times" | "percent" | "percent-of" | "percent-over-first";
}

/** Everything on which one computed number depends, ready to be evaluated or varied. */
export interface Recipe {
  /** null for published shares of value added. */
  readonly metric: AnyMetric | null;
  /** The dataset named; null where the products choose it. */
  readonly data: string | null;
  /** The vintage asked for; absent: those that the report knew. */
  readonly vintage?: string;
  readonly reporter: Place["reporter"];
  readonly partners: readonly NamedPartner[];
  readonly period: Period;
  readonly from: Period | null;
  readonly of: Measure;
  readonly product: ProductSelection;
  /** The dimensions of whose whole the number is a member's part. */
  readonly by: readonly Dimension[];
  /** The dimension whose members a list holds, and their level. */
  readonly each: Dimension;
  readonly level: ProductLevel;
  /** The metric's own parameters. */
  readonly own: OwnParameters;
  /** The whole of a share. */
  readonly whole: Whole;
  readonly preferences: Preferences;
  readonly project: Projecting;
  readonly absentAsZero: boolean;
  /** Whose members a group has. */
  readonly members: MemberRule;
  /** Whether areas that differ are compared all the same, as an author may have done. */
  readonly anyAreas?: true;
  readonly measure: string;
  /** The figure of input-output tables, where the number is one; `metric` is null then. */
  readonly inTable: TableFigure | null;
  /** Where the number is a rank in place of the value; null otherwise. */
  readonly rank: Rank | null;
  /** The same of a figure of input-output tables. */
  readonly tableRank: TableRank | null;
  /** Whether the number is the average of the months of the period. */
  readonly perMonth: boolean;
  /** After the rise of consumer prices; absent: as the money was. */
  readonly real?: RealTerms | null;
  readonly than: Comparison | null;
  /** What is computed in place of the metric, by mistake. */
  readonly instead: MistakenFor | null;
  readonly printing: Printing;
}

/** Whether the number is a place among others, whatever it is computed from. */
export function isRank({ rank, tableRank }: Pick<Recipe, "rank" | "tableRank">): boolean {
  return rank !== null || tableRank !== null;
}

/** The figures of a recipe, each by itself: of a comparison both. */
export function singleFigures(recipe: Recipe): Recipe[] {
  const { than } = recipe;
  return than ? [{ ...recipe, than: null }, ...singleFigures(than.recipe)] : [recipe];
}
