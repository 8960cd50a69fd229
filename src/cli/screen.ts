const DEFAULT_WIDTH = 80;

/** Columns of the terminal that shows standard output. */
export function screenWidth(): number {
  return process.stdout.columns || DEFAULT_WIDTH;
}
