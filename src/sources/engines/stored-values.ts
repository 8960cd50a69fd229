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
  const isPlain = dialect.isPlainNumber(at, DIGITS - decimalsOf(unit));
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
  const value = `trim(${dialect.text(at)})`;
  const likes = valuationColumns.map(
    (column, number) => `WHEN trim(${dialect.text(column)}) = ${value} THEN ${number}`,
  );
  return `CASE WHEN ${value} = '' THEN -1 ${likes.join(" ")} ELSE -1 END`;
}

/** SQL for the sum of plain numbers in whole units, each rounded half away from zero. */
export function valueSql(dialect: Dialect, { at }: Figures, unit: string): string {
  return dialect.sumOfNumbers(at, decimalsOf(unit));
}
