import { factorise, solveForward, solveTransposed } from "./factors.ts";

/**
 * The domestic blocks I - A_rr of the economies, factorised: L_rr = (I - A_rr)^-1 is applied to
 * vectors without being formed. The blocks are small (industries of one economy), so all of them
 * cost less than one product with the whole matrix.
 *
 * No pivoting: I - A_rr is a column diagonally dominant M-matrix wherever value added is positive,
 * and elimination without pivoting is stable on it (Higham 2002, section 9.5). A pivot of zero, which
 * takes an economy whose industries use all they make, is reported by `isRegular`.
 */
export class DomesticBlocks {
  readonly #members: Int32Array[];
  readonly #factors: Float64Array[];
  readonly isRegular: boolean = true;

  /**
   * @param flows intermediate flows Z, n x n, row-major
   * @param inverseOutput 1 / X, n; zero where output is zero
   * @param members the rows of each block
   */
  constructor(flows: Float64Array, inverseOutput: Float64Array, members: Int32Array[]) {
    const n = inverseOutput.length;
    this.#members = members;
    this.#factors = members.map((rows) => {
      const size = rows.length;
      const block = new Float64Array(size * size);
      for (let i = 0; i < size; i++) {
        for (let j = 0; j < size; j++) {
          const column = rows[j]!;
          const coefficient = flows[rows[i]! * n + column]! * inverseOutput[column]!;
          block[i * size + j] = (i === j ? 1 : 0) - coefficient;
        }
      }
      return block;
    });
    for (const block of this.#factors) if (!factorise(block)) this.isRegular = false;
  }

  /** block = L block for all economies, in place; `vectors` is n x width, row-major. */
  solve(vectors: Float64Array, width: number, transpose: boolean): void {
    this.#members.forEach((_, r) => {
      this.solveOne(r, vectors, width, transpose);
    });
  }

  /** The same for the rows of one economy only. */
  solveOne(economy: number, vectors: Float64Array, width: number, transpose: boolean): void {
    const rows = this.#members[economy]!;
    const factors = this.#factors[economy]!;
    const size = rows.length;
    const gathered = new Float64Array(size * width);
    for (let i = 0; i < size; i++) {
      const from = rows[i]! * width;
      for (let c = 0; c < width; c++) gathered[i * width + c] = vectors[from + c]!;
    }
    if (transpose) solveTransposed(factors, size, gathered, width);
    else solveForward(factors, size, gathered, width);
    for (let i = 0; i < size; i++) {
      const to = rows[i]! * width;
      for (let c = 0; c < width; c++) vectors[to + c] = gathered[i * width + c]!;
    }
  }
}
