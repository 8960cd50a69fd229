import { InputError } from "../../errors.ts";
import type { SortOrder } from "../../question/question.ts";
import { orderRows } from "../order.ts";
import type { ResultRow } from "../result.ts";

/** Which rows are shown, in which order. */
export interface RowOrder {
  readonly sort: SortOrder | null;
  /** Members shown under each parent; null: all. */
  readonly top: number | null;
  readonly total: boolean;
}

/** Some of the members of a parent under a name of their own. */
interface RowGroup {
  readonly code: string;
  readonly name: string;
  readonly holds: (row: ResultRow) => boolean;
}

/** How the rows of an answer hang together. */
export interface RowShape {
  /** The columns that tell rows of one period apart, outermost first; `top` chooses of the last. */
  readonly keys: readonly string[];
  /** What the rows of the last key are ranked by, the largest first. */
  readonly rank: (row: ResultRow) => number;
  /** One row for several of the same parent and period; null where figures do not add up. */
  readonly together: ((rows: readonly ResultRow[]) => ResultRow) | null;
  /** Sums of some of the members, which stand before the total where it is asked for. */
  readonly parts?: readonly RowGroup[];
  /** The column that names a member, for rows of the rest and of the total. */
  readonly nameColumn: string;
}

/**
 * Rows by parent, the members of each by rank and then by period. With `top`, members are chosen by
 * the last period and the same are shown in every period, with the rest and the total of each; the
 * total is that of all members, shown or not. A `sort` without `top` orders all rows alike.
 */
export function arrangeRows(
  rows: readonly ResultRow[],
  { sort, top, total }: RowOrder,
  shape: RowShape,
): ResultRow[] {
  if (sort !== null) orderRows(rows.slice(0, 1), sort, null);
  const rank = sort === null ? shape.rank : rankBy(sort);
  const arranged: ResultRow[] = [];
  const sums: ResultRow[] = [];
  for (const own of grouped(rows, shape.keys.slice(0, -1)).values()) {
    const members = ranked(own, shape.keys.at(-1)!, rank);
    const shown = top === null ? members : members.slice(0, top);
    const hidden = top === null ? [] : members.slice(top);
    const below: ResultRow[] = [];
    if (hidden.length > 0) {
      const name = `Rest (${hidden.length} others)`;
      below.push(...perPeriod(hidden.flat(), shape, { kind: "rest", code: null, name }));
    }
    for (const { code, name, holds } of total ? (shape.parts ?? []) : []) {
      below.push(...perPeriod(own.filter(holds), shape, { kind: "total", code, name }));
    }
    // Where parts stand, they sum to the total.
    if (top !== null || (total && !shape.parts)) {
      below.push(...perPeriod(own, shape, { kind: "total", code: null, name: "Total" }));
    }
    arranged.push(...shown.flat());
    if (sort !== null && top === null) sums.push(...below);
    else arranged.push(...below);
  }
  return sort !== null && top === null ? [...orderRows(arranged, sort, null), ...sums] : arranged;
}

function rankBy({ by, descending }: SortOrder): (row: ResultRow) => number {
  return (row) => {
    const cell = row[by];
    if (cell === null || cell === undefined) return Number.NEGATIVE_INFINITY;
    if (typeof cell !== "number") {
      throw new InputError(`--sort: --top ranks by figures, and ${by} is text (use --sort -value)`);
    }
    return descending ? cell : -cell;
  };
}

/** The rows of each member, periods in order; members by rank in the last period that has them. */
function ranked(
  rows: readonly ResultRow[],
  key: string,
  rank: (row: ResultRow) => number,
): ResultRow[][] {
  const members = [...grouped(rows, [key]).values()];
  const last = rows.at(-1)?.period;
  const rankOf = (own: readonly ResultRow[]) => {
    const row = own.findLast(({ period }) => period === last);
    return row === undefined ? Number.NEGATIVE_INFINITY : rank(row);
  };
  const ranks = new Map(members.map((own) => [own, rankOf(own)]));
  return members.sort((a, b) => compareDescending(ranks.get(a)!, ranks.get(b)!));
}

/** Equal ranks keep their order; two infinities are equal, though their difference is no number. */
function compareDescending(a: number, b: number): number {
  return a === b ? 0 : b > a ? 1 : -1;
}

function perPeriod(
  rows: readonly ResultRow[],
  { keys, together, nameColumn }: RowShape,
  as: { readonly kind: "rest" | "total"; readonly code: string | null; readonly name: string },
): ResultRow[] {
  if (together === null) return [];
  return [...grouped(rows, ["period"]).values()].map((own) => ({
    ...together(own),
    [keys.at(-1)!]: as.code,
    [nameColumn]: as.name,
    kind: as.kind,
  }));
}

function grouped(rows: readonly ResultRow[], keys: readonly string[]): Map<string, ResultRow[]> {
  const groups = new Map<string, ResultRow[]>();
  for (const row of rows) {
    const key = keys.map((name) => String(row[name])).join("\u0000");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
