import { InputError } from "../../errors.ts";
import {
  addByRegion,
  type Border,
  drawBorder,
  type Exporter,
  finalSales,
  grossExports,
} from "../border.ts";
import type { Model } from "../model.ts";
import type { SharedSolutions } from "../shared-solutions.ts";
import { DomesticBlocks } from "../solve/domestic-blocks.ts";
import { multiply } from "../solve/product.ts";
import type { InputOutputTable } from "../tables/table.ts";

/**
 * A table seen from one exporter s: its rows, its exports by partner, and the matrices that every
 * decomposition is written in. Weights of exports (such as v_s L_ss) are vectors over the
 * exporter's rows; exports and parts of them are |s| x regions, row-major, zero at home.
 */
export class ExporterView {
  readonly table: InputOutputTable;
  readonly border: Border;
  readonly rows: Int32Array;
  readonly regions: number;
  /** Gross exports E_sr and the final goods among them Y_sr, |s| x regions. */
  readonly exports: Float64Array;
  readonly finalExports: Float64Array;
  /** Final demand by region of every row, n x regions; home included. */
  readonly sales: Float64Array;
  /** v_s L_ss: domestic value added per unit of output, nothing of it crossing the border twice. */
  readonly domesticOnce: Float64Array;
  /** v_s B_ss: all domestic value added per unit of output. */
  readonly domesticAll: Float64Array;
  /** Sum over t of v_t B_ts = 1 - v_s B_ss: all foreign value added per unit of output. */
  readonly foreignAll: Float64Array;
  /** What all exporters have in common, where it is kept. */
  readonly shared: SharedSolutions | null;
  #ownMultiplier: Float64Array | null = null;
  readonly #allExports: Float64Array;
  readonly #blocks: DomesticBlocks;

  constructor(
    readonly model: Model,
    exporter: Exporter,
  ) {
    const { table, system, valueAddedShare } = model;
    this.table = table;
    this.border = drawBorder(table, exporter);
    this.regions = this.border.regions.length;
    this.rows = this.border.members[this.border.exporter]!;
    this.shared = this.border.isOfGroup ? null : model.shared;
    this.sales = this.shared?.sales ?? finalSales(table, this.border);
    this.#allExports = this.shared?.exports ?? grossExports(table, this.border);
    this.exports = this.#ofExporter(this.#allExports);
    this.finalExports = this.#ofExporter(this.sales);
    this.#blocks =
      this.shared?.blocks ??
      new DomesticBlocks(table.flows, system.inverseOutput, [...this.border.members]);
    if (!this.#blocks.isRegular) {
      throw new InputError(
        `${table.source}: the industries of an economy use up all that they make at home`,
        "Such a table has no Leontief inverse; look for rows without final demand.",
      );
    }
    const once = this.vector();
    for (const i of this.rows) once[i] = valueAddedShare[i]!;
    this.#blocks.solveOne(this.border.exporter, once, 1, true);
    this.domesticOnce = this.atRows(once);
    this.domesticAll = this.atRows(this.ownMultiplier());
    this.foreignAll = this.domesticAll.map((value) => 1 - value);
  }

  /** w_s = B' v_s, n: the exporter's value added per unit of output of every row. */
  ownMultiplier(): Float64Array {
    const s = this.border.exporter;
    this.#ownMultiplier ??= this.shared
      ? columnOf(this.shared.valueAddedByEconomy(), this.regions, s)
      : this.model.system.solve(
          this.vectorOf((i, r) => (r === s ? this.model.valueAddedShare[i]! : 0)),
          1,
          { transpose: true },
        );
    return this.#ownMultiplier;
  }

  /** A vector over all rows of the table, zero. */
  vector(): Float64Array {
    return new Float64Array(this.table.labels.length);
  }

  /** A vector over the rows of the table from a function of row and region. */
  vectorOf(value: (row: number, region: number) => number): Float64Array {
    return this.vector().map((_, i) => value(i, this.border.regionOf[i]!));
  }

  atRows(vector: Float64Array): Float64Array {
    return Float64Array.from(this.rows, (i) => vector[i]!);
  }

  /** Y_rr, what each row sells to final demand at home. */
  soldAtHome(): Float64Array {
    return this.vectorOf((i, r) => this.sales[i * this.regions + r]!);
  }

  /** What each row sells to final demand abroad, to the exporter apart. */
  soldAbroad(): { toExporter: Float64Array; toOthers: Float64Array } {
    const s = this.border.exporter;
    const toExporter = this.vectorOf((i, r) => (r === s ? 0 : this.sales[i * this.regions + s]!));
    const toOthers = this.vectorOf((i, r) => {
      let sum = 0;
      for (let l = 0; l < this.regions; l++) {
        if (l !== r && l !== s) sum += this.sales[i * this.regions + l]!;
      }
      return sum;
    });
    return { toExporter, toOthers };
  }

  /** E_r*, the gross exports of every row of the table, n. */
  exportsByRow(): Float64Array {
    return this.vectorOf((i) => {
      let sum = 0;
      for (let r = 0; r < this.regions; r++) sum += this.#allExports[i * this.regions + r]!;
      return sum;
    });
  }

  /** L_rr h_r in every region r; h is not changed. */
  domesticChain(h: Float64Array): Float64Array {
    const result = h.slice();
    this.#blocks.solve(result, 1, false);
    return result;
  }

