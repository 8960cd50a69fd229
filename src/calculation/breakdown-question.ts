import type { BreakdownMetric, Dimension, FlowMeasure } from "../metrics/breakdown.ts";
import type { PartnerDirectory, PartnerSelection } from "../partners/directory.ts";
import type { Question } from "./question.ts";
import type { ProductLevel } from "./trade-table.ts";

/** Everything that an answer about the make-up of trade depends on. */
export interface BreakdownQuestion
  extends Pick<
    Question,
    "periods" | "product" | "from" | "over" | "project" | "preferences" | "sort" | "top"
  > {
  readonly metric: BreakdownMetric;
  /** null: the only reporter of the data. */
  readonly reporters: PartnerSelection | null;
  /** null: all partners. */
  readonly partners: PartnerSelection | null;
  /** The members of the region, for a metric about one. */
  readonly region: PartnerSelection | null;
  readonly of: FlowMeasure;
  readonly by: Dimension;
  readonly level: ProductLevel;
  readonly absentAsZero: boolean;
  /** The names of partners and reporters. */
  readonly directory: PartnerDirectory;
}
