import { InputError } from "../../errors.ts";
import type { NumberedRow } from "../formats/header.ts";
import { type RowSource, rowsInMemory } from "./row-source.ts";

/** Keys under which publishers and we ourselves keep a list of records. */
const LISTS = ["records", "data", "dataset"];

/** Whether a text is JSON, or JSON by the line, by its first character that is not white space. */
export function jsonKind(text: string): "json" | "ndjson" | null {
  const start = text.trimStart()[0];
  if (start === "[") return "json";
  if (start !== "{") return null;
  const first = /\S[^\r\n]*/.exec(text)?.[0] ?? "";
  try {
    const value = JSON.parse(first) as Record<string, unknown>;
    return LISTS.some((key) => Array.isArray(value[key])) ? "json" : "ndjson";
  } catch {
    return "json";
  }
}

/**
 * A table from JSON: a list of objects or of lists, or an object that holds one, or one object a
 * line. @throws InputError that names file and line.
 */
export function readJson(text: string, name: string, kind: "json" | "ndjson"): RowSource {
  if (kind === "ndjson") {
    const objects: { line: number; value: unknown }[] = [];
    for (const [index, line] of text.split("\n").entries()) {
      const value = line.trim() === "" ? null : parsed(line, `${name}:${index + 1}`);
      if (value !== null) objects.push({ line: index + 1, value });
    }
    return fromObjects(objects, name, (line) => `${name}:${line}`);
  }
  const value = parsed(text, name);
  const held = (value ?? {}) as Record<string, unknown>;
  const list = Array.isArray(value) ? value : LISTS.map((key) => held[key]).find(Array.isArray);
  if (!list) {
    throw new InputError(
      `${name}: expected a list of records, or an object with the key "records"`,
    );
  }
  const place = (line: number) => `${name}: record ${line}`;
  if (list.length > 0 && list.every(Array.isArray)) {
    const rows = (list as unknown[][]).map((cells, index) => ({
      cells: cells.map(cellText),
      line: index,
    }));
    return rowsInMemory(name, rows, { place });
  }
  return fromObjects(
    list.map((one, index) => ({ line: index + 1, value: one })),
    name,
    place,
  );
}

function parsed(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const position = /position (\d+)/.exec((error as Error).message)?.[1];
    const line = position ? text.slice(0, Number(position)).split("\n").length : null;
    const where = line !== null && !/:\d+$/.test(place) ? `${place}:${line}` : place;
    throw new InputError(`${where}: this is not valid JSON`);
  }
}

function fromObjects(
  objects: readonly { line: number; value: unknown }[],
  name: string,
  place: (line: number) => string,
): RowSource {
  const columns = new Map<string, number>();
  for (const { line, value } of objects) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw new InputError(`${place(line)}: expected an object with the columns of a record`);
    }
    for (const key of Object.keys(value)) if (!columns.has(key)) columns.set(key, columns.size);
  }
  const rows: NumberedRow[] = [{ cells: [...columns.keys()], line: 0 }];
  for (const { line, value } of objects) {
    const cells = new Array<string>(columns.size).fill("");
    for (const [key, cell] of Object.entries(value as object)) {
      cells[columns.get(key)!] = cellText(cell);
    }
    rows.push({ cells, line });
  }
  return rowsInMemory(name, rows, {
    place: (line) => (line === 0 ? `${name}:1` : place(line)),
  });
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  return typeof cell === "object" ? JSON.stringify(cell) : String(cell).trim();
}
