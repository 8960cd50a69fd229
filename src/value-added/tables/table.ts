import type { Warning } from "../../warning.ts";

/** The layouts that are recognised by the names in their header. */
export type TableLayout =
  | "oecd-icio-2016"
  | "oecd-icio-2018"
  | "oecd-icio-2021"
  | "oecd-icio-2023"
  | "oecd-icio-2023-extended"
  | "oecd-icio-2025"
  | "oecd-icio-2025-extended"
  | "wiod-2013"
  | "wiod-2016"
  | "figaro"
  | "figaro-flat"
  | "adb-mrio"
  | "exiobase-3"
  | "eora26"
  | "labelled"
  | "matrix";

/**
 * A world input-output table. One row for each industry of each entity; an entity is an economy or,
 * where the publisher splits one (Mexico's and China's export processing), a part of it. All flows
 * are in the table's own unit, usually millions of US dollars.
 */
export interface InputOutputTable {
  readonly layout: TableLayout;
  /** Where it was read from, for messages. */
  readonly source: string;
  /** The year that the file itself states; null where it states none. */
  readonly year: string | null;
  /** Economies, split ones once, in the order of the file. */
  readonly economies: readonly string[];
  /** Industry codes, in the order of the file. */
  readonly industries: readonly string[];
  /** The label of each row, such as `MX1_C29`. */
  readonly labels: readonly string[];
  /** The entity of each row, such as `MX1`. */
  readonly entities: readonly string[];
  /** For each row, its economy and its industry as indexes. */
  readonly economyOf: Int32Array;
  readonly industryOf: Int32Array;
  /** Intermediate flows Z, n x n, row-major: row i sells to column j. */
  readonly flows: Float64Array;
  /** Final demand Y, n x economies, row-major, summed over its categories. */
  readonly finalDemand: Float64Array;
  /** Gross output X, n. */
  readonly output: Float64Array;
  /** Value added at basic prices and taxes less subsidies, X - column sums of Z, n. */
  readonly valueAdded: Float64Array;
  /** What the file itself states as value added and taxes, n; null where it has no such rows. */
  readonly statedValueAdded: Float64Array | null;
  /** Statistical discrepancy of each row (ICIO 2016), n; null where the layout has none. */
  readonly discrepancy: Float64Array | null;
  /** The categories of final demand that were summed. */
  readonly demandCategories: readonly string[];
  readonly warnings: readonly Warning[];
}
