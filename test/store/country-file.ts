import { workbook } from "../sources/workbook-file.ts";

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

/** The columns of the Census Bureau's country file. */
export const header = [
  ...["year", "CTY_CODE", "CTYNAME"],
  ...["I", "E"].flatMap((flow) => [...MONTHS.map((month) => `${flow}${month}`), `${flow}YR`]),
];

/** What a country file holds of Mexico: figures of every month so far, in millions of dollars. */
interface Months {
  readonly year: string;
  readonly months: number;
  readonly imports: number;
  readonly exports: number;
}

/** A country file with the months of Mexico alone; months to come are zero, as the Bureau has them. */
export function countryFile(
  years: readonly Months[],
  names: readonly string[] = header,
): Uint8Array {
  const rows = years.map(({ year, months, imports, exports }) => {
    const of = (value: number) => [
      ...MONTHS.map((_, index) => (index < months ? value : 0)),
      value * months,
    ];
    return [year, "2010", "Mexico", ...of(imports), ...of(exports)];
  });
  return workbook({ country: [names, ...rows] });
}
