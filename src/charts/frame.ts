import type { Answer, Currency, ResultColumn, ResultRow } from "../calculation/result.ts";

import { periodTitle } from "./period-title.ts";

const THOUSAND = 1e3;

/** The scale in which the figures of a chart are shown. */
export interface Scale {
  readonly unit: string;
  readonly divisor: number;
  readonly digits: number;
}

/** Money in thousands, millions, billions or trillions, by the largest figure; the rest as it is. */
export function scaleOf(
  unit: ResultColumn["unit"] | Currency,
  figures: readonly number[],
  digits: number | null,
  currency = "US$",
): Scale {
  if (unit === "percent") return { unit: "%", divisor: 1, digits: digits ?? 1 };
  if (unit !== "USD") return { unit: "", divisor: 1, digits: digits ?? 1 };
  const largest = Math.max(0, ...figures.map(Math.abs));
  if (largest === 0) return { unit: currency, divisor: 1, digits: digits ?? 0 };
  const names = ["", " thousand", " million", " billion", " trillion"].map(
    (word) => `${currency}${word}`,
  );
  const power = Math.min(names.length - 1, Math.max(0, Math.floor(Math.log10(largest) / 3)));
  const divisor = THOUSAND ** power;
  const fitting = power === 0 ? 0 : largest / divisor < 10 ? 2 : 1;
  return { unit: names[power]!, divisor, digits: digits ?? fitting };
}

/** Whether bars compare a row: beside all its parts, the rest among them, a whole would dwarf them. */
export function isComparedAmong(rows: readonly ResultRow[]): (row: ResultRow) => boolean {
  const hasRest = rows.some(({ row }) => row === "rest");
  return ({ row }) => !hasRest || row !== "total";
}

/** The rows that bars compare. */
export function comparedRows(rows: readonly ResultRow[]): readonly ResultRow[] {
  return rows.filter(isComparedAmong(rows));
}

/** The scale of the value column. */
export function valueScale(
  answer: Answer,
  digits: number | null,
  rows: readonly ResultRow[] = answer.result.rows,
): Scale {
  const column = answer.columns.find(({ name }) => name === "value");
  const values = rows.flatMap(({ value }) => (value === null ? [] : [value]));
  return scaleOf(column?.unit ?? answer.result.unit ?? "number", values, digits, column?.currency);
}

/** `Balance / exports, %` for the axis. */
export function axisTitle(answer: Answer, { unit }: Scale): string {
  const title = answer.columns.find(({ name }) => name === "value")?.title ?? answer.title;
  const plain = title.replaceAll("\u00a0", " ");
  return unit === "" ? plain : `${plain}, ${unit}`;
}

/** What the chart shows, and when where all rows share one period. */
export function chartTitle(answer: Answer): string {
  const { rows } = answer.result;
  const periods = periodsOf(rows);
  if (periods.length !== 1) return answer.title;
  const [row] = rows;
  const from = row?.basePeriod ? `${periodTitle(String(row.basePeriod))} to ` : "";
  const projected = rows.some(({ projectedFrom }) => projectedFrom) ? " (projected)" : "";
  return `${answer.title}, ${from}${periodTitle(periods[0]!)}${projected}`;
}

/**
 * Whose trade it is, and what the sign means: what the members shown have in common, the head of the
 * data's title, and a sentence.
 */
export function chartSubtitle(answer: Answer): string {
  const { result } = answer;
  const { sign } = result.definition;
  const [data] = result.data;
  const subject = data ? [`${data.title.split(",")[0]}.`] : [];
  const meaning =
    typeof sign === "string" ? [`${sign.charAt(0).toUpperCase()}${sign.slice(1)}.`] : [];
  return [...inCommon(answer), ...subject, ...meaning].join(" ");
}

/** The partner or reporter of all rows, where rows are other members and do not name it. */
function inCommon({ columns, result: { rows } }: Answer): string[] {
  if (rows.length < 2 || rows.some(({ row }) => row === undefined)) return [];
  const texts = columns.filter(({ name, unit }) => unit === "text" && !TIMES.has(name));
  const same = texts.filter(({ name }) => new Set(rows.map((row) => row[name])).size === 1);
  if (same.length === texts.length) return [];
  return same.map(({ name }) => `${rows[0]![name]}.`);
}

/** The periods of the rows, each once, in the order of the rows. */
export function periodsOf(rows: readonly ResultRow[]): string[] {
  return [...new Set(rows.flatMap(({ period }) => (period === null ? [] : [period])))];
}

/** The columns that say when, which is not what a row is about. */
const TIMES = new Set(["period", "basePeriod", "released"]);

/**
 * What a row is about: its partner, and whatever else sets it apart from the other rows, such as a
 * measure. The row of a whole group goes by the group's short name.
 */
export function subjectOf(row: ResultRow, answer: Answer): string {
  const { rows, parameters } = answer.result;
  const texts = answer.columns.filter(({ name, unit }) => unit === "text" && !TIMES.has(name));
  const differ = texts.filter(({ name }) => new Set(rows.map((one) => one[name])).size > 1);
  // The vintage is where a figure comes from; only of one figure in several it says which.
  const others = differ.filter(({ name }) => name !== "vintage");
  const apart = others.length > 0 || periodsOf(rows).length > 1 ? others : differ;
  const isGroup = row.partner === parameters.total && !row.partner?.includes("+");
  const named = (apart.length > 0 ? apart : texts.slice(0, 1)).map(({ name }) =>
    name === "partnerName" && isGroup ? row.partner : row[name],
  );
  const known = named.filter((name) => typeof name === "string" && name !== "");
  return known.length > 0 ? known.join(", ") : (row.partnerName ?? numbersGiven(parameters));
}

/** `exports 300.1, imports 452.6`, for an answer from printed numbers. */
function numbersGiven(parameters: Readonly<Record<string, unknown>>): string {
  return Object.entries(parameters)
    .filter(([, text]) => typeof text === "string" && /\d/.test(text))
    .map(([name, text]) => `${name} ${text}`)
    .join(", ");
}
