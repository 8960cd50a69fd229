/** A run of whole months, both ends included; months are counted from January of the year 0. */
export interface Months {
  readonly first: number;
  readonly last: number;
}

/** The month of a day: `2020-02-01`, or `2020-02`, or a year, which is its January. */
export function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7) || "1") - 1;
}

/** The first whole month from a day on: that of the day if it is the first of the month. */
export function firstWholeMonth(day: string): number {
  return monthOf(day) + (Number(day.slice(8, 10) || "1") > 1 ? 1 : 0);
}
