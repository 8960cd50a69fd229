import { madeAnew } from "./pieces.ts";

/** Letters of Latin, dashes and blocks, which take one column each. */
const NARROW = /^[\x20-\x7e\u00a0-\u02ff\u2010-\u2027\u2212\u2500-\u259f]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
const COLOURS = /\u001b\[[\d;]*m/g;
const GAP = "  ";

/**
 * Rows of cells as lines of text in columns: a cell of several lines makes its row as high, and
 * what is short is filled with spaces on the side that its column says. Lines without text and
 * spaces at the end of a line are left out. The time grows with the number of cells.
 * @param rows are looked through twice: for their widths, and as the lines are read.
 */
export async function alignedLines(
  rows: Iterable<readonly string[]>,
  alignments: readonly ("left" | "right")[],
): Promise<Iterable<string>> {
  const measured = await measuredFor(rows, alignments.length);
  return madeAnew(() => linesOf(rows, alignments, measured));
}

interface Measured {
  /** How many columns of the terminal a text takes. */
  readonly displayWidth: (text: string) => number;
  readonly widths: readonly number[];
}

function* linesOf(
  rows: Iterable<readonly string[]>,
  alignments: readonly ("left" | "right")[],
  { displayWidth, widths }: Measured,
): Generator<string> {
  for (const row of rows) {
    const cells = row.map((cell) => cell.split("\n"));
    const height = cells.reduce((most, lines) => Math.max(most, lines.length), 1);
    for (let line = 0; line < height; line++) {
      const padded = cells.map((lines, column) => {
        const text = lines[line] ?? "";
        const spaces = " ".repeat(widths[column]! - displayWidth(text));
        return alignments[column] === "left" ? text + spaces : spaces + text;
      });
      const text = padded.join(GAP).trimEnd();
      if (text !== "") yield text;
    }
  }
}

/**
 * The tables for wide scripts and emoji take longer to load than a table takes to write, so only a
 * table with such text loads them.
 */
async function measuredFor(rows: Iterable<readonly string[]>, columns: number): Promise<Measured> {
  const isNarrow = (text: string) => NARROW.test(text);
  const visible = (text: string) => (text.includes("\u001b") ? text.replace(COLOURS, "") : text);
  const widthsBy = (displayWidth: (text: string) => number) => {
    const widths = Array.from({ length: columns }, () => 0);
    for (const row of rows) {
      for (const [column, cell] of row.entries()) {
        for (const line of cell.split("\n")) {
          widths[column] = Math.max(widths[column]!, displayWidth(line));
        }
      }
    }
    return { displayWidth, widths };
  };
  let isPlain = true;
  const plain = widthsBy((text) => {
    const shown = visible(text);
    isPlain &&= isNarrow(shown);
    return shown.length;
  });
  if (isPlain) return { ...plain, displayWidth: (text) => visible(text).length };
  const { default: stringWidth } = await import("string-width");
  return widthsBy((text) => {
    const shown = visible(text);
    return isNarrow(shown) ? shown.length : stringWidth(shown);
  });
}
