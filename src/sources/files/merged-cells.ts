import type { NumberedRow } from "../formats/header.ts";

/** Cells of one column that are merged from one row to another, counted from 0. */
interface Merged {
  readonly column: number;
  readonly first: number;
  readonly last: number;
}

/**
 * What is merged downwards on each sheet, in the order of the workbook. Where cells are merged side by
 * side in the same row, that row is one of names, which are joined otherwise.
 */
export function mergedDown(entries: ReadonlyMap<string, Uint8Array>): (readonly Merged[])[] {
  const text = (path: string) => Buffer.from(entries.get(path) ?? []).toString("utf8");
  const targets = new Map(
    elements(text("xl/_rels/workbook.xml.rels"), "Relationship").map(({ Id, Target }) => [
      Id,
      Target?.replace(/^\/?(xl\/)?/, "xl/"),
    ]),
  );
  return elements(text("xl/workbook.xml"), "sheet").map((sheet) => {
    const bytes = Buffer.from(entries.get(targets.get(sheet["r:id"]) ?? "") ?? []);
    const at = bytes.lastIndexOf("<mergeCells");
    return at < 0 ? [] : rangesIn(bytes.subarray(at).toString("utf8"));
  });
}

function rangesIn(xml: string): Merged[] {
  const ranges = elements(xml, "mergeCell").flatMap(({ ref = "" }) => {
    const [, from, first, to, last] = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(ref) ?? [];
    if (from === undefined) return [];
    const column = columnNumber(from) - 1;
    return [
      { column, to: columnNumber(to!) - 1, first: Number(first) - 1, last: Number(last) - 1 },
    ];
  });
  const ofNames = new Set(ranges.flatMap(({ column, to, first }) => (to > column ? first : [])));
  return ranges.filter(({ first, last }) => last > first && !ofNames.has(first));
}

/** The rows, in which the text of merged cells stands in each of their rows. */
export function filledDown(
  rows: readonly NumberedRow[],
  merged: readonly Merged[],
): readonly NumberedRow[] {
  if (merged.length === 0) return rows;
  const filled = rows.map(({ cells, line }) => ({ cells: [...cells], line }));
  for (const { column, first, last } of merged) {
    const { cells = [] } = filled[first] ?? {};
    // Names above a table are merged downwards as well.
    if (!cells.some(isAmount)) continue;
    const text = cells[column] ?? "";
    for (const row of filled.slice(first + 1, last + 1)) {
      if (column < row.cells.length && row.cells.some(Boolean)) row.cells[column] ||= text;
    }
  }
  return filled;
}

/** A number that is no year, of which names have some. */
function isAmount(cell: string): boolean {
  return /^-?\d[\d.,]*(?:E[-+]?\d+)?$/i.test(cell) && !/^(?:19|20)\d{2}$/.test(cell);
}

function elements(xml: string, name: string): Record<string, string | undefined>[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^>]*)>`, "g"))].map(([, attributes]) =>
    Object.fromEntries(
      [...attributes!.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
    ),
  );
}

/** 1 for `A`, 27 for `AA`. */
export function columnNumber(name: string): number {
  return [...name].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
