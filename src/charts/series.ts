import type { ResultRow } from "../calculation/result.ts";

/** The rows of one subject, in the order in which they were. */
export interface RowSeries {
  readonly label: string;
  readonly rows: readonly ResultRow[];
}

/**
 * The rows of an answer by what they are about. What is left of a whole is one series, and the whole
 * another, although their names give the number of members that they have in each period.
 */
export function seriesOf(
  rows: readonly ResultRow[],
  labelOf: (row: ResultRow) => string,
): RowSeries[] {
  const found = new Map<string, ResultRow[]>();
  for (const row of rows) {
    const key = isCounted(row) ? placeOf(row) : labelOf(row);
    const series = found.get(key);
    if (series) series.push(row);
    else found.set(key, [row]);
  }
  return [...found.values()].map((own) => {
    const labels = new Set(own.map(labelOf));
    const last = labelOf(own.at(-1)!);
    return { label: labels.size === 1 ? last : last.replace(COUNT, "$1s"), rows: own };
  });
}

/** `3 others`, `97 products` within a label. */
const COUNT = /\b\d+ (other|product|partner|reporter)s?\b/;

function isCounted({ row }: ResultRow): boolean {
  return row === "rest" || row === "total";
}

function placeOf({ row, reporter, partner, product }: ResultRow): string {
  return [row, reporter, partner, product].join("|");
}
