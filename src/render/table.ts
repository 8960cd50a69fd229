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
import { inPieces, madeAnew, mapped, oneByOne } from "./pieces.ts";
import type { Renderer } from "./renderer.ts";
import { safeText } from "./safe-text.ts";
import { barBlock, barColumn, sparkBlock } from "./terminal-chart.ts";

/** The texts of so many rows are not held, but made each time that they are needed. */
const MANY = 20_000;

/** A table for the terminal: figures to the right, deficits in red, units in the head. */
export const tableRenderer: Renderer = {
  async render(answer, { digits, paint, width, chart }) {
    const columns = shownColumns(answer, digits);
    const { rows } = answer.result;
    const textsOf = (row: ResultRow) => columns.map((column) => cellText(row, column));
    const texts = rows.length < MANY ? rows.map(textsOf) : madeAnew(() => mapped(rows, textsOf));
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
    const lines: Iterable<string>[] = [];
    for (const { picked, widths } of blocks) {
      const shown = picked.map((column, index) => ({
        name: columns[column]!.name,
        head: heads[column]!,
        column,
        width: widths[index]!,
      }));
      lines.push(await blockLines(shown, { rows, texts, bars, paint }), [""]);
    }
    const drawn = chart ? chartLines(answer, columns, { width, beside: bars !== null }) : [];
    const footer = footerLines(answer).flatMap((line) => hangingParagraph(line, width));
    const title = [paint.bold(safeText(answer.title)), ""];
    const all = [title, ...lines, drawn, footer.map((line) => paint.dim(line))];
    const text = all.map((block) => mapped(block, (line) => `${line}\n`));
    return rows.length < MANY
      ? text.flatMap((block) => [...block]).join("")
      : inPieces(oneByOne(text));
  },
};

interface TableColumn {
  readonly name: string;
  readonly head: ColumnHead;
  /** Its place among the texts of a row. */
  readonly column: number;
  readonly width: number;
}

interface TableParts {
  readonly rows: readonly ResultRow[];
  /** Those of each row, beside it. */
  readonly texts: Iterable<readonly string[]>;
  /** Drawn behind the figures of each row. */
  readonly bars: readonly string[] | null;
  readonly paint: Paint;
}

function blockLines(
  columns: readonly TableColumn[],
  { rows, texts, bars, paint }: TableParts,
): Promise<Iterable<string>> {
  const lines = madeAnew(function* () {
    yield columns.map(({ head, width }) => paint.bold(foldedHead(head, width)));
    yield columns.map(({ width }) => paint.dim("─".repeat(width)));
    let line = 0;
    for (const own of texts) {
      const row = rows[line]!;
      const cells = columns.map(({ name, column, width }) => {
        const text = wrapWords(own[column]!, width).join("\n");
        const cell = row[name];
        return typeof cell === "number" && cell < 0 ? paint.red(text) : text;
      });
      yield bars ? [...cells, bars[line]!] : cells;
      line += 1;
    }
  });
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
