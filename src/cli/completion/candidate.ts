/** What may stand at the cursor. */
export interface Candidate {
  readonly value: string;
  readonly meaning: string;
}

export interface Candidates {
  readonly values: readonly Candidate[];
  /** Whether files may stand there too. */
  readonly files: boolean;
  /** Whether the word may go on, as a list does. */
  readonly open: boolean;
}

/** The candidates that begin with what has been typed, in any case. */
export function starting(candidates: readonly Candidate[], typed: string): Candidate[] {
  const wanted = typed.toLowerCase();
  return candidates.filter(({ value }) => value.toLowerCase().startsWith(wanted));
}
