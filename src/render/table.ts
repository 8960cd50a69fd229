import Table from "cli-table3";
import type { Answer, ResultRow } from "../calculation/result.ts";
import { cellText, footerLines, type ShownColumn, shownColumns } from "./figures.ts";
import {
  type ColumnHead,
  columnBlocks,
  columnWidths,
  hangingParagraph,
  totalWidth,
  wrapWords,
} from "./layout.ts";
import type { Paint } from "./paint.ts";
import type { Renderer } from "./renderer.ts";
import { safeText } from "./safe-text.ts";
import { barBlock, barColumn, sparkBlock } from "./terminal-chart.ts";

const noLines = {
  ...{ top: "", "top-mid": "", "top-left": "", "top-right": "" },
  ...{ bottom: "", "bottom-mid": "", "bottom-left": "", "bottom-right": "" },
  ...{ left: "", "left-mid": "", mid: "", "mid-mid": "", right: "", "right-mid": "", middle: "  " },
};

/** A table for the terminal: figures to the right, deficits in red, units in the head. */
export const tableRenderer: Renderer = {
  render(answer, { digits, paint, width, chart }) {
    const columns = shownColumns(answer, digits);
    const { rows } = answer.result;
    const texts = rows.map((row) => columns.map((column) => cellText(row, column)));
    const heads = columns.map(({ title, head, unit }) => ({
      title,
      unit: head,
      isText: unit === "text",
    }));
    const blocks = columnBlocks(heads, texts, width).map((picked) => {
      const own = texts.map((row) => picked.map((column) => row[column]!));
      const shown = picked.map((column) => heads[column]!);
      return { picked, widths: columnWidths(shown, own, width) };
    });
    const [only] = blocks;
    const room = chart && blocks.length === 1 ? width - totalWidth(only!.widths) : 0;
    const bars = barColumn(answer, room);
    const lines = blocks.flatMap(({ picked, widths }) => [
      ...blockLines(
        picked.map((column, index) => ({
          name: columns[column]!.name,
          head: heads[column]!,
          texts: texts.map((row) => row[column]!),
          width: widths[index]!,
        })),
        { rows, bars, paint },
      ),
      "",
    ]);
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

function blockLines(columns: readonly TableColumn[], { rows, bars, paint }: TableParts): string[] {
  const table = new Table({
    chars: noLines,
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
    colAligns: columns.map(({ head }) => (head.isText ? "left" : "right")),
    head: [
      ...columns.map(({ head, width }) => paint.bold(foldedHead(head, width))),
      ...(bars ? [""] : []),
    ],
  });
  table.push(
    [...columns.map(({ width }) => paint.dim("─".repeat(width))), ...(bars ? [""] : [])],
    ...rows.map((row, line) => [
      ...columns.map(({ name, texts, width }) => {
        const text = wrapWords(texts[line]!, width).join("\n");
        const cell = row[name];
        return typeof cell === "number" && cell < 0 ? paint.red(text) : text;
      }),
      ...(bars ? [bars[line]!] : []),
    ]),
  );
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line, index) => line !== "" || index > 0);
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
