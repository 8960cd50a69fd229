import { scaleExponent } from "../../../numbers/printed.ts";
import { formatNumber } from "../../figures.ts";

/** A rounded number for people, with a minus sign in place of the hyphen. */
export function shown(value: number, digits: number): string {
  return typographic(formatNumber(value, digits));
}

/** The text of a number with a minus sign in place of the hyphen before its first digit. */
export function typographic(text: string): string {
  return text.replace(/(^|[\s(])-(?=[\d.])/g, "$1−");
}

/** By what a figure is divided for the scale in which it is printed. */
export function divisorOf(scale: string | null): number {
  return scale === null ? 1 : 10 ** (scaleExponent(scale) ?? 0);
}

/** `US$ billion`, `%`, for axes and heads of columns. */
export function unitTitle(unit: string, scale: string | null): string {
  const name = unit === "USD" ? "US$" : unit === "percent" ? "%" : unit;
  return scale === null ? name : `${name} ${scale}`;
}
