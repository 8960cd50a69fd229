import Table from "cli-table3";
import { cellText, footerLines, type ShownColumn, shownColumns } from "./figures.ts";
import type { Renderer } from "./renderer.ts";
import { safeText } from "./safe-text.ts";

const noLines = {
  ...{ top: "", "top-mid": "", "top-left": "", "top-right": "" },
  ...{ bottom: "", "bottom-mid": "", "bottom-left": "", "bottom-right": "" },
  ...{ left: "", "left-mid": "", mid: "", "mid-mid": "", right: "", "right-mid": "", middle: "  " },
};

/** A table for the terminal: figures to the right, deficits in red, units in the head. */
export const tableRenderer: Renderer = {
  render(answer, { digits, paint, width }) {
    const columns = shownColumns(answer, digits);
    const body = answer.result.rows.map((row) =>
      columns.map((column) => {
        const text = cellText(row, column);
        const cell = row[column.name];
        return typeof cell === "number" && cell < 0 ? paint.red(text) : text;
      }),
    );
    const table = new Table({
      chars: noLines,
      style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
      colAligns: columns.map(({ unit }) => (unit === "text" ? "left" : "right")),
      head: columns.map((column) => paint.bold(headOf(column))),
    });
    const rule = columns.map((column, index) => {
      const texts = [
        ...headOf(column).split("\n"),
        ...answer.result.rows.map((row) => cellText(row, columns[index]!)),
      ];
      return paint.dim("─".repeat(Math.max(...texts.map((text) => text.length))));
    });
    table.push(rule, ...body);
    const lines = table
      .toString()
      .split("\n")
      .map((line) => line.trimEnd());
    const footer = footerLines(answer).flatMap((line) => wrap(line, width));
    return [
      paint.bold(safeText(answer.title)),
      "",
      ...lines.filter((line, index) => line !== "" || index > 0),
      "",
      ...footer.map((line) => paint.dim(line)),
      "",
    ].join("\n");
  },
};

function headOf({ title, head }: ShownColumn): string {
  return head === "" ? title : `${title}\n${head}`;
}

/** Breaks a line at spaces so that it fits; what follows is indented. */
function wrap(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(" ")) {
    if (current !== "" && current.length + 1 + word.length > width) {
      lines.push(current);
      current = `  ${word}`;
    } else current = current === "" ? word : `${current} ${word}`;
  }
  return [...lines, current];
}
