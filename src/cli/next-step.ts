/** Commands of which some have commands of their own. */
const NESTED: readonly string[] = ["data", "claims", "value-added"];
const OF_CLAIMS: readonly string[] = ["verify", "report", "claims"];

/**
 * Where to read on, for a message that does not say what to do itself.
 * @param words those of the command line.
 * @returns null where the message says it, in parentheses.
 */
export function nextStep(message: string, words: readonly string[]): string | null {
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
