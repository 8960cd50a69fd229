import { closest, distance } from "fastest-levenshtein";

const LONGEST = 60;

/** The name that a misspelt word most likely means, for the end of a message; empty for none. */
export function didYouMean(word: string, names: readonly string[]): string {
  // Of a long text nothing is near, and to find that out takes long.
  if (names.length === 0 || word.length > LONGEST) return "";
  const found = closest(word, names);
  return distance(word, found) <= 2 ? ` (did you mean ${found}?)` : "";
}
