import { embeddedCatalog } from "../../sources/embedded/embedded.ts";
import type { WrittenOn } from "../../statements/date.ts";

/** The month in which the publisher revises the years before. */
const REVISION_MONTH = 6;

/** The days before revisions of which data are embedded, for a text without a date. */
const REVISED = ["2026-05-31", "2025-05-31"];

/**
 * The days whose data a text may have drawn on, the likeliest first: the day on which it was written;
 * the last before the next annual revision, for what was released soon after; and, where no date is
 * known or that was before all data, any day. Null is any day.
 */
export function daysOf(written: WrittenOn | null): (string | null)[] {
  if (written === null) return [null, ...REVISED];
  const { label, year, month } = written;
  const revised = month !== null && month >= REVISION_MONTH ? year + 1 : year;
  const day = label.length === 10 ? label : `${label}-28`;
  return [day, `${revised}-05-31`];
}

/** The annual revision to which a day or vintage belongs: the year of the last one before it. */
export function revisionBefore(label: string): number {
  const [year, month] = label.split("-").map(Number) as [number, number | undefined];
  return (month ?? 1) >= REVISION_MONTH ? year : year - 1;
}

/** The days without those on which no other data were known than on one before them. */
export function withOtherData(days: readonly (string | null)[]): (string | null)[] {
  const releases = embeddedCatalog().flatMap((one) =>
    one.kind === "trade" ? (one.vintages ?? []).map(({ released }) => released) : [],
  );
  const known = new Set<number>();
  return days.filter((day) => {
    const count = releases.filter((released) => day === null || released <= day).length;
    return !known.has(count) && known.add(count);
  });
}
