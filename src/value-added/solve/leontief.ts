import { DomesticBlocks } from "./domestic-blocks.ts";
import { gmres, type LinearOperator } from "./gmres.ts";
import { leontiefInverse } from "./inverse.ts";
import { createProduct } from "./product.ts";
import { WithoutExports } from "./without-exports.ts";

/** What a solution was reached with, and how well it satisfies its equations. */
export interface SolveReport {
  readonly method: "krylov" | "inverse";
  /** Products with the whole matrix since the report was started. */
  readonly products: number;
  /** The largest ||b - (I - A) x|| / ||b|| over all right-hand sides since then. */
  readonly residual: number;
}

export type SolveMethod = "auto" | "krylov" | "inverse";

export interface SolveOptions {
  /** Solve with (I - A)' instead of I - A. */
  readonly transpose?: boolean;
  /**
   * Rows of an exporter whose sales of intermediates to the rest of the world are taken out of A
   * (Borin and Mancini's A with a slash through the exporter).
   */
  readonly without?: Int32Array;
}

/** Up to here the inverse costs less than setting up anything else. */
const SMALL = 512;
const TOLERANCE = 1e-14;

/**
 * Solves (I - A) X = B and its transpose for the coefficients A = Z diag(X)^-1 of a table. A is
 * never formed: Z is multiplied by the scaled vector.
 */
export class LeontiefSystem {
  readonly n: number;
  readonly #inverseOutput: Float64Array;
  readonly #blocks: DomesticBlocks;
  readonly #method: "krylov" | "inverse";
  #inverse: Float64Array | null = null;
  #without: { readonly rows: Int32Array; readonly solver: WithoutExports } | null = null;
  #products = 0;
  #residual = 0;

  /**
   * @param flows intermediate flows Z, n x n, row-major, in the table's unit
   * @param output gross output X, n; the coefficients of an industry without output are zero
   * @param members rows of each economy, for the domestic blocks
   */
  constructor(
    private readonly flows: Float64Array,
    output: Float64Array,
    members: Int32Array[],
    method: SolveMethod = "auto",
  ) {
    this.n = output.length;
    this.#inverseOutput = output.map((value) => (value !== 0 ? 1 / value : 0));
    this.#blocks = new DomesticBlocks(flows, this.#inverseOutput, members);
    this.#method = method !== "auto" ? method : this.n <= SMALL ? "inverse" : "krylov";
  }

  startReport(): void {
    this.#products = 0;
    this.#residual = 0;
  }

