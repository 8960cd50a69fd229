import type { Unit } from "../metrics/metric.ts";
import type { Reason } from "../metrics/reason.ts";
import type { Comparison, Recipe } from "./recipe.ts";

/**
 * A value as the report prints it. An inverted percentage is again in percent; an inverted growth is
 * that from the end back to the start.
 */
export function printed(
  value: number,
  of: Pick<Recipe, "metric" | "inTable">,
  { as, inverted, negated, shift }: Recipe["printing"],
): number {
  let result = value;
  if (inverted) result = invertedValue(value, of);
  if (as === "deficit" || as === "deficit-change") result = -result;
  if (as === "times") result = multipleOf(result, of);
  if (as === "fraction") result /= 100;
  if (negated) result = -result;
  return shift === 0 ? result : result * 10 ** shift;
}

/** How many times: of growth the end over the start, of a percentage the part over the whole. */
function multipleOf(value: number, of: Pick<Recipe, "metric" | "inTable">): number {
  if (of.metric?.multipleOf) return of.metric.multipleOf(value);
  return unitOf(of) === "percent" ? value / 100 : value;
}

/** The unit of the number that is computed; published shares are in percent. */
export function unitOf({ metric, inTable }: Pick<Recipe, "metric" | "inTable">): Unit {
  return inTable?.unit ?? metric?.unit ?? "percent";
}

/** How much more the first number is than the second; null where nothing can be divided. */
export function compared(
  one: number,
  other: number,
  as: Comparison["as"],
): { value: number | null; reason: Reason | null } {
  if (as === "difference") return { value: one - other, reason: null };
  const base = as === "percent-over-first" ? one : other;
  if (base === 0) return { value: null, reason: "zero-base" };
  const part = as === "times" || as === "percent-of" ? one : one - other;
  return { value: (part / base) * (as === "times" ? 1 : 100), reason: null };
}

function invertedValue(value: number, of: Pick<Recipe, "metric" | "inTable">): number {
  if (of.metric?.inverseOf) return of.metric.inverseOf(value);
  return unitOf(of) === "percent" ? 10_000 / value : 1 / value;
}