  /** The same with the transpose: h_r L_rr. */
  domesticChainTransposed(h: Float64Array): Float64Array {
    const result = h.slice();
    this.#blocks.solve(result, 1, true);
    return result;
  }

  /** The diagonal of L_ss: output of an industry per unit of its own final use. */
  ownMultipliers(): Float64Array {
    const size = this.rows.length;
    const units = new Float64Array(this.table.labels.length * size);
    this.rows.forEach((i, at) => {
      units[i * size + at] = 1;
    });
    this.#blocks.solveOne(this.border.exporter, units, size, false);
    return Float64Array.from(this.rows, (i, at) => units[i * size + at]!);
  }

  /** Sum over j other than r of A_rj x_j in every region r: intermediate exports for output x. */
  intermediateExports(x: Float64Array): Float64Array {
    const { flows } = this.table;
    const n = x.length;
    const scaled = x.map((value, j) => value * this.model.system.inverseOutput[j]!);
    const result = this.vector();
    multiply(flows, n, scaled, result);
    for (const members of this.border.members) {
      for (const i of members) {
        let domestic = 0;
        for (const j of members) domestic += flows[i * n + j]! * scaled[j]!;
        result[i]! -= domestic;
      }
    }
    return result;
  }

  /** The same for three outputs: the flows are gone through once. */
  intermediateExportsOfThree(outputs: readonly [Float64Array, Float64Array, Float64Array]) {
    const { flows } = this.table;
    const { inverseOutput } = this.model.system;
    const n = inverseOutput.length;
    const [a, b, c] = outputs.map((x) => x.map((value, j) => value * inverseOutput[j]!));
    const [sentA, sentB, sentC] = [this.vector(), this.vector(), this.vector()];
    const { runs, regionOf } = this.border;
    for (let i = 0; i < n; i++) {
      const own = regionOf[i]!;
      for (let run = 0; run < runs.length; run += 3) {
        if (runs[run + 2] === own) continue;
        const end = i * n + runs[run + 1]!;
        let [sumA, sumB, sumC] = [0, 0, 0];
        for (let at = i * n + runs[run]!, j = runs[run]!; at < end; at++, j++) {
          const flow = flows[at]!;
          sumA += flow * a![j]!;
          sumB += flow * b![j]!;
          sumC += flow * c![j]!;
        }
        sentA[i]! += sumA;
        sentB[i]! += sumB;
        sentC[i]! += sumC;
      }
    }
    return [sentA, sentB, sentC] as const;
  }

  /** A_sr x_r: the exporter's intermediate exports to each r for its output x_r, |s| x regions. */
  intermediatesFor(x: Float64Array): Float64Array {
    const { flows } = this.table;
    const { inverseOutput } = this.model.system;
    const n = x.length;
    const scaled = x.map((value, j) => value * inverseOutput[j]!);
    const sums = new Float64Array(this.rows.length * this.regions);
    this.rows.forEach((i, at) => {
      const to = at * this.regions;
      addByRegion(this.border, flows, i * n, scaled, { sums, to });
      sums[to + this.border.exporter] = 0;
    });
    return sums;
  }

  /** A_sj x_s for x in the exporter's rows alone: what other regions sell to it, n; zero at home. */
  salesToExporter(x: Float64Array): Float64Array {
    const { flows } = this.table;
    const n = x.length;
    const { inverseOutput } = this.model.system;
    return this.vectorOf((i, r) => {
      if (r === this.border.exporter) return 0;
      let sum = 0;
      for (const j of this.rows) sum += flows[i * n + j]! * inverseOutput[j]! * x[j]!;
      return sum;
    });
  }

  /** v_t B_ts of every region t in the exporter's rows, |s| x regions: one solve of the transpose. */
  valueAddedByRegion(): Float64Array {
    const solved = this.shared?.valueAddedByEconomy() ?? this.#solveByRegion();
    const result = new Float64Array(this.rows.length * this.regions);
    this.rows.forEach((i, at) => {
      const from = i * this.regions;
      result.set(solved.subarray(from, from + this.regions), at * this.regions);
    });
    return result;
  }

  #solveByRegion(): Float64Array {
    const right = new Float64Array(this.table.labels.length * this.regions);
    this.border.regionOf.forEach((region, i) => {
      right[i * this.regions + region] = this.model.valueAddedShare[i]!;
    });
    return this.model.system.solve(right, this.regions, { transpose: true });
  }

  #ofExporter(matrix: Float64Array): Float64Array {
    const result = new Float64Array(this.rows.length * this.regions);
    this.rows.forEach((i, at) => {
      result.set(matrix.subarray(i * this.regions, (i + 1) * this.regions), at * this.regions);
      result[at * this.regions + this.border.exporter] = 0;
    });
    return result;
  }
}

/** One column of a matrix of so many columns. */
export function columnOf(matrix: Float64Array, columns: number, column: number): Float64Array {
  const values = new Float64Array(matrix.length / columns);
  for (let i = 0; i < values.length; i++) values[i] = matrix[i * columns + column]!;
  return values;
}

/** The sum of all columns but one. */
export function otherColumns(matrix: Float64Array, columns: number, left: number): Float64Array {
  const sums = new Float64Array(matrix.length / columns);
  for (let i = 0; i < sums.length; i++) {
    let sum = 0;
    for (let c = 0; c < columns; c++) if (c !== left) sum += matrix[i * columns + c]!;
    sums[i] = sum;
  }
  return sums;
}
