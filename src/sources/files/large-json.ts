import { statSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { NumberedRow } from "../formats/header.ts";
import { JsonColumns } from "./json-columns.ts";
import { readElements } from "./json-elements.ts";
import { LISTS, noList, ONLY_LIST } from "./json-lists.ts";
import type { NamedFile, Reading } from "./plain-text.ts";
import { type RowSource, SAMPLE_ROWS, START_ROWS } from "./row-source.ts";
import { spoolError } from "./spool.ts";

/**
 * A JSON file too large for memory. It is read once to learn its columns, and written as CSV on the
 * way, which a database can read; the row engine reads the JSON again, element by element.
 * @throws InputError where it is no JSON or holds no list.
 */
export async function largeJson(
  file: NamedFile,
  kind: "json" | "ndjson",
  { spool, progress }: Reading,
): Promise<RowSource> {
  const { name } = file;
  const lists = new Map<string, ListOnDisk>();
  const listOf = (key: string) => {
    const known = lists.get(key);
    if (known) return known;
    const list = new ListOnDisk(name, kind, spool.newPath());
    lists.set(key, list);
    return list;
  };
  const settle = () => settled([...lists.values()]);
  try {
    const take = (value: unknown, line: number, key: string) => listOf(key).take(value, line);
    await readElements(file, kind, take, settle, progress);
  } catch (error) {
    throw spoolError(error, name);
  } finally {
    for (const list of lists.values()) await list.close();
  }
  const key = [ONLY_LIST, ...LISTS].find((one) => lists.has(one));
  const list = key === undefined ? undefined : lists.get(key);
  if (key === undefined || !list) throw noList(name);
  const { columns } = list;
  const start = columns.withHeader(list.start.map(({ value, line }) => columns.row(value, line)));
  return {
    name,
    sample: start.slice(0, SAMPLE_ROWS),
    start,
    surroundings: "",
    place: columns.place,
    ...(list.isEven && {
      stored: { path: list.path, kind: "csv", delimiter: ",", bytes: statSync(list.path).size },
    }),
    async read(take, tell) {
      if (!columns.isOfLists) take(start[0]!.cells, 0);
      const element = (value: unknown, line: number, of: string) => {
        if (of !== key) return;
        const row = columns.row(value, line);
        take(row.cells, row.line);
      };
      await readElements(file, kind, element, () => undefined, tell);
    },
  };
}

async function settled(lists: readonly ListOnDisk[]): Promise<void> {
  for (const list of lists) await list.flush();
}

/** One list of a file, of which the first elements stay in memory and all rows go to a CSV. */
class ListOnDisk {
  readonly columns: JsonColumns;
  readonly start: { value: unknown; line: number }[] = [];
  /** Whether every row is as wide as the first, so that a database can read them. */
  isEven = true;
  #width = -1;
  #text = "";
  #file: FileHandle | null = null;

  constructor(
    name: string,
    kind: "json" | "ndjson",
    readonly path: string,
  ) {
    this.columns = new JsonColumns(name, kind);
  }

  take(value: unknown, line: number): void {
    this.columns.learn(value, line);
    if (this.start.length < START_ROWS) this.start.push({ value, line });
    const row = this.columns.row(value, line);
    if (this.#width < 0) this.#width = row.cells.length;
    if (row.cells.length !== this.#width || row.cells.length === 0) this.isEven = false;
    // The header of lists is their first element, which the database is not to take for a row.
    if (this.isEven && row.line > 0) this.#text += csvLine(row);
  }

  async flush(): Promise<void> {
    this.#file ??= await open(this.path, "w");
    const text = this.#text;
    this.#text = "";
    await this.#file.write(text);
  }

  async close(): Promise<void> {
    await this.#file?.close();
  }
}

function csvLine({ cells }: NumberedRow): string {
  const fields = cells.map((cell) =>
    /[",\r\n]|^\s*$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
  );
  return `${fields.join(",")}\n`;
}
