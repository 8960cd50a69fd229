import { zipSync } from "fflate";
import readWorkbook from "read-excel-file/node";
import { InputError } from "../../errors.ts";
import type { NumberedRow } from "../formats/header.ts";
import { columnNumber, filledDown, mergedDown } from "./merged-cells.ts";
import { type RowSource, rowsInMemory } from "./row-source.ts";

/** Whether the entries of an archive are those of an Excel workbook. */
export function isWorkbook(entries: Iterable<string>): boolean {
  return [...entries].includes("xl/workbook.xml");
}

/**
 * The sheets of a workbook as tables. The text of small sheets surrounds the others.
 * @param entries the unpacked archive, whose size has been checked.
 * @throws InputError when it cannot be read.
 */
export async function readSheets(
  entries: ReadonlyMap<string, Uint8Array>,
  name: string,
): Promise<RowSource[]> {
  let sheets: { sheet: string; data: readonly (readonly unknown[])[] }[];
  try {
    sheets = await readWorkbook(Buffer.from(zipSync(addressed(entries), { level: 0 })));
  } catch (error) {
    throw new InputError(
      `${name}: is not a workbook that can be read (${(error as Error).message})`,
    );
  }
  const merged = mergedDown(entries);
  const tables = sheets.map(({ sheet, data }, at) => ({
    sheet,
    rows: filledDown(
      data.map((cells, index): NumberedRow => ({ cells: cells.map(cellText), line: index + 1 })),
      merged.length === sheets.length ? merged[at]! : [],
    ),
  }));
  const filled = tables.filter(({ rows }) => rows.some(({ cells }) => cells.some(Boolean)));
  return filled.map(({ sheet, rows }) => {
    const others = filled.filter((other) => other.sheet !== sheet && isSmall(other.rows));
    return rowsInMemory(`${name}: ${sheet}`, rows, {
      place: (line) => `${name}: ${sheet}: row ${line}`,
      surroundings: others.map((other) => textOf(other.rows)).join("\n"),
    });
  });
}

/** Sheets of notes and parameters have two columns and few rows. */
function isSmall(rows: readonly NumberedRow[]): boolean {
  return rows.length < 100 && rows.every(({ cells }) => cells.length <= 2);
}

function textOf(rows: readonly NumberedRow[]): string {
  return rows.map(({ cells }) => cells.filter(Boolean).join(": ")).join("\n");
}

/**
 * The entries, with an address in every cell. The standard lets a sheet leave addresses out, which
 * the reader cannot read: cells then stand side by side from column A.
 */
function addressed(entries: ReadonlyMap<string, Uint8Array>): Record<string, Uint8Array> {
  const result: Record<string, Uint8Array> = {};
  for (const [path, bytes] of entries) {
    const isSheet = /^xl\/worksheets\/[^/]+\.xml$/.test(path);
    const xml = isSheet ? Buffer.from(bytes).toString("utf8") : "";
    result[path] = /<c(?=[\s/>])(?![^>]*\sr=)/.test(xml) ? Buffer.from(numbered(xml)) : bytes;
  }
  return result;
}

function numbered(xml: string): string {
  let row = 0;
  let column = 0;
  return xml.replace(/<(row|c)(?=[\s/>])([^>]*)/g, (_, tag: string, rest: string) => {
    const given = /\sr="([A-Z]*)(\d+)"/.exec(rest);
    if (tag === "row") {
      row = given ? Number(given[2]) : row + 1;
      column = 0;
      return given ? `<row${rest}` : `<row r="${row}"${rest}`;
    }
    column = given ? columnNumber(given[1]!) : column + 1;
    return given ? `<c${rest}` : `<c r="${columnName(column)}${row}"${rest}`;
  });
}

function columnName(number: number): string {
  const rest = Math.floor((number - 1) / 26);
  return (rest > 0 ? columnName(rest) : "") + String.fromCharCode(65 + ((number - 1) % 26));
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell).trim();
}
