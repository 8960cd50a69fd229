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
  if (!areKnown(given)) return null;
  const value = formula(given as Numbers);
  return value !== null && Number.isFinite(value) ? value : null;
}

/** Whether every number is there and finite. */
export function areKnown(given: object): boolean {
  return Object.values(given).flat().every(Number.isFinite);
}
