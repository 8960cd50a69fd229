/** A run of lines that belong together, and the sentences in it, as offsets into the text. */
interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly heading: boolean;
  /** The nearest heading above it, or null. */
  readonly section: string | null;
  /** Where each sentence begins; the first is `start`. */
  readonly sentences: readonly number[];
}

/** A text with its lines, paragraphs and sentences. All offsets hold for the original as well. */
export interface Layout {
  /** The text with one shape for each quote, minus, space and line end, and of the same length. */
  readonly plain: string;
  readonly lineStarts: readonly number[];
  readonly paragraphs: readonly Paragraph[];
}

const sameShape: ReadonlyMap<string, string> = new Map([
  ["\u2018", "'"],
  ["\u2019", "'"],
  ["\u201c", '"'],
  ["\u201d", '"'],
  ["\u2010", "-"],
  ["\u2011", "-"],
  ["\u2012", "-"],
  ["\u2212", "-"],
  ["\ufe63", "-"],
  ["\uff0d", "-"],
  ["\uff05", "%"],
  ["\uff04", "$"],
  ["\ufeff", " "],
  ["\r", "\n"],
]);

/** Each character is replaced by one character, so that offsets stay those of the original. */
function plainText(text: string): string {
  return text
    .replace(/\r\n/g, " \n")
    .replace(
      /[\u2018\u2019\u201c\u201d\u2010-\u2012\u2212\ufe63\uff0d\uff05\uff04\ufeff\r]/g,
      (c) => sameShape.get(c)!,
    );
}

const BLANK = /^\s*$/;
const MARKDOWN_HEADING = /^\s{0,3}#{1,6}\s+(\S[^\n]{0,200})/;
const UNDERLINE = /^\s{0,3}(?:={3,}|-{3,})\s*$/;
const ITEM = /^\s*(?:[•▪‣●○*+–-]\s|\(?\d{1,3}[.)]\s|\[\d{1,3}\]\s|\|)/;
const BACK_MATTER =
  /^\s*(?:\d{1,2}\.?\s+)?(?:references|bibliography|works cited|reference list|sources|endnotes|footnotes|notes)\s*:?\s*$/i;
const CAPTION = /^\s*(?:tables?|figures?|graphs?|charts?|exhibits?|box|source|sources|notes?)\b/i;
const LONGEST_HEADING = 100;

/** True where a line that stands alone reads like a heading: short, no full stop, no quantities. */
function looksLikeHeading(line: string): boolean {
  if (BACK_MATTER.test(line)) return true;
  const words = line.trim();
  return (
    words.length > 0 &&
    words.length <= LONGEST_HEADING &&
    /^["'(]?[A-Z\d]/.test(words) &&
    /[A-Za-z]{2}/.test(words) &&
    !/[.,;:!%$|]$|[%$]/.test(words) &&
    !CAPTION.test(words)
  );
}

interface Line {
  readonly start: number;
  readonly text: string;
}

function headingText(line: string): string {
  return (MARKDOWN_HEADING.exec(line)?.[1] ?? line).replace(/[\s#:]+$/, "").trim();
}

/** Cuts a text into lines, paragraphs (blank lines, list items and headings part them), sentences. */
export function layOut(text: string): Layout {
  const plain = plainText(text);
  const lines: Line[] = [];
  for (let start = 0; start <= plain.length; ) {
    const newline = plain.indexOf("\n", start);
    const end = newline < 0 ? plain.length : newline;
    lines.push({ start, text: plain.slice(start, end) });
    start = end + 1;
  }
  const paragraphs: Paragraph[] = [];
  let section: string | null = null;
  let block: Line[] = [];
  const close = (): void => {
    const first = block[0];
    const last = block.at(-1);
    if (!first || !last) return;
    const underlined = block.length === 2 && first.text.length <= 200 && UNDERLINE.test(last.text);
    const alone = block.length === 1;
    const heading =
      (alone && (MARKDOWN_HEADING.test(first.text) || looksLikeHeading(first.text))) || underlined;
    const start = first.start;
    const end = last.start + last.text.length;
    if (heading) section = headingText(first.text);
    paragraphs.push({ start, end, heading, section, sentences: sentenceStarts(plain, start, end) });
    block = [];
  };
  for (const line of lines) {
    if (BLANK.test(line.text)) {
      close();
      continue;
    }
    const heading = MARKDOWN_HEADING.test(line.text) || BACK_MATTER.test(line.text);
    if (heading || ITEM.test(line.text)) close();
    block.push(line);
    if (heading) close();
  }
  close();
  return { plain, lineStarts: lines.map((line) => line.start), paragraphs };
}

const SENTENCE_END = /[.!?]["')\]]{0,3}\d{0,3}\s+(?=["'([]?[A-Z$\d])/g;
const ABBREVIATION =
  /(?:^|[^A-Za-z])(?:[A-Z]|Nos?|vs|Jr|Sr|Drs?|Mrs?|Ms|Figs?|Arts?|Secs?|Fed|Reg|Res|Cong|Inc|Corp|Co|Ltd|St|al|approx|ca|[Vv]ol|pp?|eds?|cf|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)$/;

function sentenceStarts(plain: string, start: number, end: number): number[] {
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

/** The last index whose start is not after the offset, or -1; `starts` ascends. */
export function indexAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
