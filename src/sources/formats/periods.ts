import { monthInAnyLanguage } from "./foreign-months.ts";

/** The month in which fiscal years begin, 1 to 12, and by which of its two years `FY2024` is called. */
export interface FiscalStart {
  readonly month: number;
  readonly calledBy: "first" | "last" | null;
}

const MONTH_NAMES: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ["jan", "ene", "janv", "janeiro"],
    ["feb", "fev", "fév", "févr", "fevr"],
    ["mar", "mär", "mrz", "maer"],
    ["apr", "abr", "avr"],
    ["may", "mai", "maio"],
    ["jun", "juin"],
    ["jul", "juil"],
    ["aug", "ago", "aoû", "aou"],
    ["sep", "set"],
    ["oct", "okt", "out"],
    ["nov"],
    ["dec", "dic", "dez", "déc"],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/** Longer text is no period. */
const LONGEST = 60;

const MONTH_NAME = "(\\p{L}{3,12})\\.?";
const YEAR_FIRST = new RegExp(`^(\\d{4})[-/ .]?${MONTH_NAME}(?: \\([RP]\\))?$`, "u");
const YEAR_LAST = new RegExp(`^${MONTH_NAME}[-/ .,]{0,2}('?\\d{2}|\\d{4})(?: \\([RP]\\))?$`, "iu");

/**
 * The spellings of periods that publishers use, turned into that of the record layout: `202411`,
 * `2024M11`, `2024/11`, `11/2024`, `Nov-24`, `November 2024`, `2024-11-01 00:00:00`, `20241101`,
 * `2024.0`, `2024Q3`, `Q3 2024`, `2024 3 (R)`, `2024-02 p/`, `202452`. Other text is given back as it is;
 * so is what may mean two things, such as `3/1/2024`.
 * @param fiscal where years are fiscal years: `2010-11` from April is `2010-04/2011-03`.
 * @param dates which number of a date is the month, where the table tells it.
 */
export function periodText(
  written: string,
  fiscal: FiscalStart | null = null,
  dates: DateOrder | null = null,
): string {
  if (written.length > LONGEST) return written;
  const text = dates === null ? written : dateText(written, dates);
  const plain = textOf(text, fiscal);
  if (plain !== text) return plain;
  const marked = MARKED.exec(text);
  if (!marked) return text;
  const [, bare = ""] = marked;
  const period = textOf(bare, fiscal);
  return period !== bare || /^\d{4}(-\d{2})?$/.test(bare) ? period : text;
}

/** Behind a period: provisional, revised, estimated, or a note. */
const MARKED = /^(\S.*?\d\S*?) ?(?:\((?:[PRE]|\d)\)|[pre]\d?\/?|\*+|[¹²³])$/iu;

function textOf(text: string, fiscal: FiscalStart | null): string {
  return (fiscal === null ? null : fiscalYear(text, fiscal)) ?? calendarText(text);
}

/** The month of a date as spreadsheets count days, from 1980 to 2049; null for other text. */
export function serialDate(text: string): string | null {
  if (!/^[2-5]\d{4}(\.\d+)?$/.test(text)) return null;
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(text)) * 86_400_000);
  const year = date.getUTCFullYear();
  return year < 1980 || year > 2049 ? null : monthly(String(year), date.getUTCMonth() + 1);
}

/** Which of the first two numbers of a date such as `3/1/2024` is the month. */
export type DateOrder = "day-first" | "month-first";

const DATE = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[T ].*)?$/;

/** Whether a text is a date with its day and its month before the year. */
export function isDate(text: string): boolean {
  return text.length <= LONGEST && DATE.test(text);
}

function dateText(text: string, order: DateOrder): string {
  const date = DATE.exec(text);
  if (!date) return text;
  const month = Number(order === "day-first" ? date[3] : date[1]);
  return month >= 1 && month <= 12 ? monthly(date[4]!, month) : text;
}

/**
 * How dates such as `1/2/2024` are written, by all of them: a number above 12 is a day, and the dates of
 * a monthly series all name the first of the month. Null where they do not tell.
 */
export function dateOrderOf(texts: readonly string[]): DateOrder | null {
  const dates = texts.flatMap((text) => {
    const date = text.length > LONGEST ? null : DATE.exec(text);
    return date ? [[Number(date[1]), Number(date[3])] as const] : [];
  });
  const firsts = new Set(dates.map(([first]) => first));
  const seconds = new Set(dates.map(([, second]) => second));
  const isDay = (numbers: ReadonlySet<number>, others: ReadonlySet<number>) =>
    [...numbers].some((number) => number > 12) ||
    (numbers.size === 1 && numbers.has(1) && others.size > 1);
  const [isDayFirst, isMonthFirst] = [isDay(firsts, seconds), isDay(seconds, firsts)];
  if (isDayFirst === isMonthFirst) return null;
  return isDayFirst ? "day-first" : "month-first";
}

