/** Which records a question needs. Of large files, all others are only counted. */
export interface AskedRecords {
  /** Lists of partners, as the question names them; null: all. */
  readonly partners: readonly string[] | null;
  /** The reporter, as the question names it; null: any. */
  readonly reporter: string | null;
  readonly years: YearSpan | null;
}

/** Calendar years, from the first to the last; null: all. */
export interface YearSpan {
  readonly first: number;
  readonly last: number;
}

/** The same by codes, as the records of a file have them. */
export interface AskedCodes {
  readonly partners: ReadonlySet<string> | null;
  readonly reporter: string | null;
  readonly years: YearSpan | null;
}

export const allRecords: AskedRecords & AskedCodes = {
  partners: null,
  reporter: null,
  years: null,
};
