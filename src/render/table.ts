import Table from "cli-table3";
import type { Answer } from "../calculation/result.ts";
import { cellText, footerLines, type ShownColumn, shownColumns } from "./figures.ts";
import {
  type ColumnHead,
  columnWidths,
  hangingParagraph,
  totalWidth,
  wrapWords,
} from "./layout.ts";
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
    const widths = columnWidths(heads, texts, width);
    const bars = chart ? barColumn(answer, width - totalWidth(widths)) : null;
    const table = new Table({
      chars: noLines,
      style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
      colAligns: heads.map(({ isText }) => (isText ? "left" : "right")),
      head: [
        ...heads.map((head, index) => paint.bold(foldedHead(head, widths[index]!))),
        ...(bars ? [""] : []),
      ],
    });
    table.push(
      [...widths.map((one) => paint.dim("─".repeat(one))), ...(bars ? [""] : [])],
      ...rows.map((row, line) => [
        ...columns.map(({ name }, index) => {
          const text = wrapWords(texts[line]![index]!, widths[index]!).join("\n");
          const cell = row[name];
          return typeof cell === "number" && cell < 0 ? paint.red(text) : text;
        }),
        ...(bars ? [bars[line]!] : []),
      ]),
    );
    const drawn = chart ? chartLines(answer, columns, { width, beside: bars !== null }) : [];
    const footer = footerLines(answer).flatMap((line) => hangingParagraph(line, width));
    return [
      paint.bold(safeText(answer.title)),
      "",
      ...table
        .toString()
        .split("\n")
        .map((line) => line.trimEnd())
        .filter((line, index) => line !== "" || index > 0),
      "",
      ...drawn,
      ...footer.map((line) => paint.dim(line)),
      "",
    ].join("\n");
  },
};

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
