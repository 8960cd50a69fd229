/** A word that is longer than this is no word, name or path that a person needs to read whole. */
const LONGEST_WORD = 400;
const LONGEST_LINE = 2000;

/**
 * A message without the length of what was given: a file may hold a value of five megabytes, and
 * what a person needs is where it stands.
 */
export function shortened(message: string): string {
  if (message.length <= LONGEST_WORD) return message;
  return message.split("\n").map(line).join("\n");
}

function line(text: string): string {
  // A pattern of 401 and more characters overflows the stack on a word of megabytes.
  const words = text
    .split(/(\s)/)
    .map((word) => (word.length > LONGEST_WORD ? cut(word, 80, 40) : word))
    .join("");
  // What to do stands at the end.
  return words.length > LONGEST_LINE ? cut(words, 1200, 400) : words;
}

function cut(text: string, start: number, end: number): string {
  return `${text.slice(0, start)}…${text.slice(-end)}`;
}
