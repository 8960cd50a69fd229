import { collectGarbage } from "../garbage.ts";
import type { RowList } from "./answer.ts";
import type { Cell, ResultRow } from "./result.ts";

/** Up to so many rows are held as they are. */
const FEW = 1000;
/** The cells of a column are held in runs of so many. */
const RUN = 2 ** 16;

/**
 * Rows of an answer, of which there may be a million: many are held column by column, and each is made
 * again when it is asked for.
 */
export class KeptRows implements RowList {
  #plain: ResultRow[] = [];
  #columns: RowColumns | null = null;
  readonly #currencies = new Column(0);
  #count = 0;

  constructor() {
    // What was made while the data were read.
    collectGarbage();
  }

  add(row: ResultRow, currency: string): void {
    this.#currencies.set(this.#count, currency);
    this.#count += 1;
    if (this.#count < FEW || this.#count % FEW === 0) collectGarbage();
    if (this.#columns) this.#columns.add(row);
    else if (this.#plain.push(row) === FEW) {
      this.#columns = new RowColumns();
      for (const one of this.#plain) this.#columns.add(one);
      this.#plain = [];
    }
  }

  all(): readonly ResultRow[] {
    return this.#columns ? listOf(this.#columns) : this.#plain;
  }

  changed(change: (row: ResultRow, currency: string) => ResultRow): readonly ResultRow[] {
    return changedRows(this.all(), (row, at) => change(row, this.#currencies.at(at) as string));
  }
}

/** Rows that are changed: many of them each time that one is asked for, so that none is held. */
export function changedRows(
  rows: readonly ResultRow[],
  change: (row: ResultRow, at: number) => ResultRow,
): readonly ResultRow[] {
  if (rows.length < FEW) return rows.map(change);
  return listOf({ length: rows.length, at: (index) => change(rows[index]!, index) });
}

/** The names of a row's cells in their order, with the column of each. */
interface Shape {
  readonly names: readonly string[];
  readonly columns: readonly Column[];
  /** A row to copy, which has these names. */
  readonly made: Readonly<Record<string, Cell>>;
}

class RowColumns {
  length = 0;
  readonly #shapes: Shape[] = [];
  /** From which row on which shape holds. */
  readonly #starts: { readonly from: number; readonly shape: Shape }[] = [];

  add(row: ResultRow): void {
    let shape = this.#starts.at(-1)?.shape;
    if (!shape || !isOfShape(row, shape)) {
      shape = this.#shapes.find((one) => isOfShape(row, one)) ?? this.#newShape(Object.keys(row));
      this.#starts.push({ from: this.length, shape });
    }
    let at = 0;
    for (const name in row) {
      shape.columns[at]!.set(this.length, row[name]!);
      at += 1;
    }
    this.length += 1;
  }

  at(index: number): ResultRow {
    const { names, columns, made } = this.#shapeAt(index);
    const row: Record<string, Cell> = { ...made };
    for (let at = 0; at < names.length; at += 1) row[names[at]!] = columns[at]!.at(index);
    return row as unknown as ResultRow;
  }

  #shapeAt(index: number): Shape {
    let [first, last] = [0, this.#starts.length - 1];
    while (first < last) {
      const middle = (first + last + 1) >> 1;
      if (this.#starts[middle]!.from <= index) first = middle;
      else last = middle - 1;
    }
    return this.#starts[first]!.shape;
  }

  #newShape(names: readonly string[]): Shape {
    const made = Object.fromEntries(names.map((name) => [name, null]));
    const shape = { names, columns: names.map(() => new Column(this.length)), made };
    this.#shapes.push(shape);
    return shape;
  }
}

function isOfShape(row: ResultRow, { names }: Shape): boolean {
  let at = 0;
  for (const name in row) {
    if (name !== names[at]) return false;
    at += 1;
  }
  return at === names.length;
}

/** Cells in a row: numbers as they are, all else by its number among the things of the column. */
interface Run {
  readonly things: Int32Array;
  numbers: Float64Array | null;
}

/** The thing that a cell is where it is a number. */
const NUMBER = -1;

/** The cells of one name: one for all rows as long as they are alike. */
class Column {
  readonly #from: number;
  #all: Cell | undefined;
  #runs: Run[] | null = null;
  readonly #things: Cell[] = [];
  /** Texts recur, and each is held once. */
  readonly #known = new Map<Cell, number>();
  #last = -1;

  constructor(from: number) {
    this.#from = from;
  }

  set(index: number, cell: Cell): void {
    const at = index - this.#from;
    if (this.#last < 0) this.#all = cell;
    else if (!this.#runs && cell !== this.#all) {
      this.#runs = [];
      for (let before = 0; before <= this.#last; before += 1) this.#put(before, this.#all!);
    }
    this.#last = at;
    if (this.#runs) this.#put(at, cell);
  }

  at(index: number): Cell {
    if (!this.#runs) return this.#all!;
    const at = index - this.#from;
    const { things, numbers } = this.#runs[Math.floor(at / RUN)]!;
    const thing = things[at % RUN]!;
    return thing === NUMBER ? numbers![at % RUN]! : this.#things[thing]!;
  }

  /** What other shapes have in between is never asked for. */
  #put(at: number, cell: Cell): void {
    const number = Math.floor(at / RUN);
    const run = this.#runs![number] ?? { things: new Int32Array(RUN), numbers: null };
    this.#runs![number] = run;
    if (typeof cell === "number") {
      run.numbers ??= new Float64Array(RUN);
      run.numbers[at % RUN] = cell;
    }
    run.things[at % RUN] = typeof cell === "number" ? NUMBER : this.#numberOf(cell);
  }

  #numberOf(cell: Cell): number {
    const known = this.#known.get(cell);
    if (known !== undefined) return known;
    const number = this.#things.push(cell) - 1;
    if (typeof cell !== "object" || cell === null) this.#known.set(cell, number);
    return number;
  }
}

/** Rows that are made when they are asked for. */
interface MadeRows {
  readonly length: number;
  at(index: number): ResultRow;
}

function* each(rows: MadeRows): Generator<ResultRow> {
  for (let index = 0; index < rows.length; index += 1) yield rows.at(index);
}

/** The rows as a list, of which only the length and the rows themselves can be asked for. */
function listOf(rows: MadeRows): readonly ResultRow[] {
  const numberOf = (name: string | symbol) => {
    const number = typeof name === "string" ? Number(name) : Number.NaN;
    return number >= 0 && number < rows.length ? number : null;
  };
  const none: readonly ResultRow[] = [];
  return new Proxy(none, {
    get(target, name) {
      if (name === "length") return rows.length;
      if (name === Symbol.iterator) return () => each(rows);
      const number = numberOf(name);
      return number === null ? Reflect.get(target, name) : rows.at(number);
    },
    has: (target, name) => numberOf(name) !== null || Reflect.has(target, name),
  });
}
