import { cellText, footerLines, shownColumns } from "./figures.ts";
import type { Renderer } from "./renderer.ts";

/** A table in GitHub-flavoured Markdown, with the source and definition below it. */
export const markdownRenderer: Renderer<string> = {
  render(answer, { digits }) {
    const columns = shownColumns(answer, digits);
    const head = columns.map(({ title, head }) => (head === "" ? title : `${title} (${head})`));
    const align = columns.map(({ unit }) => (unit === "text" ? ":---" : "---:"));
    const rows = answer.result.rows.map((row) =>
      columns.map((column) => escapeMarkdown(cellText(row, column))),
    );
    const lines = [head, align, ...rows].map((cells) => `| ${cells.join(" | ")} |`);
    return [
      `**${answer.title}**`,
      "",
      ...lines,
      "",
      ...footerLines(answer).map((line) => `${escapeMarkdown(line)}  `),
      "",
    ].join("\n");
  },
};

/** Text in a cell of a Markdown table. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\|`*_<>[\]]/g, (character) => `\\${character}`);
}
