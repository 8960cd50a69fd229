import { InputError } from "../../errors.ts";
import { firstNames } from "../../first-names.ts";
import { assembleTable } from "./assemble.ts";
import type { CellCursor } from "./cells.ts";
import {
  bottomRow,
  type ColumnLabels,
  DISCREPANCY_COLUMN,
  nameLayout,
  OUTPUT_COLUMN,
} from "./labels.ts";
import type { InputOutputTable, TableLayout } from "./table.ts";

export interface LabelledOptions {
  readonly allowUnbalanced?: boolean;
  /** The layout, where more than the names of rows and columns tells it. */
  readonly layout?: TableLayout;
  /** The year that the file states, once it has been read. */
  readonly year?: () => string | null;
}

/** Takes the lines of a table with a header, one by one, straight into its matrices. */
export class LabelledTable {
  readonly #flows: Float64Array;
  readonly #finalDemand: Float64Array;
  readonly #outputColumn: Float64Array;
  readonly #discrepancy: Float64Array;
  #outputRow: Float64Array | null = null;
  #statedValueAdded: Float64Array | null = null;
  readonly #rowOf: Map<string, number>;
  readonly #seen: Uint8Array;
  readonly #bottomRows = new Set<string>();

  constructor(
    private readonly columns: ColumnLabels,
    private readonly names: string[],
    private readonly source: string,
    private readonly options: LabelledOptions = {},
    /** Reads the cells before the flows; null is a row to pass over. */
    private readonly labelOf: (cells: CellCursor) => string | null = (cells) => cells.text(),
  ) {
    const n = columns.labels.length;
    this.#flows = new Float64Array(n * n);
    this.#finalDemand = new Float64Array(n * columns.economies.length);
    this.#outputColumn = new Float64Array(n);
    this.#discrepancy = new Float64Array(n);
    this.#rowOf = new Map(columns.labels.map((label, i) => [label, i]));
    this.#seen = new Uint8Array(n);
  }

  line(cells: CellCursor, line: number): void {
    const label = this.labelOf(cells);
    if (label === null) return;
    const row = this.#rowOf.get(label);
    if (row !== undefined) {
      if (this.#seen[row]) throw this.#twice(label, line);
      this.#seen[row] = 1;
      this.#industryRow(cells, row, line);
      return;
    }
    const kind = bottomRow(label);
    if (kind === null) {
      throw new InputError(
        `${this.source}:${line}: unknown row "${label}": it is no industry of the header`,
        "Rows carry the labels of the columns; below them only OUT, VA, TLS and their like.",
      );
    }
    if (this.#bottomRows.has(label)) throw this.#twice(label, line);
    this.#bottomRows.add(label);
    if (kind === "output") {
      this.#outputRow ??= new Float64Array(this.#seen.length);
      this.#bottomRow(cells, this.#outputRow, line);
    } else {
      this.#statedValueAdded ??= new Float64Array(this.#seen.length);
      this.#bottomRow(cells, this.#statedValueAdded, line);
    }
  }

  #industryRow(cells: CellCursor, row: number, line: number): void {
    const { targets, economies, labels } = this.columns;
    const flows = this.#flows;
    const first = row * labels.length;
    const demand = row * economies.length - 1;
    const width = targets.length;
    for (let column = 0; column < width; column++) {
      if (cells.at > cells.end) throw this.#short(line, column);
      const from = cells.at;
      const value = cells.number();
      if (Number.isNaN(value)) throw this.#notANumber(cells, from, line, column);
      const target = targets[column]!;
      if (target >= 0) flows[first + target] = value;
      else if (target === OUTPUT_COLUMN) this.#outputColumn[row] = value;
      else if (target === DISCREPANCY_COLUMN) this.#discrepancy[row] = value;
      else this.#finalDemand[demand - target]! += value;
    }
    if (!cells.isAtEnd) throw this.#long(line);
  }

  #bottomRow(cells: CellCursor, sum: Float64Array, line: number): void {
    const { targets } = this.columns;
    for (let column = 0; column < targets.length && !cells.isAtEnd; column++) {
      const from = cells.at;
      const value = cells.number();
      const target = targets[column]!;
      if (target < 0) continue;
      if (Number.isNaN(value)) throw this.#notANumber(cells, from, line, column);
      sum[target]! += value;
    }
  }

  finish(): InputOutputTable {
    const { columns, source } = this;
    const missing = columns.labels.filter((_, i) => !this.#seen[i]);
    if (missing.length > 0) {
      throw new InputError(
        `${source}: no row for ${firstNames(missing, 5)}: the header has ${columns.labels.length} industries`,
        "Every industry of the header needs its row; the file may have been cut off.",
      );
    }
    const hasOutputColumn = columns.targets.includes(OUTPUT_COLUMN);
    const output = this.#outputRow ?? (hasOutputColumn ? this.#outputColumn : null);
    const parts = {
      layout: this.options.layout ?? nameLayout(columns, this.#bottomRows),
      source,
      year: this.options.year?.() ?? null,
      economies: columns.economies,
      industries: columns.industries,
      labels: columns.labels,
      entities: columns.entities,
      economyOf: columns.economyOf,
      industryOf: columns.industryOf,
      flows: this.#flows,
      finalDemand: this.#finalDemand,
      output,
      statedValueAdded: this.#statedValueAdded,
      discrepancy: columns.targets.includes(DISCREPANCY_COLUMN) ? this.#discrepancy : null,
      demandCategories: columns.demandCategories,
    };
    return assembleTable(parts, this.options);
  }

  #twice(label: string, line: number): InputError {
    return new InputError(
      `${this.source}:${line}: row "${label}" stands twice`,
      "Keep one of them.",
    );
  }

  #short(line: number, column: number): InputError {
    return new InputError(
      `${this.source}:${line}: the row ends after ${column + 1} of ${this.names.length + 1} cells`,
      "The file may have been cut off; download it again.",
    );
  }

  #long(line: number): InputError {
    return new InputError(
      `${this.source}:${line}: the row has more than the header's ${this.names.length + 1} cells`,
    );
  }

  #notANumber(cells: CellCursor, from: number, line: number, column: number): InputError {
    cells.at = from;
    const text = cells.text();
    return new InputError(
      `${this.source}:${line}: ${this.names[column]} (column ${column + 2}): expected a number, ` +
        (text === "" ? "got an empty cell" : `got "${text.slice(0, 40)}"`),
      "Write 0 where there is no flow.",
    );
  }
}
