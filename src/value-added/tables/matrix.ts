import { InputError } from "../../errors.ts";
import type { CellCursor } from "./cells.ts";
import { createTable } from "./create.ts";
import type { InputOutputTable } from "./table.ts";

export interface MatrixLabels {
  /** Economies in the order of the matrix. */
  readonly economies: readonly string[];
  /** Industries of each economy; default S1, S2, … */
  readonly industries?: readonly string[];
}

/**
 * A table without a header, [Z | Y]: rows and columns by economy and, within it, by industry, then
 * the columns of final demand by economy, the same number for each. How many industries there are
 * follows from the number of rows.
 */
export class MatrixTable {
  readonly #rows: Float64Array[] = [];

  constructor(
    private readonly names: MatrixLabels,
    private readonly source: string,
  ) {}

  line(cells: CellCursor, line: number): void {
    const width = this.#rows[0]?.length;
    const values: number[] = [];
    while (!cells.isAtEnd) {
      const from = cells.at;
      const value = cells.number();
      if (Number.isNaN(value)) {
        cells.at = from;
        throw new InputError(
          `${this.source}:${line}: column ${values.length + 1}: expected a number, got "${cells.text()}"`,
        );
      }
      values.push(value);
    }
    if (width !== undefined && values.length !== width) {
      throw new InputError(
        `${this.source}:${line}: the row has ${values.length} cells, the first has ${width}`,
        "The file may have been cut off; download it again.",
      );
    }
    this.#rows.push(Float64Array.from(values));
  }

  finish(): InputOutputTable {
    const economies = this.names.economies.length;
    const n = this.#rows.length;
    const width = this.#rows[0]?.length ?? 0;
    const perEconomy = n / economies;
    const demandColumns = (width - n) / economies;
    const stated = this.names.industries?.length ?? perEconomy;
    if (perEconomy !== stated || !Number.isInteger(perEconomy)) {
      throw new InputError(
        `${this.source}: ${n} rows are not ${economies} economies by the same number of industries`,
        "Name the economies of the matrix, in its order.",
      );
    }
    if (demandColumns < 1 || !Number.isInteger(demandColumns)) {
      throw new InputError(
        `${this.source}: ${width} columns are not ${n} of intermediate flows and the same number of ` +
          `final demand for each of ${economies} economies`,
        "The layout is [Z | Y]; name the economies of the matrix, in its order.",
      );
    }
    const industries =
      this.names.industries ?? Array.from({ length: perEconomy }, (_, i) => `S${i + 1}`);
    const flows = new Float64Array(n * n);
    const finalDemand = new Float64Array(n * economies);
    this.#rows.forEach((row, i) => {
      flows.set(row.subarray(0, n), i * n);
      for (let j = n; j < width; j++) {
        finalDemand[i * economies + Math.floor((j - n) / demandColumns)]! += row[j]!;
      }
    });
    return createTable({
      economies: this.names.economies,
      industries,
      flows,
      finalDemand,
      source: this.source,
    });
  }
}
