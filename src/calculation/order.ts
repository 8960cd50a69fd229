import { InputError } from "../errors.ts";
import type { Ranking } from "../metrics/metric.ts";
import type { SortOrder } from "../question/question.ts";
import type { ResultRow } from "./result.ts";

/**
 * Rows in the order asked for, and of these the first ones; without an order, the first ones have the
 * largest values.
 * @throws InputError when no row has the column.
 */
export function orderRows(
  rows: readonly ResultRow[],
  sort: SortOrder | null,
  top: number | null,
): ResultRow[] {
  const sorted = sortRows(rows, sort ?? (top === null ? null : { by: "value", descending: true }));
  return top === null ? sorted : sorted.slice(0, top);
}

/**
 * Rows in the order asked for; rows without a figure come last, and ties keep their order.
 * @throws InputError when no row has the column.
 */
export function sortRows(rows: readonly ResultRow[], order: SortOrder | null): ResultRow[] {
  if (!order) return [...rows];
  if (rows.length > 0 && !rows.some((row) => order.by in row)) {
    const known = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    throw new InputError(
      `--sort: there is no column "${order.by}" (use one of ${known.join(", ")})`,
    );
  }
  return [...rows].sort((a, b) => compare(a[order.by], b[order.by], order.descending));
}

/** The order in which a metric ranks members. */
export function rankingOrder({ by, first }: Ranking): SortOrder {
  return { by, descending: first === "largest" };
}

function compare(a: unknown, b: unknown, descending: boolean): number {
  if (a === null || a === undefined) return b === null || b === undefined ? 0 : 1;
  if (b === null || b === undefined) return -1;
  const sign = descending ? -1 : 1;
  if (typeof a === "number" && typeof b === "number") return sign * (a - b);
  return sign * String(a).localeCompare(String(b), "en");
}
