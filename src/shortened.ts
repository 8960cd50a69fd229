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
  const words = text.replace(/\S{401,}/g, (word) => cut(word, 80, 40));
  // What to do stands at the end.
  return words.length > LONGEST_LINE ? cut(words, 1200, 400) : words;
}

function cut(text: string, start: number, end: number): string {
  return `${text.slice(0, start)}…${text.slice(-end)}`;
}