  get report(): SolveReport {
    return { method: this.#method, products: this.#products, residual: this.#residual };
  }

  /** Column j of A is column j of Z times this; zero where output is zero. */
  get inverseOutput(): Float64Array {
    return this.#inverseOutput;
  }

  /** B = (I - A)^-1, n x n, row-major; computed once. */
  inverse(): Float64Array {
    this.#inverse ??= this.#invert();
    return this.#inverse;
  }

  /** Whether solutions come from the inverse, so that one more costs a product and no solve. */
  get isInverted(): boolean {
    return this.#method === "inverse";
  }

  /** Solutions without the intermediate exports of some rows, from the inverse. */
  withoutExports(rows: Int32Array): WithoutExports {
    if (this.#without?.rows !== rows) {
      const solver = new WithoutExports(this.flows, this.#inverseOutput, this.inverse(), rows);
      this.#without = { rows, solver };
    }
    return this.#without.solver;
  }

  /** Counts a solution that was found earlier into this report. */
  reuse(residual: number): void {
    this.#residual = Math.max(this.#residual, residual);
  }

  /** @param right n x width, row-major; not changed. @returns n x width, row-major. */
  solve(right: Float64Array, width: number, options: SolveOptions = {}): Float64Array {
    const transpose = options.transpose ?? false;
    const without = options.without ?? null;
    const operator = this.#operator(width, transpose, without);
    if (this.#method === "krylov") {
      const { solution, rest, residual, products } = gmres(operator, right, width, TOLERANCE);
      this.#products += products;
      this.#residual = Math.max(this.#residual, residual);
      // One step of x = P (b + (P^-1 - M) x), whose terms are all positive: small components, which
      // the Krylov method gets right only against the largest, become right in themselves.
      operator.precondition(rest);
      for (let i = 0; i < rest.length; i++) solution[i]! += rest[i]!;
      return solution;
    }
    const solution = new Float64Array(right.length);
    createProduct(this.inverse(), this.n, width, transpose).apply(right, solution);
    if (without !== null) {
      const solver = this.withoutExports(without);
      if (transpose) solver.correctTransposed(solution, width);
      else solver.correct(solution, right, width);
    }
    this.#note(operator, right, width, solution);
    return solution;
  }

  #note(
    operator: LinearOperator,
    right: Float64Array,
    width: number,
    solution: Float64Array,
  ): void {
    const product = new Float64Array(right.length);
    operator.apply(solution, product);
    this.#products++;
    const squares = new Float64Array(2 * width);
    for (let i = 0; i < right.length; i++) {
      squares[2 * (i % width)]! += (right[i]! - product[i]!) ** 2;
      squares[2 * (i % width) + 1]! += right[i]! ** 2;
    }
    for (let c = 0; c < width; c++) {
      if (squares[2 * c + 1] === 0) continue;
      const residual = Math.sqrt(squares[2 * c]! / squares[2 * c + 1]!);
      this.#residual = Math.max(this.#residual, residual);
    }
  }

  #operator(width: number, transpose: boolean, without: Int32Array | null): LinearOperator {
    const { n } = this;
    const product = createProduct(this.flows, n, width, transpose);
    const scaledVectors = new Float64Array(n * width);
    const apply = (vectors: Float64Array, out: Float64Array): void => {
      if (transpose) scaledVectors.set(vectors);
      else this.#scale(vectors, width, scaledVectors);
      if (transpose && without !== null) clearRows(scaledVectors, width, without);
      product.apply(scaledVectors, out);
      if (without !== null) {
        if (transpose) this.#addDomestic(vectors, width, without, out);
        else this.#replaceByDomestic(scaledVectors, width, without, out);
      }
      if (transpose) this.#scale(out, width, out);
      for (let i = 0; i < out.length; i++) out[i] = vectors[i]! - out[i]!;
    };
    const precondition = (vectors: Float64Array): void => {
      if (this.#blocks.isRegular) this.#blocks.solve(vectors, width, transpose);
    };
    return { apply, precondition };
  }

  #scale(vectors: Float64Array, width: number, out: Float64Array): void {
    for (let i = 0; i < this.n; i++) {
      const factor = this.#inverseOutput[i]!;
      for (let c = i * width; c < (i + 1) * width; c++) out[c] = vectors[c]! * factor;
    }
  }

  /** Rows of the exporter: only its sales at home are left. */
  #replaceByDomestic(
    scaledVectors: Float64Array,
    width: number,
    rows: Int32Array,
    out: Float64Array,
  ): void {
    for (const i of rows) {
      out.fill(0, i * width, (i + 1) * width);
      for (const j of rows) {
        const flow = this.flows[i * this.n + j]!;
        for (let c = 0; c < width; c++) out[i * width + c]! += flow * scaledVectors[j * width + c]!;
      }
    }
  }

  #addDomestic(vectors: Float64Array, width: number, rows: Int32Array, out: Float64Array): void {
    for (const i of rows) {
      for (const j of rows) {
        const flow = this.flows[i * this.n + j]!;
        for (let c = 0; c < width; c++) out[j * width + c]! += flow * vectors[i * width + c]!;
      }
    }
  }

  #invert(): Float64Array {
    const { n, flows } = this;
    return leontiefInverse(n, (i, row) => {
      for (let j = 0; j < n; j++) row[j] = flows[i * n + j]! * this.#inverseOutput[j]!;
    });
  }
}

function clearRows(vectors: Float64Array, width: number, rows: Int32Array): void {
  for (const i of rows) vectors.fill(0, i * width, (i + 1) * width);
}
