import type { Definition, DefinitionTable } from "../definitions/definition.ts";
import {
  type ColumnHead,
  columnBlocks,
  columnWidths,
  hangingParagraph,
  measureColumns,
  wrapWords,
} from "./layout.ts";

const LABEL = 12;

/** A definition for the terminal: what it is called, what it means, with its source. */
export function definitionText(definition: Definition, width: number): string {
  const { id, title, kind, text, details, sources, tables = [] } = definition;
  const labelled = [...details, ...sources.map((source) => ["Source", source] as const)];
  return [
    `${title} (${id}, ${kind})`,
    "",
    ...wrapWords(text, width),
    "",
    ...labelled.flatMap(([label, line]) =>
      wrapWords(line, width - LABEL).map(
        (part, index) => `${(index === 0 ? label : "").padEnd(LABEL)}${part}`,
      ),
    ),
    "",
    ...tables.flatMap((table) => [...tableLines(table, width), ""]),
  ].join("\n");
}

/** A table with its title above and its notes below, folded to the screen; figures to the right. */
function tableLines({ title, rows, notes }: DefinitionTable, width: number): string[] {
  const [head, ...body] = rows;
  const heads = head!.map((name, column) => ({
    ...{ title: name, unit: "" },
    isText: !body.every((row) => FIGURE.test(row[column]!)),
  }));
  const measured = measureColumns(heads, body);
  const blocks = columnBlocks(measured, width).map((columns) => {
    const own = body.map((row) => columns.map((column) => row[column]!));
    const shown = columns.map((column) => heads[column]!);
    const widths = columnWidths(
      columns.map((column) => measured[column]!),
      width,
    );
    const line = (cells: readonly string[]) => rowLines(cells, shown, widths);
    return [
      ...line(shown.map((one) => one.title)),
      widths.map((one) => "─".repeat(one)).join("  "),
      ...own.flatMap(line),
    ];
  });
  return [
    ...wrapWords(title, width),
    ...blocks.flatMap((block) => ["", ...block]),
    ...(notes.length > 0 ? [""] : []),
    ...notes.flatMap((note) => hangingParagraph(note, width)),
  ];
}

/** One row, on as many lines as its longest cell takes. */
function rowLines(
  cells: readonly string[],
  heads: readonly ColumnHead[],
  widths: readonly number[],
): string[] {
  const folded = cells.map((cell, at) =>
    cell.trimEnd().length <= widths[at]! ? [cell] : wrapWords(cell, widths[at]!),
  );
  const height = Math.max(...folded.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    folded
      .map((lines, at) => {
        const text = (lines[line] ?? "").slice(0, widths[at]!);
        return heads[at]!.isText ? text.padEnd(widths[at]!) : text.padStart(widths[at]!);
      })
      .join("  ")
      .trimEnd(),
  );
}

/** A number or nothing; a mark may follow. */
const FIGURE = /^(?:\d[\d.]*[* ]?)?$/;

/** All words that can be explained, by kind. */
export function glossaryText(definitions: readonly Definition[], width: number): string {
  const kinds = [...new Set(definitions.map(({ kind }) => kind))];
  const label = Math.max(...definitions.map(({ id }) => id.length)) + 2;
  return kinds
    .map((kind) => {
      const own = definitions.filter((definition) => definition.kind === kind);
      const lines = own.flatMap((one) =>
        wrapWords(listed(one), Math.max(20, width - label - 2)).map(
          (part, index) => `  ${(index === 0 ? one.id : "").padEnd(label)}${part}`,
        ),
      );
      return `${kind[0]!.toUpperCase()}${kind.slice(1)}\n${lines.join("\n")}\n`;
    })
    .join("\n");
}

/** The title, or where that says no more than the word itself, the first sentence of what it means. */
function listed({ id, title, kind, text }: Definition): string {
  const isSame = title.toLowerCase() === id.toLowerCase() || kind === "reason";
  return isSame ? /^.*?(?=\.(?: |$)|$)/s.exec(text)![0] : title;
}
