/**
 * What a publisher says of a figure that it gives: SDMX's code list CL_OBS_STATUS and the flags of
 * Eurostat, which are the same letters in small. Revised and ordinary figures have none.
 */
const words: Readonly<Record<string, string>> = {
  ...{ P: "provisional", V: "provisional", E: "estimated", I: "estimated", S: "estimated" },
  ...{ F: "forecast", B: "break in series", U: "low reliability" },
};
const marks = new Map<string, string | null>();

/** The status that a code or several letters name, such as `p` or `be`; null where they name none. */
export function statusOfCode(code: string): string | null {
  const known = marks.get(code);
  if (known !== undefined) return known;
  const letters = /^[[(]?([a-z]{1,3})[\])]?$/i.exec(code)?.[1] ?? "";
  // `S` alone is a strike in SDMX, and Eurostat's own estimate in small.
  const own = [...letters].flatMap((letter) =>
    letter === "S" ? [] : (words[letter.toUpperCase()] ?? []),
  );
  const status = own.length === 0 ? statusOfWord(code) : [...new Set(own)].sort().join(" and ");
  if (marks.size < 1000) marks.set(code, status);
  return status;
}

/** Status in words, as files of offices write it: `Provisional`, `preliminary`, `Estimated value`. */
function statusOfWord(text: string): string | null {
  const word = /^(provisional|preliminary|estimated?|forecast|projected|break)\b/i.exec(text)?.[1];
  if (word === undefined) return null;
  const first = word[0]!.toUpperCase();
  return first === "P" && /^projected/i.test(word) ? "forecast" : (words[first] ?? null);
}

/** What the mark behind a number says: only the letters that mean the same everywhere. */
export function statusOfMark(text: string): string | null {
  const mark = /\d\s*[[(]?(p|e|ep|pe)[\])]?$/i.exec(text)?.[1];
  return mark === undefined ? null : statusOfCode(mark);
}
