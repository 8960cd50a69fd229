import { host } from "./host.ts";

const DEFAULT_WIDTH = 80;

/** Columns of the terminal that shows standard output. */
export function screenWidth(): number {
  return host.stdout.columns || DEFAULT_WIDTH;
}

/**
 * Text that stays on one line of the terminal: only such a line can be taken away again. One column
 * stays free, so that the cursor does not go on to the next line.
 */
export function onOneLine(text: string, stream: { readonly columns?: number }): string {
  const room = (stream.columns || DEFAULT_WIDTH) - 1;
  return text.length <= room ? text : `${text.slice(0, room - 1)}…`;
}
