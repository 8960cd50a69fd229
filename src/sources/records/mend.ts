/** The options that read a figure as it is written. */
export interface Mend {
  readonly decimal?: "point" | "comma";
  /** What stands behind the number, for `--marks`. */
  readonly mark?: string;
}

/** How a text that is no plain number can be read; null where no option reads it. */
export function mendOf(text: string): Mend | null {
  if (/^[+-]?\d{1,3}(\.\d{3})*,\d+$|^[+-]?\d+,\d+$/.test(text)) return { decimal: "comma" };
  if (/^[+-]?(?:US ?)?[$€£¥] ?\d/.test(text)) return { decimal: "point" };
  // Two points in one number set thousands apart.
  if (/^[+-]?\d{1,3}(\.\d{3}){2,}$/.test(text)) return { decimal: "comma" };
  if (/^[+-]?\d{1,3}([ \u00a0\u202f'’]\d{3})+([.,]\d+)?$/.test(text)) {
    return { decimal: /,\d+$/.test(text) ? "comma" : "point" };
  }
  const mark = /\d\s?([a-z*†‡]|\([a-z\d]\))$/i.exec(text)?.[1];
  if (mark === undefined) return null;
  return { mark, ...(/\d,\d{3}/.test(text) && { decimal: "point" as const }) };
}

/** What reads all of several texts; null where they contradict each other. */
export function mendOfAll(mends: readonly Mend[]): string | null {
  const decimals = new Set(mends.flatMap(({ decimal }) => decimal ?? []));
  if (mends.length === 0 || decimals.size > 1) return null;
  const marks = [...new Set(mends.flatMap(({ mark }) => mark ?? []))].join(",");
  return [
    ...[...decimals].map((decimal) => `--decimal ${decimal}`),
    ...(marks === "" ? [] : [`--marks ${shellWord(marks)}`]),
  ].join(" ");
}

/** A word as a shell takes it. */
export function shellWord(word: string): string {
  return /^[\w./,-]+$/.test(word) ? word : `'${word}'`;
}
