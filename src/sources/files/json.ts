import { InputError } from "../../errors.ts";
import { refusalIn } from "./foreign-files.ts";
import { JsonColumns } from "./json-columns.ts";
import { lineOfError } from "./json-document.ts";
import { heldList, noList, notJson } from "./json-lists.ts";
import { isCell, tableIn } from "./json-shapes.ts";
import { type RowSource, rowsInMemory } from "./row-source.ts";

/** Whether a text is JSON, or JSON by the line, by its first character that is not white space. */
export function jsonKind(text: string): "json" | "ndjson" | null {
  const start = text.trimStart()[0];
  if (start === "[") return "json";
  if (start !== "{") return null;
  const first = /\S[^\r\n]*/.exec(text)?.[0] ?? "";
  try {
    const value: unknown = JSON.parse(first);
    return heldList(value) || isSplit(value) ? "json" : "ndjson";
  } catch {
    return "json";
  }
}

/**
 * A table from JSON: a list of objects or of lists, or an object that holds one, or one object a
 * line. @throws InputError that names file and line.
 */
export function readJson(text: string, name: string, kind: "json" | "ndjson"): RowSource {
  let elements = kind === "ndjson" ? linesOf(text, name) : null;
  const alone = elements?.length === 1 ? tableIn(elements[0]!.value) : null;
  if (alone || !elements) {
    const list = alone ?? listIn(parsed(text, name));
    if (!list) throw noList(name);
    elements = list.map((value, index) => ({ line: index + 1, value }));
  }
  const columns = new JsonColumns(name, alone ? "json" : kind);
  if (elements.length === 0) {
    throw new InputError(
      `${name}: holds no records, its list is empty (the query found nothing: ask for other partners or periods)`,
    );
  }
  const refusal = elements.length === 1 && kind === "ndjson" ? refusalIn(elements[0]!.value) : null;
  if (refusal !== null) throw new InputError(`${name}: ${refusal}`);
  for (const { line, value } of elements) columns.learn(value, line);
  const rows = elements.map(({ line, value }) => columns.row(value, line));
  return rowsInMemory(name, columns.withHeader(rows), { place: columns.place });
}

interface Element {
  readonly line: number;
  readonly value: unknown;
}

function linesOf(text: string, name: string): Element[] {
  return text.split("\n").flatMap((line, index): Element[] => {
    const value = line.trim() === "" ? null : parsedLine(line, `${name}:${index + 1}`);
    return value === null ? [] : [{ line: index + 1, value }];
  });
}

function listIn(value: unknown): unknown[] | null {
  const held = isSplit(value) ? undefined : heldList(value);
  // A list of amounts is one column of a table.
  const isColumn = held !== undefined && held.length > 0 && held.every(isCell);
  return (isColumn ? null : held) ?? tableIn(value) ?? (Array.isArray(value) ? value : null);
}

/** Whose rows stand apart from their names, under a key that other documents have for their records. */
function isSplit(value: unknown): boolean {
  return typeof value === "object" && value !== null && "columns" in value && "data" in value;
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const line = lineOfError(text);
    throw notJson(line === null ? name : `${name}:${line}`);
  }
}

export function parsedLine(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notJson(place);
  }
}
