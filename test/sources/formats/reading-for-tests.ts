import type { ReadingWords } from "../../../src/sources/formats/reading-words.ts";

/** The options of a reading, of which most say nothing. */
export function readingWords(said: Partial<ReadingWords>): ReadingWords {
  return {
    ...{ file: null, column: [], constant: [], word: [] },
    ...{ decimal: null, marks: [], headerLine: null, addUp: [] },
    ...said,
  };
}
