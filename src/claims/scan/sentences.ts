const SENTENCE_END =
  /[.!?]["')\]]{0,3}[\d\u00b9\u00b2\u00b3\u2070-\u2079]{0,3}\s+(?=["'([]?[A-Z$\d])/g;
const ABBREVIATION =
  /(?:^|[^A-Za-z])(?:[A-Z]|Nos?|vs|Jr|Sr|Drs?|Mrs?|Ms|Figs?|Arts?|Secs?|Fed|Reg|Res|Cong|Inc|Corp|Co|Ltd|St|al|approx|ca|[Vv]ol|pp?|eds?|cf|chs?|chap|incl|excl|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)$/;

/** Where each sentence of a paragraph begins; the first is `start`. */
export function sentenceStarts(plain: string, start: number, end: number): number[] {
  const starts = [start];
  const part = plain.slice(start, end);
  for (const match of part.matchAll(SENTENCE_END)) {
    const before = part.slice(Math.max(0, match.index - 8), match.index);
    const decimal = /\d$/.test(before) && /^\.\d/.test(match[0]);
    if (decimal || (match[0].startsWith(".") && ABBREVIATION.test(before))) continue;
    starts.push(start + match.index + match[0].length);
  }
  return starts;
}