function calendarText(text: string): string {
  if (/^\d{4}$/.test(text)) return text;
  const month =
    /^(\d{4})[-/.]?M?(0[1-9]|1[0-2])(?:[-/]\d{2}(?:[T ].*)?)?$/.exec(text) ??
    /^(\d{4})[-/ ]?M([1-9])$/.exec(text) ??
    /^(\d{4})(0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.exec(text);
  if (month) return monthly(month[1]!, Number(month[2]));
  const monthFirst = /^(0?[1-9]|1[0-2])[-/.](\d{4})$/.exec(text);
  if (monthFirst) return monthly(monthFirst[2]!, Number(monthFirst[1]));
  const quarter =
    /^(\d{4})[ -]?Q0?([1-4])(?: \([RP]\))?$/i.exec(text) ??
    /^(\d{4}) ([1-4])(?: \(R\))?$/.exec(text);
  if (quarter) return `${quarter[1]}-Q${quarter[2]}`;
  const quarterFirst = /^(?:Q([1-4])|([1-4])Q)[- /]?(\d{4})$/i.exec(text);
  if (quarterFirst) return `${quarterFirst[3]}-Q${quarterFirst[1] ?? quarterFirst[2]}`;
  const eastern = /^(\d{4})[年년] ?(?:(\d{1,2})[月월])?$/.exec(text);
  if (eastern) return eastern[2] ? monthly(eastern[1]!, Number(eastern[2])) : eastern[1]!;
  const whole = /^0?1\/(\d{4}) ?[-–] ?12\/\1$/.exec(text);
  if (whole) return whole[1]!;
  // 52 stands for the whole year in codes of months.
  const year = /^(\d{4})(?:\.0+|-A1|52| \(R\)|[-/]01[-/]01\/P1Y)$/.exec(text);
  if (year) return year[1]!;
  return named(text) ?? text;
}

function named(text: string): string | null {
  const first = YEAR_FIRST.exec(text);
  const last = YEAR_LAST.exec(text);
  const name = first?.[2] ?? last?.[1];
  const number = name === undefined ? null : monthNumber(name);
  if (number === null) return null;
  return monthly(first?.[1] ?? wholeYear(last![2]!.replace("'", "")), number);
}

/** Two digits stand for the years 1950 to 2049. */
function wholeYear(text: string): string {
  if (text.length === 4) return text;
  return `${Number(text) < 50 ? "20" : "19"}${text}`;
}

function monthly(year: string, month: number): string {
  return `${year}-${String(month).padStart(2, "0")}`;
}

const TWO_YEARS = /^(?:FY ?)?(\d{4})[-/–](\d{2}|\d{4})$/i;

const ONE_YEAR = /^FY ?(\d{4}|\d{2})$/i;

/** `2010-11`, `2010/11`, `2010-2011`, `FY2010-11` or `FY2011` as twelve months; null for other text. */
function fiscalYear(text: string, { month, calledBy }: FiscalStart): string | null {
  const first = firstYear(text, calledBy);
  if (first === null || month === 1) return null;
  return `${monthly(String(first), month)}/${monthly(String(first + 1), month - 1)}`;
}

function firstYear(text: string, calledBy: FiscalStart["calledBy"]): number | null {
  const one = calledBy === null ? undefined : ONE_YEAR.exec(text)?.[1];
  if (one !== undefined) return Number(wholeYear(one)) - Number(calledBy === "last");
  const years = TWO_YEARS.exec(text);
  return years && follows(years[1]!, years[2]!) ? Number(years[1]) : null;
}

function follows(year: string, next: string): boolean {
  return (Number(year) + 1) % 10 ** next.length === Number(next);
}

/** Whether a text can only be a fiscal year, such as `2012-13`, `2010-2011` or `FY2024`. */
export function isFiscalYear(text: string): boolean {
  if (/^FY ?\d{2,4}$/i.test(text)) return true;
  const years = TWO_YEARS.exec(text);
  if (!years || !follows(years[1]!, years[2]!)) return false;
  return /^FY/i.test(text) || years[2]!.length === 4 || Number(years[2]) > 12 || years[2] === "00";
}

/**
 * Whether periods that could be months read like fiscal years: several of them, each a year with the
 * next one, such as `2007-08`, `2008-09`.
 */
export function lookFiscal(texts: readonly string[]): boolean {
  const distinct = new Set(texts.filter((text) => text !== ""));
  if (distinct.size < 2) return false;
  return [...distinct].every((text) => {
    const years = TWO_YEARS.exec(text);
    return years !== null && follows(years[1]!, years[2]!);
  });
}

/** 1 to 12 for `11`, `Nov` or `November`, also in other languages of trade; null for other text. */
export function monthNumber(text: string): number | null {
  if (text.length > LONGEST) return null;
  const written = /^(\d{1,2})(?:[月월]|[.-]? ?\p{L}{3,12})?$/u.exec(text)?.[1];
  const number = written === undefined ? monthNamed(text.toLowerCase()) : Number(written);
  return number >= 1 && number <= 12 ? number : null;
}

function monthNamed(text: string): number {
  const name = text.replace(/\.$/, "");
  // Three letters do not tell June from July in French.
  const short = MONTH_NAMES[name.slice(0, 4)] ?? MONTH_NAMES[name.slice(0, 3)];
  return short ?? monthInAnyLanguage(name) ?? 0;
}

/** The months from January to that of a month; any other period as it is. */
export function yearToDate(period: string): string {
  const month = /^(\d{4})-\d{2}$/.exec(period);
  return month ? `${month[1]}-01/${period}` : period;
}
