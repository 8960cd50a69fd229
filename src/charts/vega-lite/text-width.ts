/** Widths of the characters from space to tilde in thousandths of the font size. */
const HELVETICA = [
  ...[278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278],
  ...[556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556],
  ...[1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778],
  ...[667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556],
  ...[333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556],
  ...[556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584],
];
const SPACE = 32;
const OTHER = 600;
/** The reader's font may be wider than the one that was measured. */
const ALLOWANCE = 1.12;

/**
 * The width of a line of text in pixels, with some to spare for wider fonts. The same on every
 * machine, whatever its fonts, so that a chart is always drawn in the same bytes.
 * Source: Adobe Core 14 font metrics, Helvetica, to which Arial and Liberation Sans are alike.
 */
export function textWidth(text: string, fontSize: number): number {
  let thousandths = 0;
  for (const character of text) {
    thousandths += HELVETICA[character.codePointAt(0)! - SPACE] ?? OTHER;
  }
  return (thousandths / 1000) * fontSize * ALLOWANCE;
}

/** Breaks text between words into lines of at most this many pixels. */
export function wrapText(text: string, fontSize: number, width: number): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of text.split(" ")) {
    const longer = current === "" ? word : `${current} ${word}`;
    if (current !== "" && textWidth(longer, fontSize) > width) {
      lines.push(current);
      current = word;
    } else current = longer;
  }
  return [...lines, current];
}
