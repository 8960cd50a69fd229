const STOP_WORDS = new Set(
  "a an and are as at but by did for from had has have he in into is it its more of on or per than that the their this to under was were when where which while who will with since through until before after during according compared up down respectively".split(
    " ",
  ),
);
const PLURALS = new Set(["people", "children", "men", "women", "personnel", "staff"]);

/** The noun that a number counts: the first plural of the few words after it, or null. */
export function nounAfter(plain: string, offset: number): string | null {
  const window = plain.slice(offset, offset + 60);
  const glued = /^-([a-z]+)\b/.exec(window) ?? /^(km|kg|lbs?|mph|tons?)\b/.exec(window);
  if (glued) return glued[1]!;
  const words = /^\s(?:(?:U\.S\.|[A-Za-z][A-Za-z'-]*)\s?){1,5}/.exec(window)?.[0].trim();
  for (const word of words?.split(/\s+/) ?? []) {
    if (STOP_WORDS.has(word.toLowerCase())) return null;
    if (PLURALS.has(word.toLowerCase())) return word;
    if (word.length > 2 && /[a-zA-Z]s$/.test(word) && !/(?:ss|us|is|'s|ous)$/.test(word))
      return word;
  }
  return null;
}
