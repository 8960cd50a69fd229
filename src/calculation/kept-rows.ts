import type { RowList } from "./answer.ts";
import type { Cell, ResultRow } from "./result.ts";

/** Up to so many rows are held as they are. */
const FEW = 20_000;
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

  add(row: ResultRow, currency: string): void {
    this.#currencies.set(this.#count, currency);
    this.#count += 1;
    if (this.#columns) this.#columns.add(row);
    else if (this.#plain.push(row) === FEW) {
      this.#columns = new RowColumns();
      for (const one of this.#plain) this.#columns.add(one);
      this.#plain = [];
    }
  }

  currencyAt(at: number): string | undefined {
    return at < this.#count ? (this.#currencies.at(at) as string) : undefined;
  }

  all(): readonly ResultRow[] {
    return this.#columns ? listOf(this.#columns) : this.#plain;
  }
}

/** The names of a row's cells in their order, with the column of each. */
interface Shape {
  readonly names: readonly string[];
  readonly columns: readonly Column[];
}

class RowColumns {
  length = 0;
  readonly #shapes: Shape[] = [];
  /** From which row on which shape holds. */
  readonly #starts: { readonly from: number; readonly shape: Shape }[] = [];

  add(row: ResultRow): void {
    const names = Object.keys(row);
    let shape = this.#starts.at(-1)?.shape;
    if (!shape || !isOfShape(names, shape)) {
      shape = this.#shapes.find((one) => isOfShape(names, one)) ?? this.#newShape(names);
      this.#starts.push({ from: this.length, shape });
    }
    for (const [at, name] of names.entries()) shape.columns[at]!.set(this.length, row[name]!);
    this.length += 1;
  }

  at(index: number): ResultRow {
    const { names, columns } = this.#shapeAt(index);
    return Object.fromEntries(
      names.map((name, at) => [name, columns[at]!.at(index)]),
    ) as unknown as ResultRow;
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
    const shape = { names, columns: names.map(() => new Column(this.length)) };
    this.#shapes.push(shape);
    return shape;
  }
}

function isOfShape(names: readonly string[], { names: own }: Shape): boolean {
  return names.length === own.length && names.every((name, at) => name === own[at]);
}

/** The cells of one name: one for all rows as long as they are alike. */
class Column {
  readonly #from: number;
  #all: Cell | undefined;
  #runs: Cell[][] | null = null;
  /** Texts recur, and each is held once. */
  readonly #texts = new Map<string, string>();
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
    const at = index - this.#from;
    return this.#runs ? this.#runs[Math.floor(at / RUN)]![at % RUN]! : this.#all!;
  }

  #put(at: number, cell: Cell): void {
    const number = Math.floor(at / RUN);
    const run = this.#runs![number] ?? [];
    this.#runs![number] = run;
    // What other shapes have in between is never asked for.
    while (run.length < at % RUN) run.push(cell);
    run.push(typeof cell === "string" ? this.#once(cell) : cell);
  }

  #once(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, text);
    return text;
  }
}

/** The rows as a list, of which only the length and the rows themselves can be asked for. */
function listOf(rows: RowColumns): readonly ResultRow[] {
  const numberOf = (name: string | symbol) => {
    const number = typeof name === "string" ? Number(name) : Number.NaN;
    return number >= 0 && number < rows.length ? number : null;
  };
  const none: readonly ResultRow[] = [];
  return new Proxy(none, {
    get(target, name) {
      if (name === "length") return rows.length;
      const number = numberOf(name);
      return number === null ? Reflect.get(target, name) : rows.at(number);
    },
    has: (target, name) => numberOf(name) !== null || Reflect.has(target, name),
  });
}
