import type { Cell, Dimension, Measure } from "../metrics/cell.ts";
import type { AnyMetric, OwnParameters, Whole } from "../metrics/metric.ts";
import type { PrintedNumber } from "../numbers/printed.ts";
import type { NamedPartner, PartnerDirectory } from "../partners/directory.ts";
import type { ProductLevel, ProductSelection } from "../products/product.ts";
import type { Period } from "../records/period.ts";
import type { Preferences } from "../selection/figure.ts";
import type { Projecting } from "../selection/projection.ts";

/** Where a row's trade lies, whatever the period. */
export type Place = Omit<Cell, "period">;

/** A place that is asked about, and what it is called. */
export interface Subject {
  readonly place: Place;
  /** The partner of its rows: a partner, a group, a region, or the world. */
  readonly partner: NamedPartner;
}

/** The latest complete year or the latest month that all partners asked for have. */
export type LatestPeriod = "latest" | "latest-month";

/** Everything that an answer depends on. */
export interface Question {
  readonly metric: AnyMetric;
  /** The places that are asked about, each broken into the members of `by`. */
  readonly subjects: readonly Subject[];
  /** The dimensions that rows are broken into, the outermost first; none: a row for each place. */
  readonly by: readonly Dimension[];
  /** The words in which `by` was asked for, with levels of products such as `hs2`. */
  readonly byText: string;
  /** The dimension whose members a list holds, in the words of the question. */
  readonly each: Dimension;
  readonly eachText: string | null;
  readonly level: ProductLevel;
  /** null: the latest complete years. */
  readonly periods: readonly (Period | LatestPeriod)[] | null;
  /** Each period stands for as many months that end with it. */
  readonly rolling: number | null;
  /** Months of the parts into which the latest years are divided. */
  readonly step: number | null;
  readonly of: Measure;
  readonly product: ProductSelection;
  /** The metric's own parameters. */
  readonly own: OwnParameters;
  readonly whole: Whole;
  /** The name of the whole of a share, where it is named. */
  readonly wholeCode: string | null;
  /** Where a change starts; null: one period, or one year, before each period. */
  readonly from: Period | null;
  readonly over: "previous" | "year";
  readonly indexBase: Period | null;
  readonly compoundAnnualGrowth: boolean;
  /** The rise of prices from the first to the second period in percent, for real growth. */
  readonly prices: PrintedNumber | null;
  /** Whether incomplete years are projected to whole ones, or from which month on. */
  readonly project: Projecting;
  readonly absentAsZero: boolean;
  /** US dollars for a unit of each currency that is to be converted, in all periods or in one: `EUR 2023`. */
  readonly rates?: Readonly<Record<string, number>> | null;
  /** The file that the rates are from. */
  readonly ratesFile?: {
    readonly rates: Readonly<Record<string, number>>;
    readonly file: string;
    readonly sha256: string;
  } | null;
  /** Whose members a group has, where that is asked for. */
  readonly members?: "today" | "then" | "published" | null;
  readonly preferences: Preferences;
  /** The place of the whole group, for a row that follows all others; one for each reporter. */
  readonly totals: readonly Subject[];
  /** The plain name of a product, for people; null where it has none. */
  readonly titleOf?: (code: string) => string | null;
  readonly sort: SortOrder | null;
  readonly top: number | null;
  /** What answers give back as `reporter`, `partner` and `region`. */
  readonly asked: {
    readonly reporter: string | readonly string[] | null;
    readonly partner: "all" | readonly string[] | null;
    readonly region: readonly string[] | null;
  };
  /** The names of partners and reporters. */
  readonly directory: PartnerDirectory;
}

export interface SortOrder {
  readonly by: string;
  readonly descending: boolean;
}

/** Whether an answer tells the members of a dimension apart: in its rows, or in the list of a metric. */
export function tellsApart(
  {
    by,
    each,
    metric,
  }: { by: readonly Dimension[]; each: Dimension; metric: Pick<AnyMetric, "asks"> },
  dimension: Dimension,
): boolean {
  return by.includes(dimension) || (metric.asks.each !== undefined && each === dimension);
}
