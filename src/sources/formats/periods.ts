/**
 * The spellings of periods that publishers use, turned into that of the record layout: `202411`,
 * `2024-M11`, `2024-11-01 00:00:00`, `2024Q3`, `2024 3 (R)`. Other text is given back as it is.
 */
export function periodText(text: string): string {
  const month = /^(\d{4})-?M?(0[1-9]|1[0-2])(?:-\d{2}(?:[T ].*)?)?$/.exec(text);
  if (month) return `${month[1]}-${month[2]}`;
  const quarter = /^(\d{4})[ -]?Q?([1-4])(?: \(R\))?$/.exec(text);
  if (quarter) return `${quarter[1]}-Q${quarter[2]}`;
  return text;
}

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

/** 1 to 12 for `11`, `Nov` or `November`; null for other text. */
export function monthNumber(text: string): number | null {
  const number = /^\d{1,2}$/.test(text)
    ? Number(text)
    : MONTHS.indexOf(text.slice(0, 3).toUpperCase()) + 1;
  return number >= 1 && number <= 12 ? number : null;
}

/** The months from January to that of a month; any other period as it is. */
export function yearToDate(period: string): string {
  const month = /^(\d{4})-\d{2}$/.exec(period);
  return month ? `${month[1]}-01/${period}` : period;
}
