import { InputError } from "../../errors.ts";
import { keptIn } from "../../kept-in.ts";
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
  /** The columns that tell rows of one period apart, outermost first. */
  readonly keys: readonly string[];
  /** The column that names the members of each key. */
  readonly names: readonly string[];
  /** The keys that `top` chooses members of, within each parent; default: the last. */
  readonly chosen?: readonly string[];
  /** What members are ranked by, the largest first. */
  readonly rank: (row: ResultRow) => number;
  /** One row for several of the same parent and period; null where figures do not add up. */
  readonly together: ((rows: readonly ResultRow[]) => ResultRow) | null;
  /** Sums of some members of the last key, which stand before the total where it is asked for. */
  readonly parts?: readonly RowGroup[];
}

/**
 * Rows by parent, the members of each by rank and then by period. With `top`, members are chosen by
 * the last period and the same are shown in every period, with the rest and the total of each; the
 * total is that of all members, shown or not. A `sort` without `top` orders all rows alike.
 */
export function arrangeRows(
  rows: readonly ResultRow[],
  order: RowOrder,
  shape: RowShape,
): ResultRow[] {
  const { sort, top } = order;
  if (sort === null) return arranged(rows, 0, order, shape);
  const ordered = orderRows(rows, sort, null);
  if (top !== null) return arranged(rows, 0, order, shape);
  const all = arranged(rows, 0, order, shape);
  return [...ordered, ...all.filter(({ kind }) => kind !== undefined)];
}

/** The rows of one parent, whose members are those of the key at a level. */
function arranged(
  rows: readonly ResultRow[],
  level: number,
  order: RowOrder,
  shape: RowShape,
): ResultRow[] {
  const key = shape.keys[level]!;
  const isLast = level === shape.keys.length - 1;
  const { sort, top, total } = order;
  const chosen = top === null ? [] : (shape.chosen ?? shape.keys.slice(-1));
  const isChosen = chosen.includes(key) && (isLast || shape.together !== null);
  const inside = (own: readonly ResultRow[]) =>
    isLast ? own : arranged(own, level + 1, order, shape);
  if (!isLast && !isChosen) return [...grouped(rows, [key]).values()].flatMap(inside);
  const rank = sort === null ? shape.rank : rankBy(sort);
  const members = ranked(rows, key, rank, shape);
  const shown = isChosen ? members.slice(0, top!) : members;
  const hidden = isChosen ? members.slice(top!) : [];
  const sum = (own: readonly ResultRow[], as: Omit<SumRow, "level">) =>
    perPeriod(own, shape, { ...as, level });
  const below: ResultRow[] = [];
  if (hidden.length > 0) {
    const name = `Rest (${hidden.length} others)`;
    below.push(...sum(hidden.flat(), { kind: "rest", code: null, name }));
  }
  for (const { code, name, holds } of total && isLast ? (shape.parts ?? []) : []) {
    below.push(...sum(rows.filter(holds), { kind: "total", code, name }));
  }
  // Where parts stand, they sum to the total.
  if (isChosen || (total && isLast && !shape.parts)) {
    below.push(...sum(rows, { kind: "total", code: null, name: "Total" }));
  }
  return [...shown.flatMap(inside), ...below];
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
  { together }: RowShape,
): ResultRow[][] {
  const members = [...grouped(rows, [key]).values()];
  const last = rows.at(-1)?.period;
  const rankOf = (own: readonly ResultRow[]) => {
    const latest = own.filter(({ period }) => period === last);
    if (latest.length === 0) return Number.NEGATIVE_INFINITY;
    return rank(latest.length === 1 || together === null ? latest.at(-1)! : together(latest));
  };
  const ranks = new Map(members.map((own) => [own, rankOf(own)]));
  return members.sort((a, b) => compareDescending(ranks.get(a)!, ranks.get(b)!));
}

/** Equal ranks keep their order; two infinities are equal, though their difference is no number. */
function compareDescending(a: number, b: number): number {
  return a === b ? 0 : b > a ? 1 : -1;
}

interface SumRow {
  readonly kind: "rest" | "total";
  readonly code: string | null;
  readonly name: string;
  /** The key whose members are summed, with all that is nested in them. */
  readonly level: number;
}

function perPeriod(
  rows: readonly ResultRow[],
  { keys, names, together }: RowShape,
  { kind, code, name, level }: SumRow,
): ResultRow[] {
  if (together === null) return [];
  const inner: Record<string, string | null> = {};
  for (let at = level + 1; at < keys.length; at++) {
    inner[keys[at]!] = null;
    inner[names[at]!] = "All";
  }
  return [...grouped(rows, ["period"]).values()].map((own) => ({
    ...together(own),
    ...inner,
    [keys[level]!]: code,
    [names[level]!]: name,
    kind,
  }));
}

function grouped(rows: readonly ResultRow[], keys: readonly string[]): Map<string, ResultRow[]> {
  const groups = new Map<string, ResultRow[]>();
  for (const row of rows) {
    keptIn(groups, keys.map((name) => String(row[name])).join("\u0000"), () => []).push(row);
  }
  return groups;
}
