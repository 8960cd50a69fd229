/** A word, number or mark of a sentence. */
export interface Word {
  /** In small letters, without the ending of a possessive; empty for a mark. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether it begins with a capital. */
  readonly capital: boolean;
  readonly possessive: boolean;
  /** A mark of punctuation, else empty. */
  readonly mark: string;
}

const WORD =
  /(?:[A-Z]\.){2,}|[A-Za-z\u00c0-\u024f]+(?:'[a-z]+)?'?|\d+(?:[.,]\d+)*|[.,;:()\u2014\u2013%$|!?"\u2192-]/g;

/** Cuts a sentence into words and marks; hyphens within words part them and leave no mark. */
export function wordsOf(sentence: string): Word[] {
  const words: Word[] = [];
  for (const match of sentence.matchAll(WORD)) {
    const raw = match[0];
    const start = match.index;
    const end = start + raw.length;
    if (!/[\w\u00c0-\u024f]/.test(raw)) {
      const within =
        raw === "-" && /\w/.test(sentence[start - 1] ?? " ") && /\w/.test(sentence[end] ?? " ");
      if (!within)
        words.push({ text: "", start, end, capital: false, possessive: false, mark: raw });
      continue;
    }
    const possessive = /'s?$/.test(raw);
    const text = raw.replace(/'s?$/, "").toLowerCase();
    words.push({
      text,
      start,
      end,
      capital: /^[A-Z\u00c0-\u00de]/.test(raw),
      possessive,
      mark: "",
    });
  }
  return words;
}
