import type { Answer, ResultColumn, ResultRow } from "../calculation/result.ts";

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
  unit: ResultColumn["unit"],
  figures: readonly number[],
  digits: number | null,
): Scale {
  if (unit === "percent") return { unit: "%", divisor: 1, digits: digits ?? 1 };
  if (unit !== "USD") return { unit: "", divisor: 1, digits: digits ?? 1 };
  const largest = Math.max(0, ...figures.map(Math.abs));
  if (largest === 0) return { unit: "US$", divisor: 1, digits: digits ?? 0 };
  const names = ["US$", "US$ thousand", "US$ million", "US$ billion", "US$ trillion"];
  const power = Math.min(names.length - 1, Math.max(0, Math.floor(Math.log10(largest) / 3)));
  const divisor = THOUSAND ** power;
  const fitting = power === 0 ? 0 : largest / divisor < 10 ? 2 : 1;
  return { unit: names[power]!, divisor, digits: digits ?? fitting };
}

/** The scale of the value column. */
export function valueScale(answer: Answer, digits: number | null): Scale {
  const column = answer.columns.find(({ name }) => name === "value");
  const values = answer.result.rows.flatMap(({ value }) => (value === null ? [] : [value]));
  return scaleOf(column?.unit ?? answer.result.unit, values, digits);
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

/** Whose trade it is, and what the sign means: the head of the data's title, and a sentence. */
export function chartSubtitle({ result }: Answer): string {
  const { sign } = result.definition;
  const [data] = result.data;
  const subject = data ? [`${data.title.split(",")[0]}.`] : [];
  const meaning =
    typeof sign === "string" ? [`${sign.charAt(0).toUpperCase()}${sign.slice(1)}.`] : [];
  return [...subject, ...meaning].join(" ");
}

/** The periods of the rows, each once, in the order of the rows. */
export function periodsOf(rows: readonly ResultRow[]): string[] {
  return [...new Set(rows.flatMap(({ period }) => (period === null ? [] : [period])))];
}

/**
 * The partner of a row, and its measure where rows of one partner differ in it. The row of a whole
 * group goes by the group's short name.
 */
export function subjectOf(row: ResultRow, answer: Answer): string {
  const { rows, parameters } = answer.result;
  if (row.partnerName === null) return ownName(row) ?? numbersGiven(parameters);
  const measures = new Set(rows.map(({ measure }) => measure));
  const isGroup = row.partner === parameters.total && !row.partner?.includes("+");
  const name = isGroup ? String(row.partner) : row.partnerName;
  return measures.size > 1 ? `${name}, ${row.measure}` : name;
}

/** The name of a row that is about an economy, a term or a good, and about no partner. */
function ownName(row: ResultRow): string | null {
  const names = [row.exporterName, row.originName, row.industry, row.term, row.partName];
  const given = names.filter((name) => typeof name === "string");
  return given.length > 0 ? given.join(", ") : null;
}

/** `exports 300.1, imports 452.6`, for an answer from printed numbers. */
function numbersGiven(parameters: Readonly<Record<string, unknown>>): string {
  return Object.entries(parameters)
    .filter(([, text]) => typeof text === "string" && /\d/.test(text))
    .map(([name, text]) => `${name} ${text}`)
    .join(", ");
}
