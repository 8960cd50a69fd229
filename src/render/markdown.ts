import type { ResultRow } from "../calculation/result.ts";
import { cellText, footerLines, shownColumns } from "./figures.ts";
import { inPieces, mapped, oneByOne } from "./pieces.ts";
import type { Renderer } from "./renderer.ts";

/** A table in GitHub-flavoured Markdown, with the source and definition below it. */
export const markdownRenderer: Renderer = {
  render(answer, { digits }) {
    const columns = shownColumns(answer, digits);
    const head = columns.map(({ title, head }) => (head === "" ? title : `${title} (${head})`));
    const align = columns.map(({ unit }) => (unit === "text" ? ":---" : "---:"));
    const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
    const lineOf = (row: ResultRow) =>
      line(columns.map((column) => escapeMarkdown(cellText(row, column))));
    const footer = footerLines(answer).map((one) => `${escapeMarkdown(one)}  \n`);
    return inPieces(
      oneByOne([
        [`**${answer.title}**\n\n`, line(head), line(align)],
        mapped(answer.result.rows, lineOf),
        ["\n", ...footer],
      ]),
    );
  },
};

/** Text in a cell of a Markdown table. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\|`*_<>[\]]/g, (character) => `\\${character}`);
}
