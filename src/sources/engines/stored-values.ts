import { moneyUnitOf } from "../../numbers/money.ts";
import type { Figures } from "../formats/figures.ts";
import type { TableReader } from "../formats/table-reader.ts";
import { ALWAYS, type Dialect } from "./dialect.ts";

/** Digits of a whole number that is held exactly, whatever it is. */
const DIGITS = 15;

/** Digits after the point of a value that is in whole units of its currency. */
function decimalsOf(unit: string): number {
  return moneyUnitOf(unit)!.power;
}

/** SQL for the text of a value that is no plain number; null where it is one. */
export function oddSql(dialect: Dialect, { at }: Figures, unit: string): string {
  const decimals = decimalsOf(unit);
  const isPlain = dialect.isPlainNumber(at, DIGITS - decimals, decimals);
  if (isPlain === ALWAYS) return "NULL";
  return `CASE WHEN ${isPlain} THEN NULL ELSE ${dialect.text(at)} END`;
}

/** SQL for the number of the column that repeats the value on a stated valuation; -1 for none. */
export function likeSql(
  dialect: Dialect,
  { valuationColumns }: TableReader,
  { at }: Figures,
): string {
  if (valuationColumns.length === 0) return "-1";
  const text = dialect.text(at);
  const texts = valuationColumns.map((column) => dialect.text(column));
  // A text that begins behind all blanks is not empty, and one that is the same needs no trimming.
  const alike = texts.map((other, number) => {
    const all = [...texts.slice(0, number).map((one) => `${one} = ''`), `${other} = ${text}`];
    return `WHEN ${text} >= '!' AND ${all.join(" AND ")} THEN ${number}`;
  });
  const value = `trim(${text})`;
  const likes = texts.map((other, number) => `WHEN trim(${other}) = ${value} THEN ${number}`);
  return `CASE ${alike.join(" ")} WHEN ${value} = '' THEN -1 ${likes.join(" ")} ELSE -1 END`;
}

/** SQL for the sum of plain numbers in whole units, each rounded half away from zero. */
export function valueSql(dialect: Dialect, { at }: Figures, unit: string): string {
  return dialect.sumOfNumbers(at, decimalsOf(unit));
}
