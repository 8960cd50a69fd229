/** Breaks text at spaces into lines of at most `width` characters; a longer word keeps its line. */
export function wrapWords(text: string, width: number): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of text.split(" ")) {
    if (current !== "" && current.length + 1 + word.length > width) {
      lines.push(current);
      current = word;
    } else current = current === "" ? word : `${current} ${word}`;
  }
  return [...lines, current];
}

/** Lines of a paragraph whose second and later lines are indented. */
export function hangingParagraph(text: string, width: number): string[] {
  return wrapWords(text, width - 2).map((line, index) => (index === 0 ? line : `  ${line}`));
}

const GAP = 2;
const NARROWEST_TEXT = 12;

/** The head of a column: what it is, and in which unit. */
export interface ColumnHead {
  readonly title: string;
  /** Empty for text. */
  readonly unit: string;
  readonly isText: boolean;
}

/**
 * The widths of a table's columns. Figures are never broken. Where the table is wider than the
 * screen, titles fold between words, then the widest column of text, then the units.
 */
export function columnWidths(
  heads: readonly ColumnHead[],
  rows: readonly (readonly string[])[],
  width: number,
): number[] {
  const bodies = heads.map((_, column) => longest(rows.map((row) => row[column]!)));
  const widthsWith = (least: (head: ColumnHead) => number) =>
    heads.map((head, column) => Math.max(bodies[column]!, least(head)));
  const natural = widthsWith(({ title, unit }) => Math.max(title.length, unit.length));
  if (totalWidth(natural) <= width) return natural;
  const folded = widthsWith(({ title, unit }) => Math.max(longestWord(title), unit.length));
  if (totalWidth(folded) <= width) return widened(folded, natural, width);
  const words =
    rows.length === 0 ? heads.map(() => 0) : bodies.map((_, column) => longestWordOf(rows, column));
  const narrowed = narrowText(heads, folded, words, width);
  if (totalWidth(narrowed) <= width) return narrowed;
  const narrowest = widthsWith(({ title, unit }) =>
    Math.max(longestWord(title), longestWord(unit)),
  );
  return narrowText(heads, narrowest, words, width);
}

/**
 * The columns of a table in blocks that each fit the screen. Every block begins with the columns
 * of text, which say what its rows are; only a figure that does not fit beside them goes over.
 */
export function columnBlocks(
  heads: readonly ColumnHead[],
  rows: readonly (readonly string[])[],
  width: number,
): number[][] {
  const all = heads.map((_, column) => column);
  const pick = <Cell>(cells: readonly Cell[], columns: readonly number[]) =>
    columns.map((column) => cells[column]!);
  const fits = (columns: readonly number[]) => {
    const bodies = rows.map((row) => pick(row, columns));
    return totalWidth(columnWidths(pick(heads, columns), bodies, width)) <= width;
  };
  if (fits(all)) return [all];
  const keys = all.filter((column) => heads[column]!.isText);
  const blocks: number[][] = [];
  for (const column of all.filter((one) => !keys.includes(one))) {
    const block = blocks.at(-1);
    if (block && fits([...block, column])) block.push(column);
    else blocks.push([...keys, column]);
  }
  return blocks.length === 0 ? [all] : blocks;
}

function longestWordOf(rows: readonly (readonly string[])[], column: number): number {
  return Math.max(...rows.map((row) => longestWord(row[column]!)));
}

/** Gives the room that is left to the columns whose heads then need not fold, from the left. */
function widened(folded: readonly number[], natural: readonly number[], width: number): number[] {
  const widths = [...folded];
  for (const [column, wanted] of natural.entries()) {
    const room = width - totalWidth(widths);
    if (wanted - widths[column]! <= room) widths[column] = wanted;
  }
  return widths;
}

function narrowText(
  heads: readonly ColumnHead[],
  widths: readonly number[],
  words: readonly number[],
  width: number,
): number[] {
  const text = widths.map((one, column) => (heads[column]!.isText ? one : 0));
  const widest = text.indexOf(Math.max(...text));
  const excess = Math.max(0, totalWidth(widths) - width);
  return widths.map((one, column) =>
    column === widest && heads[column]!.isText
      ? Math.max(NARROWEST_TEXT, words[column]!, one - excess)
      : one,
  );
}

/** The width of a table whose columns have these widths. */
export function totalWidth(widths: readonly number[]): number {
  return widths.reduce((sum, one) => sum + one, GAP * (widths.length - 1));
}

function longestWord(text: string): number {
  return longest(text.split(" "));
}

function longest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length));
}
