import { allProducts, type ProductSelection } from "../products/product.ts";
import type { Period } from "../records/period.ts";

/** Which figure of trade is meant: `total` is exports plus imports. */
export type Measure = "exports" | "imports" | "balance" | "total";

/** What trade is distinguished by, beside periods. */
export const dimensions = ["reporter", "partner", "product"] as const;
export type Dimension = (typeof dimensions)[number];

/** Economies whose trade is added up; `all` for the whole of the dimension. */
export type Members = readonly string[] | "all";

/** The reporter of data that have one; where they have several, the question must name one. */
export const ONLY_REPORTER = "only";

/** Where in the cube of trade a figure lies: reporter x partner x product x period. */
export interface Cell {
  readonly reporter: Members | typeof ONLY_REPORTER;
  /** `all`: the published world where the reporter has it, else the sum of its partners. */
  readonly partner: Members;
  readonly product: ProductSelection;
  readonly period: Period;
}

/** What a metric asks the data for: a sum of trade in a cell, or a list of sums in it. */
export interface FigureRequest {
  readonly of: Measure;
  readonly at: Cell;
  /** One sum for each member of this dimension in the cell, in place of their sum. */
  readonly each?: Dimension;
  /** Members of a list without any record are left out of it; otherwise the list is then missing. */
  readonly absentLeftOut?: boolean;
}

/** The cell of all members of some dimensions, of which the members' cells are parts. */
export function lifted(cell: Cell, ...over: readonly Dimension[]): Cell {
  return {
    ...cell,
    ...(over.includes("reporter") && { reporter: "all" as const }),
    ...(over.includes("partner") && { partner: "all" as const }),
    ...(over.includes("product") && { product: allProducts }),
  };
}

/** Reporters as the partners of others. */
export function asPartners(reporter: Cell["reporter"]): Members {
  return reporter === ONLY_REPORTER ? [] : reporter;
}

/** Exports and imports of a cell. */
export function bothFlows(at: Cell): Record<"exports" | "imports", FigureRequest> {
  return { exports: { of: "exports", at }, imports: { of: "imports", at } };
}
