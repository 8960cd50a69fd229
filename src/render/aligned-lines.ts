/** Letters of Latin, dashes and blocks, which take one column each. */
const NARROW = /^[\x20-\x7e\u00a0-\u02ff\u2010-\u2027\u2212\u2500-\u259f]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
const COLOURS = /\u001b\[[\d;]*m/g;
const GAP = "  ";

/**
 * Rows of cells as lines of text in columns: a cell of several lines makes its row as high, and
 * what is short is filled with spaces on the side that its column says. Lines without text and
 * spaces at the end of a line are left out. The time grows with the number of cells.
 */
export async function alignedLines(
  rows: readonly (readonly string[])[],
  alignments: readonly ("left" | "right")[],
): Promise<string[]> {
  const displayWidth = await measureFor(rows);
  const cells = rows.map((row) => row.map((cell) => cell.split("\n")));
  const widths = alignments.map(() => 0);
  for (const row of cells) {
    row.forEach((lines, column) => {
      for (const line of lines) widths[column] = Math.max(widths[column]!, displayWidth(line));
    });
  }
  const result: string[] = [];
  for (const row of cells) {
    const height = row.reduce((most, lines) => Math.max(most, lines.length), 1);
    for (let line = 0; line < height; line++) {
      const padded = row.map((lines, column) => {
        const text = lines[line] ?? "";
        const spaces = " ".repeat(widths[column]! - displayWidth(text));
        return alignments[column] === "left" ? text + spaces : spaces + text;
      });
      const text = padded.join(GAP).trimEnd();
      if (text !== "") result.push(text);
    }
  }
  return result;
}

/**
 * How many columns of the terminal a text takes. The tables for wide scripts and emoji take longer to
 * load than a table takes to write, so only a table with such text loads them.
 */
async function measureFor(rows: readonly (readonly string[])[]): Promise<(text: string) => number> {
  const isNarrow = (text: string) => NARROW.test(text);
  const visible = (text: string) => (text.includes("\u001b") ? text.replace(COLOURS, "") : text);
  const isPlain = (cell: string) => isNarrow(visible(cell).replaceAll("\n", ""));
  if (rows.every((row) => row.every(isPlain))) return (text) => visible(text).length;
  const { default: stringWidth } = await import("string-width");
  return (text) => {
    const shown = visible(text);
    return isNarrow(shown) ? shown.length : stringWidth(shown);
  };
}
