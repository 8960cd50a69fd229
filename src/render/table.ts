import type { Answer, ResultRow } from "../calculation/result.ts";
import { alignedLines } from "./aligned-lines.ts";
import { cellText, footerLines, type ShownColumn, shownColumns } from "./figures.ts";
import {
  type ColumnHead,
  columnBlocks,
  columnWidths,
  hangingParagraph,
  measureColumns,
  totalWidth,
  wrapWords,
} from "./layout.ts";
import type { Paint } from "./paint.ts";
import type { Renderer } from "./renderer.ts";
import { safeText } from "./safe-text.ts";
import { barBlock, barColumn, sparkBlock } from "./terminal-chart.ts";

/** A table for the terminal: figures to the right, deficits in red, units in the head. */
export const tableRenderer: Renderer<string> = {
  async render(answer, { digits, paint, width, chart }) {
    const columns = shownColumns(answer, digits);
    const { rows } = answer.result;
    const texts = rows.map((row) => columns.map((column) => cellText(row, column)));
    const heads = columns.map(({ title, head, unit }) => ({
      title,
      unit: head,
      isText: unit === "text",
    }));
    const measured = measureColumns(heads, texts);
    const value = columns.findIndex(({ name }) => name === "value");
    const blocks = columnBlocks(measured, width, value).map((picked) => {
      const shown = picked.map((column) => measured[column]!);
      return { picked, widths: columnWidths(shown, width) };
    });
    const [only] = blocks;
    const room = chart && blocks.length === 1 ? width - totalWidth(only!.widths) : 0;
    const bars = barColumn(answer, room);
    const lines: string[] = [];
    for (const { picked, widths } of blocks) {
      const shown = picked.map((column, index) => ({
        name: columns[column]!.name,
        head: heads[column]!,
        texts: texts.map((row) => row[column]!),
        width: widths[index]!,
      }));
      for (const line of await blockLines(shown, { rows, bars, paint })) lines.push(line);
      lines.push("");
    }
    const drawn = chart ? chartLines(answer, columns, { width, beside: bars !== null }) : [];
    const footer = footerLines(answer).flatMap((line) => hangingParagraph(line, width));
    return [
      paint.bold(safeText(answer.title)),
      "",
      ...lines,
      ...drawn,
      ...footer.map((line) => paint.dim(line)),
      "",
    ].join("\n");
  },
};

interface TableColumn {
  readonly name: string;
  readonly head: ColumnHead;
  readonly texts: readonly string[];
  readonly width: number;
}

interface TableParts {
  readonly rows: readonly ResultRow[];
  /** Drawn behind the figures of each row. */
  readonly bars: readonly string[] | null;
  readonly paint: Paint;
}

function blockLines(
  columns: readonly TableColumn[],
  { rows, bars, paint }: TableParts,
): Promise<string[]> {
  const lines = [
    columns.map(({ head, width }) => paint.bold(foldedHead(head, width))),
    columns.map(({ width }) => paint.dim("─".repeat(width))),
    ...rows.map((row, line) => [
      ...columns.map(({ name, texts, width }) => {
        const text = wrapWords(texts[line]!, width).join("\n");
        const cell = row[name];
        return typeof cell === "number" && cell < 0 ? paint.red(text) : text;
      }),
      ...(bars ? [bars[line]!] : []),
    ]),
  ];
  const alignments = columns.map(({ head }) => (head.isText ? "left" : "right"));
  return alignedLines(lines, [...alignments, "left"]);
}

function foldedHead({ title, unit }: ColumnHead, width: number): string {
  const lines = unit === "" ? [title] : [title, unit];
  return lines.flatMap((line) => wrapWords(line, width)).join("\n");
}

/** The bars below a table that has no room for them beside it, and the sparklines of its series. */
function chartLines(
  answer: Answer,
  columns: readonly ShownColumn[],
  { width, beside }: { readonly width: number; readonly beside: boolean },
): string[] {
  const bars = beside ? [] : barBlock(answer, columns, width);
  const sparks = sparkBlock(answer, width);
  return [bars, sparks].flatMap((block) => (block.length === 0 ? [] : [...block, ""]));
}
