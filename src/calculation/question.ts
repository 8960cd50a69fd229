import type { Measure, Metric } from "../metrics/metric.ts";
import type { PrintedNumber } from "../numbers/printed.ts";
import type { PartnerSelection } from "../partners/directory.ts";
import type { ProductSelection } from "../products/product.ts";
import type { Period } from "../records/period.ts";
import type { Preferences } from "../selection/figure.ts";

/** The share's whole: the published world or other partners, or all products of the same partner. */
export type ShareWhole =
  | { readonly kind: "partners"; readonly selection: PartnerSelection }
  | { readonly kind: "all-products" };

/** Everything that an answer depends on. */
export interface Question {
  readonly metric: Metric;
  readonly partners: PartnerSelection;
  /** null: the five latest complete years. */
  readonly periods: readonly Period[] | null;
  readonly of: Measure;
  readonly product: ProductSelection;
  readonly petroleum: ProductSelection;
  readonly petroleumFlows: "both" | "imports";
  readonly whole: ShareWhole;
  /** Where growth starts; null: one period, or one year, before each period. */
  readonly from: Period | null;
  readonly over: "previous" | "year";
  readonly indexBase: Period | null;
  readonly compoundAnnualGrowth: boolean;
  /** The rise of prices from the first to the second period in percent, for real growth. */
  readonly prices?: PrintedNumber | null;
  /** Whether unfinished years are projected to whole ones. */
  readonly project: boolean;
  readonly preferences: Preferences;
  /** Whether a row of the whole group follows. */
  readonly total: boolean;
  readonly sort: SortOrder | null;
  readonly top: number | null;
}

export interface SortOrder {
  readonly by: string;
  readonly descending: boolean;
}
