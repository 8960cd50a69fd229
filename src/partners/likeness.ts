import { distance } from "fastest-levenshtein";

/** Shorter texts are codes. */
export const SHORTEST_NAME = 4;
/** To compare a whole text with every name takes minutes, and finds nothing. */
const LONGEST_NAME = 100;

/** How far a name is from what was typed, or null where it is another word. */
export function likeness(wanted: string, key: string): number | null {
  if (
    wanted.length < SHORTEST_NAME - 1 ||
    wanted.length > LONGEST_NAME ||
    key.length < SHORTEST_NAME ||
    /\d/.test(key)
  )
    return null;
  if (key.startsWith(wanted) || (wanted.startsWith(key) && wanted.length < 2 * key.length))
    return 0.5;
  const score = hasSameLetters(wanted, key) ? 1 : distance(wanted, key);
  return score <= Math.max(1, Math.floor(wanted.length / 4)) ? score : null;
}

/** Letters that changed places are one slip: `mexcio`. */
function hasSameLetters(one: string, other: string): boolean {
  if (one.length !== other.length || distance(one, other) > 2) return false;
  return [...one].sort().join("") === [...other].sort().join("");
}

/** What a word that is no partner most likely is; null where nothing is near. */
export function hintFor(word: string, nearest: readonly string[]): string | null {
  const isPeriod = /^(?:19|20)\d{2}\b|^latest/.test(word);
  return isPeriod ? `A period is asked for with --period ${word}.` : didYouMean(nearest);
}

export function didYouMean(names: readonly string[]): string | null {
  return names.length > 0 ? `Did you mean ${names.join(", ")}?` : null;
}
