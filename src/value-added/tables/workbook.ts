import { createReadStream } from "node:fs";
import { Unzip, UnzipInflate } from "fflate";
import { InputError } from "../../errors.ts";

/** The first file of a workbook's zip is one of these, whichever program wrote it. */
const PARTS = /^(\[Content_Types\]\.xml|_rels\/|docProps\/|xl\/)/;

/** Whether a zip file is a workbook, by the name of its first entry. */
export function isWorkbook(head: Uint8Array): boolean {
  const length = head[26]! + 256 * head[27]!;
  return PARTS.test(Buffer.from(head.subarray(30, 30 + length)).toString("latin1"));
}

/**
 * One sheet of an .xlsx workbook as lines of CSV, row by row as it is unpacked: a world table has
 * millions of cells, which no reader of whole workbooks holds. Rows keep their numbers.
 * @param sheet its name; default: the first sheet.
 */
export async function* workbookLines(path: string, sheet?: string): AsyncGenerator<Uint8Array> {
  const parts = new Map<string, string>();
  const names: string[] = [];
  for await (const [name, text] of entries(path, (name) => {
    names.push(name);
    return !name.startsWith("xl/worksheets/") && /\.(xml|rels)$/.test(name);
  })) {
    parts.set(name, (parts.get(name) ?? "") + text);
  }
  if (names.includes("xl/workbook.bin")) {
    throw new InputError(
      `${path}: this is a binary workbook (.xlsb)`,
      "Open it and save the sheet of the table as .xlsx or .csv.",
    );
  }
  const entry = sheetEntry(path, parts, sheet);
  const texts = sharedStrings(parts.get("xl/sharedStrings.xml") ?? "");
  const rows = new RowReader(texts);
  for await (const [, text] of entries(path, (name) => name === entry)) {
    const lines = rows.push(text);
    if (lines !== "") yield Buffer.from(lines);
  }
}

/** The text of the wanted entries, in pieces, as the file is read. */
async function* entries(
  path: string,
  wanted: (name: string) => boolean,
): AsyncGenerator<readonly [string, string]> {
  const ready: [string, string][] = [];
  const unzip = new Unzip((file) => {
    if (!wanted(file.name)) return;
    const decoder = new TextDecoder();
    file.ondata = (error, data, final) => {
      if (error) throw error;
      ready.push([file.name, decoder.decode(data, { stream: !final })]);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 16 })) {
      unzip.push(chunk as Uint8Array);
      yield* ready.splice(0);
    }
    unzip.push(new Uint8Array(0), true);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(
      `${path}: the workbook is damaged or cut off (${reason})`,
      "Download it again.",
    );
  }
  yield* ready;
}

/** The file within the workbook that holds the sheet. */
function sheetEntry(path: string, parts: ReadonlyMap<string, string>, wanted?: string): string {
  const sheets = [...(parts.get("xl/workbook.xml") ?? "").matchAll(/<sheet\b[^>]*>/g)].map(
    ([tag]) => ({ name: unescaped(attribute(tag, "name") ?? ""), id: attribute(tag, "r:id") }),
  );
  const found = wanted === undefined ? sheets[0] : sheets.find(({ name }) => name === wanted);
  if (found === undefined) {
    throw new InputError(
      wanted === undefined
        ? `${path}: the workbook has no sheet`
        : `${path}: the workbook has no sheet "${wanted}": it has ${sheets.map(({ name }) => name).join(", ")}`,
      "Name the sheet of the table with --entry.",
    );
  }
  const relations = (parts.get("xl/_rels/workbook.xml.rels") ?? "").match(/<Relationship\b[^>]*>/g);
  const relation = relations?.find((tag) => attribute(tag, "Id") === found.id);
  const target = relation === undefined ? undefined : attribute(relation, "Target");
  return `xl/${(target ?? "worksheets/sheet1.xml").replace(/^\/?xl\//, "")}`;
}

function sharedStrings(xml: string): string[] {
  return [...xml.matchAll(/<si>(.*?)<\/si>|<si\/>/gs)].map(([, item = ""]) => textIn(item));
}

function textIn(xml: string): string {
  return [...xml.matchAll(/<t\b[^>]*>(.*?)<\/t>/gs)].map(([, text]) => unescaped(text!)).join("");
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  amp: "&",
};

function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x?[\da-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return ENTITIES[name] ?? whole;
    return String.fromCodePoint(Number(name[1] === "x" ? `0${name.slice(1)}` : name.slice(1)));
  });
}

const CELL = /<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs;
const VALUE = /<v>(.*?)<\/v>/s;

/** Takes the XML of a sheet in pieces and gives back the rows that are complete. */
class RowReader {
  #text = "";
  #row = 0;

  constructor(private readonly texts: readonly string[]) {}

  push(text: string): string {
    this.#text += text;
    let lines = "";
    let from = 0;
    for (;;) {
      const start = this.#text.indexOf("<row", from);
      if (start < 0) break;
      const end = this.#text.indexOf("</row>", start);
      if (end < 0) {
        from = start;
        break;
      }
      lines += this.#line(this.#text.slice(start, end));
      from = end + 6;
    }
    this.#text = this.#text.slice(from);
    return lines;
  }

  #line(xml: string): string {
    const row = Number(/\br="(\d+)"/.exec(xml.slice(0, xml.indexOf(">")))?.[1] ?? this.#row + 1);
    const gap = "\n".repeat(Math.max(0, row - this.#row - 1));
    this.#row = row;
    const cells: string[] = [];
    for (const [, attributes, content = ""] of xml.matchAll(CELL)) {
      const place = /\br="([A-Z]+)/.exec(attributes!)?.[1];
      const column = place === undefined ? cells.length : columnNumber(place);
      while (cells.length < column) cells.push("");
      cells[column] = this.#cell(/\bt="(\w+)"/.exec(attributes!)?.[1], content);
    }
    // Two cells at least, so that a line of one title is seen as a title.
    return `${gap}${cells.join(",")}${cells.length < 2 ? "," : ""}\n`;
  }

  #cell(type: string | undefined, content: string): string {
    if (type === "inlineStr") return quoted(textIn(content));
    const value = VALUE.exec(content)?.[1] ?? "";
    if (type === "s") return quoted(this.texts[Number(value)] ?? "");
    return type === "str" ? quoted(unescaped(value)) : value;
  }
}

/** A to 0, Z to 25, AA to 26. */
function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = 26 * number + letter.charCodeAt(0) - 64;
  return number - 1;
}

function quoted(text: string): string {
  const line = text.replace(/[\r\n]+/g, " ");
  return /[",]/.test(line) ? `"${line.replaceAll('"', "'")}"` : line;
}
