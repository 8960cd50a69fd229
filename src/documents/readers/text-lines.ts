/** A line of a text, without its line end. */
export interface Line {
  readonly start: number;
  readonly text: string;
}

/** The lines of a text; a line feed, a carriage return, or both end one. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = at === text.length ? 10 : text.charCodeAt(at);
    if (code !== 10 && code !== 13) continue;
    lines.push({ start, text: text.slice(start, at) });
    if (code === 13 && text.charCodeAt(at + 1) === 10) at += 1;
    start = at + 1;
  }
  return lines;
}

export const ATX_HEADING = /^\s{0,3}(#{1,6})\s+(\S[^\n]{0,400})/;
export const UNDERLINE = /^\s{0,3}(?:={3,}|-{3,})\s*$/;
export const ITEM = /^\s*(?:[•▪‣●○*+–-]\s|\(?\d{1,3}[.)]\s|\[\d{1,3}\]\s)/;
export const BACK_MATTER =
  /^\s*(?:\d{1,2}\.?\s+)?(?:references|bibliography|works cited|reference list|sources|endnotes|footnotes|notes)\s*:?\s*$/i;
const CAPTION = /^\s*(?:tables?|figures?|graphs?|charts?|exhibits?|box|source|sources|notes?)\b/i;
const LONGEST_HEADING = 100;

/** True where a line that stands alone reads like a heading: short, no full stop, no quantities. */
export function looksLikeHeading(line: string): boolean {
  if (BACK_MATTER.test(line)) return true;
  const words = line.trim();
  return (
    words.length > 0 &&
    words.length <= LONGEST_HEADING &&
    /^["'“‘(]?[A-Z\d]/.test(words) &&
    /[A-Za-z]{2}/.test(words) &&
    !/[.,;:!%$|]$|[%$]/.test(words) &&
    !CAPTION.test(words)
  );
}

/** `Table 3. Imports by chapter`: a line that names what follows it. */
export function looksLikeCaption(line: string): boolean {
  return line.length <= 240 && /^\s*(?:table|figure|graph|chart|exhibit)\s[\dA-Z]/i.test(line);
}
