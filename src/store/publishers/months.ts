import { InputError } from "../../errors.ts";

/** The first and the last month of `2024` or `2024-03`; `usual` where the text is no period. */
export function monthsOf(text: string, usual: string): { first: string; last: string } {
  const given = /^\d{4}(-\d{2})?$/.test(text) ? text : usual;
  if (given !== text && /\d/.test(text)) {
    throw new InputError(`--set: expected a year or a month such as 2024-03, got "${text}"`);
  }
  const [, year, month] = /^(\d{4})(?:-(\d{2}))?/.exec(given)!;
  if (month !== undefined && !(Number(month) >= 1 && Number(month) <= 12)) {
    throw new InputError(`--set: there is no month ${given}`);
  }
  return { first: `${year}-${month ?? "01"}`, last: `${year}-${month ?? "12"}` };
}

/** Every month from the first to the last. */
export function monthsFrom(first: string, last: string): string[] {
  if (first > last) throw new InputError(`--set: ${first} to ${last} holds no month`);
  const months: string[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) months.push(month);
  return months;
}

/** The years of `2023`, `2021..2023` or `2019,2023`. */
export function yearsOf(text: string): string[] {
  const years = text.split(",").flatMap((part) => {
    const [, from, to] = /^(\d{4})(?:\.\.(\d{4}))?$/.exec(part.trim()) ?? [];
    if (from === undefined || (to !== undefined && to < from)) {
      throw new InputError(`--set: expected years such as 2021..2023, got "${text}"`);
    }
    const count = Number(to ?? from) - Number(from) + 1;
    return Array.from({ length: count }, (_, step) => String(Number(from) + step));
  });
  return [...new Set(years)];
}

export function previousYear(today: string): string {
  return String(Number(today.slice(0, 4)) - 1);
}

function nextMonth(month: string): string {
  const [year, number] = month.split("-").map(Number);
  return number === 12 ? `${year! + 1}-01` : `${year}-${String(number! + 1).padStart(2, "0")}`;
}
