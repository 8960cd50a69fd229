import { closest, distance } from "fastest-levenshtein";

/** The name that a misspelt word most likely means, for the end of a message; empty for none. */
export function didYouMean(word: string, names: readonly string[]): string {
  if (names.length === 0) return "";
  const found = closest(word, names);
  return distance(word, found) <= 2 ? ` (did you mean ${found}?)` : "";
}
