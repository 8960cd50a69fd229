import { monthsIn, type Period, parsePeriod } from "../records/period.ts";

const MONTHS = [
  ...["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
];

/** A period as a reader expects it: `2024`, `Nov 2024`, `Q3 2024`, `Jan–Nov 2024`. */
export function periodTitle(label: string): string {
  return titleOf(parsePeriod(label));
}

function titleOf(period: Period): string {
  const { first, last } = period;
  const months = monthsIn(period);
  if (months % 12 === 0 && first % 12 === 0) {
    return months === 12 ? year(first) : `${year(first)}–${year(last)}`;
  }
  if (months === 1) return `${month(first)} ${year(first)}`;
  if (months === 3 && first % 3 === 0) return `Q${(first % 12) / 3 + 1} ${year(first)}`;
  return year(first) === year(last)
    ? `${month(first)}–${month(last)} ${year(last)}`
    : `${month(first)} ${year(first)} – ${month(last)} ${year(last)}`;
}

function year(index: number): string {
  return String(Math.floor(index / 12));
}

function month(index: number): string {
  return MONTHS[index % 12]!;
}
