/** What of a stream decides whether a person sees only the end of a table. */
export interface Screen {
  readonly isTTY?: boolean;
  /** Lines of the terminal. */
  readonly rows?: number;
}

/**
 * One line for a person whose table is longer than the screen; null where it fits, or where the
 * text goes to a file or another program.
 */
export function longTableHint(lines: number, rows: number, screen: Screen): string | null {
  if (screen.isTTY !== true || !screen.rows || lines <= screen.rows) return null;
  return `hint: ${rows} rows are more than a screenful (--top 20 shows fewer, --format csv --output rows.csv writes them to a file)`;
}
