import { InputError } from "../../errors.ts";
import { refusalIn } from "./foreign-files.ts";
import { JsonColumns } from "./json-columns.ts";
import { lineOfError } from "./json-document.ts";
import { heldList, noList, notJson } from "./json-lists.ts";
import { type RowSource, rowsInMemory } from "./row-source.ts";

/** Whether a text is JSON, or JSON by the line, by its first character that is not white space. */
export function jsonKind(text: string): "json" | "ndjson" | null {
  const start = text.trimStart()[0];
  if (start === "[") return "json";
  if (start !== "{") return null;
  const first = /\S[^\r\n]*/.exec(text)?.[0] ?? "";
  try {
    return heldList(JSON.parse(first)) ? "json" : "ndjson";
  } catch {
    return "json";
  }
}

/**
 * A table from JSON: a list of objects or of lists, or an object that holds one, or one object a
 * line. @throws InputError that names file and line.
 */
export function readJson(text: string, name: string, kind: "json" | "ndjson"): RowSource {
  const columns = new JsonColumns(name, kind);
  const elements: { line: number; value: unknown }[] = [];
  if (kind === "ndjson") {
    for (const [index, line] of text.split("\n").entries()) {
      const value = line.trim() === "" ? null : parsedLine(line, `${name}:${index + 1}`);
      if (value !== null) elements.push({ line: index + 1, value });
    }
  } else {
    const list = listIn(parsed(text, name));
    if (!list) throw noList(name);
    for (const [index, value] of list.entries()) elements.push({ line: index + 1, value });
  }
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

function listIn(value: unknown): unknown[] | undefined {
  return Array.isArray(value) ? value : heldList(value);
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
