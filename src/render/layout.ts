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

/** A column with the longest of its cells and of their words, which decide its width. */
export interface MeasuredColumn {
  readonly head: ColumnHead;
  readonly longestCell: number;
  readonly longestWord: number;
}

/** Measures the columns of a table: each cell is read once, however many layouts are tried. */
export function measureColumns(
  heads: readonly ColumnHead[],
  rows: Iterable<readonly string[]>,
): MeasuredColumn[] {
  const cell = heads.map(() => 0);
  const word = heads.map(() => 0);
  for (const row of rows) {
    for (const [column, text] of row.entries()) {
      cell[column] = Math.max(cell[column]!, text.length);
      if (text.length > word[column]!) word[column] = Math.max(word[column]!, longestWord(text));
    }
  }
  return heads.map((head, column) => ({
    head,
    longestCell: cell[column]!,
    longestWord: word[column]!,
  }));
}

/**
 * The widths of a table's columns. Figures are never broken. Where the table is wider than the
 * screen, titles fold between words, then the widest column of text, then the units.
 */
export function columnWidths(columns: readonly MeasuredColumn[], width: number): number[] {
  const widthsWith = (least: (head: ColumnHead) => number) =>
    columns.map(({ head, longestCell }) => Math.max(longestCell, least(head)));
  const natural = widthsWith(({ title, unit }) => Math.max(title.length, unit.length));
  if (totalWidth(natural) <= width) return natural;
  const folded = widthsWith(({ title, unit }) => Math.max(longestWord(title), unit.length));
  if (totalWidth(folded) <= width) return widened(folded, natural, width);
  const narrowed = narrowText(columns, folded, width);
  if (totalWidth(narrowed) <= width) return narrowed;
  const narrowest = widthsWith(({ title, unit }) =>
    Math.max(longestWord(title), longestWord(unit)),
  );
  return narrowText(columns, narrowest, width);
}

/**
 * The columns of a table in blocks that each fit the screen. Every block begins with the columns
 * of text, which say what its rows are; only a figure that does not fit beside them goes over.
 * @param answer the column that stands in the first block whatever else fits there.
 */
export function columnBlocks(
  columns: readonly MeasuredColumn[],
  width: number,
  answer = -1,
): number[][] {
  const all = columns.map((_, column) => column);
  const fits = (picked: readonly number[]) => {
    const own = picked.map((column) => columns[column]!);
    return totalWidth(columnWidths(own, width)) <= width;
  };
  if (fits(all)) return [all];
  const keys = all.filter((column) => columns[column]!.head.isText);
  const blocks: number[][] = [];
  const figures = all.filter((one) => !keys.includes(one));
  const first = figures.filter((one) => one === answer);
  for (const column of [...first, ...figures.filter((one) => one !== answer)]) {
    const block = blocks.at(-1);
    if (block && fits([...block, column])) block.push(column);
    else blocks.push([...keys, column]);
  }
  const inOrder = (block: readonly number[]) => [
    ...keys,
    ...figures.filter((one) => block.includes(one)),
  ];
  return blocks.length === 0 ? [all] : blocks.map(inOrder);
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
  columns: readonly MeasuredColumn[],
  widths: readonly number[],
  width: number,
): number[] {
  const text = widths.map((one, column) => (columns[column]!.head.isText ? one : 0));
  const widest = text.indexOf(Math.max(...text));
  const excess = Math.max(0, totalWidth(widths) - width);
  return widths.map((one, column) =>
    column === widest && columns[column]!.head.isText
      ? Math.max(NARROWEST_TEXT, columns[column]!.longestWord, one - excess)
      : one,
  );
}

/** The width of a table whose columns have these widths. */
export function totalWidth(widths: readonly number[]): number {
  return widths.reduce((sum, one) => sum + one, GAP * (widths.length - 1));
}

function longestWord(text: string): number {
  return Math.max(0, ...text.split(" ").map((word) => word.length));
}
