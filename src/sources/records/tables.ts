import { CsvError, parse } from "csv-parse/sync";
import { InputError } from "../../errors.ts";
import type { RawRow } from "./row.ts";

/** A row of a table as text, and where it stands: a line, or the number of the record. */
export interface PlacedRow {
  readonly place: string;
  readonly row: RawRow;
}

/** The columns and rows of one file. */
export interface TextTable {
  readonly columns: readonly string[];
  readonly rows: readonly PlacedRow[];
}

export type TableFormat = "csv" | "json" | "ndjson";

/** Which of our layouts a text is in, by its first character that is not white space. */
export function tableFormat(text: string): TableFormat {
  const start = text.trimStart()[0];
  if (start === "[") return "json";
  if (start !== "{") return "csv";
  try {
    const first = JSON.parse(firstLine(text)) as { records?: unknown };
    return Array.isArray(first.records) ? "json" : "ndjson";
  } catch {
    return "json";
  }
}

function firstLine(text: string): string {
  return /\S[^\r\n]*/.exec(text)?.[0] ?? "";
}

/**
 * Reads a table from text. Line ends may be LF or CRLF; a byte order mark is read over.
 * @param name the file, for messages.
 * @throws InputError that names file and line where the text is not a table.
 */
export function readTable(text: string, name: string, format = tableFormat(text)): TextTable {
  if (text.trim() === "") {
    throw new InputError(
      `${name}: the file is empty (see trade-metrics data template for the layout)`,
    );
  }
  const table = readers[format](text, name);
  if (table.rows.length === 0) {
    throw new InputError(`${name}: there is no row below the header (add at least one record)`);
  }
  return table;
}

const readers: Readonly<Record<TableFormat, (text: string, name: string) => TextTable>> = {
  csv: readCsv,
  json: readJson,
  ndjson: readNdjson,
};

function readCsv(text: string, name: string): TextTable {
  let columns: string[] = [];
  try {
    const rows = parse(text, {
      bom: true,
      info: true,
      trim: true,
      skip_empty_lines: true,
      columns: (header: string[]) => {
        columns = checkedColumns(header, name);
        return columns;
      },
    }) as unknown as { info: { lines: number }; record: RawRow }[];
    return {
      columns,
      rows: rows.map(({ info, record }) => ({ place: `${name}:${info.lines}`, row: record })),
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new InputError(
      `${name}:${String(error.lines ?? 1)}: ${csvProblem(error, columns.length)}`,
    );
  }
}

function checkedColumns(header: string[], name: string): string[] {
  const seen = new Set<string>();
  for (const column of header) {
    if (seen.has(column)) {
      throw new InputError(`${name}:1: the column "${column}" appears twice (rename one)`);
    }
    seen.add(column);
  }
  return header;
}

function csvProblem(error: CsvError, columns: number): string {
  if (error.code === "CSV_RECORD_INCONSISTENT_COLUMNS") {
    const fields = Array.isArray(error.record) ? error.record.length : "another number of";
    return `${fields} fields in a row, ${columns} columns in the header (quote fields that hold a comma)`;
  }
  if (error.code === "CSV_QUOTE_NOT_CLOSED") return "a quote is opened and never closed";
  return error.message.replace(/\s+/g, " ");
}

function readJson(text: string, name: string): TextTable {
  const value = parsedJson(text, name);
  const list = Array.isArray(value) ? value : (value as { records?: unknown } | null)?.records;
  if (!Array.isArray(list)) {
    throw new InputError(
      `${name}: expected a list of records, or an object with the key "records"`,
    );
  }
  return fromObjects(
    list.map((value, index) => ({ place: `${name}: record ${index + 1}`, value })),
  );
}

function readNdjson(text: string, name: string): TextTable {
  const objects: { place: string; value: unknown }[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    const place = `${name}:${index + 1}`;
    if (line.trim() !== "") objects.push({ place, value: parsedJson(line, place) });
  }
  return fromObjects(objects);
}

function parsedJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const position = /position (\d+)/.exec((error as Error).message)?.[1];
    const line = position ? text.slice(0, Number(position)).split("\n").length : null;
    const where = line !== null && !/:\d+$/.test(place) ? `${place}:${line}` : place;
    throw new InputError(`${where}: this is not valid JSON`);
  }
}

function fromObjects(objects: readonly { place: string; value: unknown }[]): TextTable {
  const columns = new Set<string>();
  const rows = objects.map(({ place, value }) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw new InputError(`${place}: expected an object with the columns of a record`);
    }
    const row: Record<string, string> = {};
    for (const [name, cell] of Object.entries(value)) {
      columns.add(name);
      row[name] = cell === null || cell === undefined ? "" : cellText(cell);
    }
    return { place, row };
  });
  return { columns: [...columns], rows };
}

function cellText(cell: unknown): string {
  return typeof cell === "object" ? JSON.stringify(cell) : String(cell).trim();
}
