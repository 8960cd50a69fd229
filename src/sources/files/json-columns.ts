import { faultOf, InputError } from "../../errors.ts";
import type { NumberedRow } from "../formats/header.ts";

/**
 * The columns of a table in JSON, whose elements are all lists, the first of them the header, or all
 * objects. Each element is learned first, since the last object may still bring a column.
 */
export class JsonColumns {
  readonly #name: string;
  readonly #kind: "json" | "ndjson";
  readonly #columns = new Map<string, number>();
  #lists: boolean | null = null;

  constructor(name: string, kind: "json" | "ndjson") {
    this.#name = name;
    this.#kind = kind;
  }

  /** The first line that is not an element: the header stands above objects, lists bring their own. */
  get isOfLists(): boolean {
    return this.#lists === true;
  }

  get count(): number {
    return this.#columns.size;
  }

  /** @throws InputError for an element that is neither, or not of the kind of the first. */
  learn(value: unknown, line: number): void {
    const isList = Array.isArray(value);
    if (isList && this.#kind === "json") {
      this.#lists ??= true;
      if (this.#lists) return;
    }
    if (typeof value !== "object" || value === null || isList || this.#lists) {
      const place = this.#lists ? this.#placeOf(1) : this.#placeOf(line);
      throw new InputError(`${place}: expected an object with the columns of a record`);
    }
    this.#lists = false;
    eachCell(value, (key) => {
      if (!this.#columns.has(key)) this.#columns.set(key, this.#columns.size);
    });
  }

  /** The row of an element that was learned, as wide as the table is so far. */
  row(value: unknown, line: number): NumberedRow {
    const cellText = (cell: unknown) => this.#textOf(cell, line);
    if (Array.isArray(value)) return { cells: value.map(cellText), line: line - 1 };
    const cells = new Array<string>(this.#columns.size).fill("");
    eachCell(value as object, (key, cell) => {
      cells[this.#columns.get(key)!] = cellText(cell);
    });
    return { cells, line };
  }

  /** The rows below their header. */
  withHeader(rows: readonly NumberedRow[]): readonly NumberedRow[] {
    return this.isOfLists ? rows : [{ cells: [...this.#columns.keys()], line: 0 }, ...rows];
  }

  /** The place of a row in the words of messages. */
  readonly place = (line: number): string =>
    line === 0 && !this.isOfLists ? `${this.#name}:1` : this.#placeOf(line);

  #textOf(cell: unknown, line: number): string {
    if (cell === null || cell === undefined) return "";
    if (typeof cell !== "object") return String(cell).trim();
    try {
      return JSON.stringify(cell);
    } catch (error) {
      throw new InputError(`${this.#placeOf(line)}: ${faultOf(error as Error)}`);
    }
  }

  #placeOf(line: number): string {
    return this.#kind === "ndjson" ? `${this.#name}:${line}` : `${this.#name}: record ${line}`;
  }
}

/**
 * The members of an object; those of an object in it stand beside them, as in `Country/CountryName`,
 * the name that services of linked data give to them.
 */
function eachCell(value: object, take: (key: string, cell: unknown) => void): void {
  const object = value as Readonly<Record<string, unknown>>;
  for (const key in object) {
    const cell = object[key];
    if (typeof cell !== "object" || cell === null || Array.isArray(cell)) take(key, cell);
    else for (const [inner, text] of Object.entries(cell)) take(`${key}/${inner}`, text);
  }
}
