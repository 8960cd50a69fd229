/** What only the row engine can tell exactly, and why. Any other error is one of this program. */
export class NeedsRows extends Error {}

/** @returns null where rows are needed. @throws every other error. */
export function unlessRowsAreNeeded(error: unknown): null {
  if (error instanceof NeedsRows) return null;
  throw error;
}
