import { monthsIn, parsePeriod, periodOf } from "../records/period.ts";

const LENGTHS = [
  { months: 3, parts: "quarters" },
  { months: 1, parts: "months" },
];

/** What the quarters and the months of a year add up to, or the months of a quarter; where all are there. */
export function sumsOfParts(
  label: string,
  values: ReadonlyMap<string, number>,
): { readonly parts: string; readonly sum: number }[] {
  if (/^\d{4}-\d{2}$/.test(label)) return [];
  const { first, last } = parsePeriod(label);
  const length = monthsIn({ first, last, label });
  if (length !== 12 && length !== 3) return [];
  return LENGTHS.flatMap(({ months, parts }) => {
    if (months >= length) return [];
    let sum = 0;
    for (let month = first; month <= last; month += months) {
      const value = values.get(periodOf(month, month + months - 1).label);
      if (value === undefined) return [];
      sum += value;
    }
    return [{ parts, sum }];
  });
}
