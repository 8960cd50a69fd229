import { InputError } from "../../errors.ts";
import { assembleTable } from "./assemble.ts";
import type { CellCursor } from "./cells.ts";
import { bottomRow, readColumnLabels } from "./labels.ts";
import type { InputOutputTable } from "./table.ts";

const COLUMNS = ["refArea", "rowPi", "counterpartArea", "colPi", "obsValue"] as const;

/**
 * FIGARO's flat file: one line for each cell, `refArea,rowPi,counterpartArea,colPi,obsValue`, in
 * whatever order and with other columns among them (`icioiRow`, `icioiCol`). What is not listed is
 * zero. Rows of `W2` are primary inputs.
 */
export class FlatTable {
  readonly #at: readonly number[];
  readonly #width: number;
  readonly #rows = new Numbered();
  readonly #columns = new Numbered();
  #cells = {
    row: new Int32Array(1 << 16),
    column: new Int32Array(1 << 16),
    value: new Float64Array(1 << 16),
  };
  #count = 0;

  constructor(
    header: readonly string[],
    private readonly source: string,
    private readonly options: { readonly allowUnbalanced?: boolean },
  ) {
    this.#at = COLUMNS.map((name) => header.indexOf(name));
    this.#width = header.length;
  }

  static fits(header: readonly string[]): boolean {
    return COLUMNS.every((name) => header.includes(name));
  }

  line(cells: CellCursor, line: number): void {
    const texts: string[] = ["", "", "", "", ""];
    let value = Number.NaN;
    for (let column = 0; column < this.#width; column++) {
      const what = this.#at.indexOf(column);
      const from = cells.at;
      if (what === 4) {
        value = cells.number();
        if (!Number.isNaN(value)) continue;
        cells.at = from;
        throw new InputError(
          `${this.source}:${line}: obsValue: expected a number, got "${cells.text()}"`,
        );
      }
      const text = cells.text();
      if (what >= 0) texts[what] = text;
    }
    if (Number.isNaN(value)) {
      throw new InputError(`${this.source}:${line}: the row ends before its obsValue`);
    }
    const row = this.#rows.index(`${texts[0]}_${texts[1]}`);
    const column = this.#columns.index(`${texts[2]}_${texts[3]}`);
    if (this.#count === this.#cells.row.length) this.#grow();
    this.#cells.row[this.#count] = row;
    this.#cells.column[this.#count] = column;
    this.#cells.value[this.#count++] = value;
  }

  finish(): InputOutputTable {
    const { source } = this;
    const isBottom = this.#rows.list.map((label) => bottomRow(label) !== null);
    const industries = this.#rows.list.filter((_, i) => !isBottom[i]);
    const own = new Set(industries);
    // Columns that are no rows are final demand; an industry that buys nothing has no column.
    const demand = this.#columns.list.filter((label) => !own.has(label));
    const columns = readColumnLabels([...industries, ...demand], source);
    const n = columns.labels.length;
    const economies = columns.economies.length;
    const targetOf = new Map(
      [...industries, ...demand].map((label, i) => [label, columns.targets[i]!]),
    );
    const target = this.#columns.list.map((label) => targetOf.get(label)!);
    const rowOf = this.#rows.list.map((label) => targetOf.get(label) ?? -1);
    const flows = new Float64Array(n * n);
    const finalDemand = new Float64Array(n * economies);
    const stated = new Float64Array(n);
    const { row, column, value } = this.#cells;
    for (let at = 0; at < this.#count; at++) {
      const to = target[column[at]!]!;
      const i = rowOf[row[at]!]!;
      const amount = value[at]!;
      if (isBottom[row[at]!]) {
        if (to >= 0) stated[to]! += amount;
      } else if (to >= 0) flows[i * n + to]! += amount;
      else finalDemand[i * economies - 1 - to]! += amount;
    }
    return assembleTable(
      {
        layout: "figaro-flat",
        source,
        year: null,
        economies: columns.economies,
        industries: columns.industries,
        labels: columns.labels,
        entities: columns.entities,
        economyOf: columns.economyOf,
        industryOf: columns.industryOf,
        flows,
        finalDemand,
        output: null,
        statedValueAdded: isBottom.includes(true) ? stated : null,
        discrepancy: null,
        demandCategories: columns.demandCategories,
      },
      this.options,
    );
  }

  #grow(): void {
    const { row, column, value } = this.#cells;
    const size = 2 * row.length;
    const larger = {
      row: new Int32Array(size),
      column: new Int32Array(size),
      value: new Float64Array(size),
    };
    larger.row.set(row);
    larger.column.set(column);
    larger.value.set(value);
    this.#cells = larger;
  }
}

class Numbered {
  readonly list: string[] = [];
  readonly #at = new Map<string, number>();
  index(name: string): number {
    const known = this.#at.get(name);
    if (known !== undefined) return known;
    this.#at.set(name, this.list.length);
    return this.list.push(name) - 1;
  }
}
