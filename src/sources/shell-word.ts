/** Longer texts are quoted without a look: the pattern has no stack left for megabytes. */
const LONGEST = 1000;

/** A text as one word of a command line, to be pasted into a shell. */
export function shellWord(text: string): string {
  return text.length < LONGEST && /^[\w=./:,-]+$/.test(text)
    ? text
    : `'${text.replaceAll("'", "'\\''")}'`;
}
