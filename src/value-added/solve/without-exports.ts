import { factorise, solveForward, solveTransposed } from "./factors.ts";

/**
 * Solutions of (I - A\s) x = b and its transpose from B = (I - A)^-1, where A\s is A without the
 * intermediate exports of the rows s (Sherman, Morrison and Woodbury). With L_ss = (I - A_ss)^-1:
 *
 * - (I - A\s)^-1 b = x - B_*s B_ss^-1 (x_s - L_ss b_s), with x = B b
 * - (I - A\s)'^-1 b = y - B_s*' u, and L_ss' u in the rows s, with y = B' b and B_ss' u = y_s
 *
 * The first holds for whatever b_s the given x was solved with, so that one x = B b may serve right
 * sides that differ in the rows s alone. B_ss is the inverse of an M-matrix, so no pivoting.
 */
export class WithoutExports {
  readonly #size: number;
  /** Factors of B_ss and of I - A_ss. */
  readonly #inside: Float64Array;
  readonly #domestic: Float64Array;

  constructor(
    flows: Float64Array,
    inverseOutput: Float64Array,
    private readonly inverse: Float64Array,
    private readonly rows: Int32Array,
  ) {
    const n = inverseOutput.length;
    const size = rows.length;
    this.#size = size;
    this.#inside = new Float64Array(size * size);
    this.#domestic = new Float64Array(size * size);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        const at = rows[i]! * n + rows[j]!;
        this.#inside[i * size + j] = inverse[at]!;
        this.#domestic[i * size + j] = (i === j ? 1 : 0) - flows[at]! * inverseOutput[rows[j]!]!;
      }
    }
    factorise(this.#inside);
    factorise(this.#domestic);
  }

  /** Corrects x = B b, n x width, in place; `right` is b, of which only the rows s are read. */
  correct(solved: Float64Array, right: Float64Array, width: number): void {
    const { rows, inverse } = this;
    const n = solved.length / width;
    const chained = this.#gather(right, width);
    solveForward(this.#domestic, this.#size, chained, width);
    const weights = this.#gather(solved, width);
    for (let i = 0; i < weights.length; i++) weights[i]! -= chained[i]!;
    solveForward(this.#inside, this.#size, weights, width);
    for (let i = 0; i < n; i++) {
      for (let k = 0; k < rows.length; k++) {
        const factor = inverse[i * n + rows[k]!]!;
        for (let c = 0; c < width; c++) solved[i * width + c]! -= factor * weights[k * width + c]!;
      }
    }
  }

  /** Corrects y = B' b, n x width, in place. */
  correctTransposed(solved: Float64Array, width: number): void {
    const { rows, inverse } = this;
    const n = solved.length / width;
    const weights = this.#gather(solved, width);
    solveTransposed(this.#inside, this.#size, weights, width);
    rows.forEach((row, k) => {
      for (let i = 0; i < n; i++) {
        const factor = inverse[row * n + i]!;
        for (let c = 0; c < width; c++) solved[i * width + c]! -= factor * weights[k * width + c]!;
      }
    });
    const own = weights.slice();
    solveTransposed(this.#domestic, this.#size, own, width);
    rows.forEach((row, k) => {
      for (let c = 0; c < width; c++) solved[row * width + c] = own[k * width + c]!;
    });
  }

  /** The transposed solution in the rows s alone, L_ss' B_ss'^-1 y_s, from y_s, |s| x width. */
  transposedAtRows(solvedAtRows: Float64Array, width: number): Float64Array {
    const result = solvedAtRows.slice();
    solveTransposed(this.#inside, this.#size, result, width);
    solveTransposed(this.#domestic, this.#size, result, width);
    return result;
  }

  #gather(vectors: Float64Array, width: number): Float64Array {
    const gathered = new Float64Array(this.#size * width);
    this.rows.forEach((row, k) => {
      gathered.set(vectors.subarray(row * width, (row + 1) * width), k * width);
    });
    return gathered;
  }
}
