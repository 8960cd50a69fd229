import { InputError } from "../errors.ts";

/** Numbers by their names, or lists of them, any of which may be unknown. */
export type Given<Numbers> = {
  readonly [Name in keyof Numbers]: Numbers[Name] extends readonly number[] | undefined
    ? readonly (number | null)[]
    : Numbers[Name] | null;
};

/**
 * What a formula gives where every number is known; null where one is null or no finite number, and
 * where the formula gives none.
 */
export function ofGiven<Numbers extends object>(
  given: Given<Numbers>,
  formula: (numbers: Numbers) => number | null,
): number | null {
  refuseOther(given);
  if (!areKnown(given)) return null;
  const value = formula(given as Numbers);
  return value !== null && Number.isFinite(value) ? value : null;
}

/** The same of a formula whose numbers are lists. @param names those of the lists. */
export function ofLists<Lists extends object>(
  given: Given<Lists>,
  names: readonly (keyof Lists & string)[],
  formula: (lists: Lists) => number | null,
): number | null {
  refuseOther(given);
  const other = names.find((name) => !Array.isArray(given[name] ?? []));
  if (other !== undefined) throw new InputError(`${other}: expected a list of numbers`);
  return ofGiven(given, formula);
}

/** @throws InputError for anything but one object. */
export function refuseOther(given: unknown): void {
  if (typeof given === "object" && given !== null) return;
  throw new InputError(
    `a metric takes its numbers as one object, such as growth({ from: 196, to: 274 }) (got ${String(given)})`,
  );
}

/** Whether every number is there and finite. */
export function areKnown(given: object): boolean {
  return Object.values(given).flat().every(Number.isFinite);
}
