import { InputError } from "../errors.ts";

/**
 * A period is a run of whole calendar months, held as month indexes (year * 12 + month - 1).
 * Its label is the shortest form of the contract: `2023`, `2024-11` or `2024-01/2024-11`.
 */
export interface Period {
  readonly first: number;
  readonly last: number;
  readonly label: string;
}

const YEAR = /^\d{4}$/;
const MONTH = /^(\d{4})-(\d{2})$/;
const QUARTER = /^(?:(\d{4})-?Q([1-4])|Q([1-4])[- ]?(\d{4}))$/i;
const ONE = "2023, 2024-11 or 2024-01/2024-11";
const SEVERAL = "2023, 2024-11, 2024-01/2024-11 or 2019..2024";
const EARLIEST_YEAR = 1700;
const LATEST_YEAR = 2199;

export class PeriodError extends InputError {
  override name = "PeriodError";
}

/** The index of a calendar month; `month` counts from 1. */
function monthIndex(year: number, month: number): number {
  return year * 12 + month - 1;
}

const monthLabels: string[] = [];

/** `2024-11` for a month index; kept, because series are walked month by month. */
export function monthLabel(index: number): string {
  const known = monthLabels[index];
  if (known !== undefined) return known;
  const year = String(Math.floor(index / 12)).padStart(4, "0");
  const label = `${year}-${String((index % 12) + 1).padStart(2, "0")}`;
  monthLabels[index] = label;
  return label;
}

/** The period from the first to the last month index, both included. */
export function periodOf(first: number, last: number): Period {
  if (last < first) {
    throw new PeriodError(
      `period: ${monthLabel(first)}/${monthLabel(last)} ends before it begins (swap the two)`,
    );
  }
  return { first, last, label: labelOf(first, last) };
}

function labelOf(first: number, last: number): string {
  if (first === last) return monthLabel(first);
  if (first % 12 === 0 && last === first + 11) return monthLabel(first).slice(0, 4);
  return `${monthLabel(first)}/${monthLabel(last)}`;
}

/** The period of a calendar year. */
export function yearPeriod(year: number): Period {
  return periodOf(monthIndex(year, 1), monthIndex(year, 12));
}

/** True where the period is one whole calendar year. */
export function isYear(period: Period): boolean {
  return period.first % 12 === 0 && period.last === period.first + 11;
}

/** The calendar year in which the period begins. */
export function yearOf(period: Period): number {
  return Math.floor(period.first / 12);
}

/** How many months the period holds. */
export function monthsIn(period: Period): number {
  return period.last - period.first + 1;
}

/**
 * Reads one period: a year `2023`, a month `2024-11`, a quarter `2024-Q3` or `Q3-2024`, or an ISO 8601
 * interval of two of these, `2024-01/2024-11`, both ends included.
 * @throws PeriodError that names what is wrong with the text.
 */
export function parsePeriod(text: string): Period {
  return parseOne(text, ONE);
}

/** @param forms what to write instead, for the message. */
function parseOne(text: string, forms: string): Period {
  const trimmed = text.trim();
  const ends = trimmed.split("/");
  if (ends.length === 1) return parseSimplePeriod(trimmed, forms);
  if (ends.length !== 2) throw new PeriodError(`period: "${trimmed}" has more than one "/"`);
  const from = parseSimplePeriod(ends[0]!, forms);
  const to = parseSimplePeriod(ends[1]!, forms);
  return periodOf(from.first, to.last);
}

function parseSimplePeriod(text: string, forms: string): Period {
  if (YEAR.test(text)) return yearPeriod(checkedYear(text));
  const month = MONTH.exec(text);
  if (month) {
    const number = Number(month[2]);
    if (number < 1 || number > 12) {
      const year = Number(month[1]);
      const fiscal =
        (year + 1) % 100 === number
          ? `; a fiscal year is its twelve months, such as ${year}-04/${year + 1}-03`
          : "";
      throw new PeriodError(
        `period: "${text}": month ${month[2]} does not exist (use 01 to 12${fiscal})`,
      );
    }
    const index = monthIndex(checkedYear(month[1]!), number);
    return periodOf(index, index);
  }
  const quarter = QUARTER.exec(text);
  if (quarter) {
    const [, year, number, firstNumber, lastYear] = quarter;
    const first = monthIndex(
      checkedYear((year ?? lastYear)!),
      Number(number ?? firstNumber) * 3 - 2,
    );
    return periodOf(first, first + 2);
  }
  throw new PeriodError(`period: "${text}" is not a period (use ${forms})`);
}

function checkedYear(text: string): number {
  const year = Number(text);
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
    throw new PeriodError(
      `period: year ${text} is out of range (use ${EARLIEST_YEAR} to ${LATEST_YEAR})`,
    );
  }
  return year;
}

/**
 * Reads the period grammar of the command line: lists with commas, whose members are periods or
 * series of like periods, `2019..2024` (years) or `2024-01..2024-06` (months).
 * @throws PeriodError that names what is wrong with the text.
 */
export function parsePeriods(text: string): Period[] {
  const periods: Period[] = [];
  for (const part of text.split(",")) {
    const range = part.split("..");
    if (range.length === 1) periods.push(parseOne(part, SEVERAL));
    else if (range.length === 2) periods.push(...seriesOf(part.trim(), range[0]!, range[1]!));
    else throw new PeriodError(`period: "${part.trim()}" has more than one ".."`);
  }
  const seen = new Set<string>();
  return periods.filter((period) => !seen.has(period.label) && seen.add(period.label));
}

function seriesOf(text: string, fromText: string, toText: string): Period[] {
  const from = parsePeriod(fromText);
  const to = parsePeriod(toText);
  const step = monthsIn(from);
  if (step !== monthsIn(to) || ![1, 3, 12].includes(step)) {
    throw new PeriodError(
      `period: "${text}": both ends of a series are years, quarters or months (use 2019..2024)`,
    );
  }
  if (to.first < from.first) {
    throw new PeriodError(`period: "${text}" ends before it begins (swap the two)`);
  }
  const series: Period[] = [];
  for (let first = from.first; first <= to.first; first += step) {
    series.push(periodOf(first, first + step - 1));
  }
  return series;
}
