/** Commands of which some have commands of their own. */
const NESTED: readonly string[] = ["data", "claims", "value-added"];
const OF_CLAIMS: readonly string[] = ["verify", "report", "claims"];

/** What people mean by it who say it otherwise. */
const MEANT: readonly (readonly [RegExp, string])[] = [
  [/"(\d{4}) ?[-–—] ?(\d{4})" is not a period/, "Each year of a series: --period $1..$2"],
  [/"last ?(?:year)?" is not a period/, "The latest complete year: --period latest"],
  [/"[a-z]{3,9}\.?[ -]\d{4}" is not a period/i, "A month is written in digits: --period 2024-11"],
  [
    /no dataset has (Puerto Rico|Virgin Islands, U\.S\.)/,
    "The United States counts $1 as a part of itself: trade with it is none of its foreign trade.",
  ],
  [
    /no dataset has United States:/,
    "The embedded data are the trade of the United States: name a partner, or WORLD for all of them.",
  ],
];

/**
 * What to do next: what was probably meant, the hint of the error, or where to read on for a message that
 * does not say what to do itself.
 * @param words those of the command line.
 * @returns null where the message says it, in parentheses.
 */
export function nextStep(
  { message, hint }: { readonly message: string; readonly hint: string | null },
  words: readonly string[],
): string | null {
  for (const [form, step] of MEANT) {
    const found = form.exec(message);
    if (found) return step.replace(/\$(\d)/g, (_, at) => found[at] ?? "");
  }
  return hint ?? whereToRead(message, words);
}

function whereToRead(message: string, words: readonly string[]): string | null {
  const [command = "", below = ""] = words;
  if (/\([^)]+\)/.test(message) || !isName(command)) return null;
  const file = /^(\S+\.\w+)(?::\d+)?: /.exec(message)?.[1];
  if (file !== undefined && OF_CLAIMS.includes(command)) {
    return "How claims are written: trade-metrics claims guide";
  }
  if (file !== undefined && command !== "data" && words.includes(file)) {
    return `What the file holds: trade-metrics data check ${file}`;
  }
  const names = NESTED.includes(command) && isName(below) ? `${command} ${below}` : command;
  return `See trade-metrics ${names} --help.`;
}

function isName(word: string): boolean {
  return /^[a-z][a-z-]*$/.test(word);
}
