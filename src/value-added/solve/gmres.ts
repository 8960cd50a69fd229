/**
 * Restarted GMRES (Saad and Schultz 1986) with right preconditioning, for several right-hand sides
 * in step: each has its own Krylov space, and they share the product with the matrix, which is
 * where the time goes. Right preconditioning keeps the residual that of the system itself.
 *
 * Tables of trade need 8 to 25 products: inputs are mostly domestic, and what the domestic blocks
 * leave is dominated by one direction.
 */
export interface LinearOperator {
  /** out = M v; n x width, row-major. */
  apply(vectors: Float64Array, out: Float64Array): void;
  /** v = P v, in place, P close to the inverse of M. */
  precondition(vectors: Float64Array): void;
}

export interface KrylovResult {
  /** The solution, n x width, row-major. */
  readonly solution: Float64Array;
  /** What it leaves, b - M x. */
  readonly rest: Float64Array;
  /** The largest ||b - M x|| / ||b|| over the right-hand sides (Euclidean). */
  readonly residual: number;
  readonly products: number;
}

const RESTART = 24;
const RESTARTS = 12;

export function gmres(
  operator: LinearOperator,
  right: Float64Array,
  width: number,
  tolerance: number,
): KrylovResult {
  const solution = new Float64Array(right.length);
  const norms = columnNorms(right, width);
  let rest: Float64Array = right.slice();
  let products = 0;
  let residual = Number.POSITIVE_INFINITY;
  for (let restart = 0; restart < RESTARTS; restart++) {
    const targets = norms.map((norm) => tolerance * norm);
    products += improve(operator, rest, width, targets, solution);
    rest = remainder(operator, right, solution);
    products++;
    const previous = residual;
    residual = relative(columnNorms(rest, width), norms);
    // Another round cannot get below what rounding leaves.
    if (residual <= tolerance || residual > previous / 2) break;
  }
  return { solution, rest, residual, products };
}

function remainder(
  operator: LinearOperator,
  right: Float64Array,
  solution: Float64Array,
): Float64Array {
  const rest = new Float64Array(right.length);
  operator.apply(solution, rest);
  for (let i = 0; i < rest.length; i++) rest[i] = right[i]! - rest[i]!;
  return rest;
}

function relative(residuals: Float64Array, norms: Float64Array): number {
  let worst = 0;
  residuals.forEach((value, c) => {
    if (norms[c]! > 0) worst = Math.max(worst, value / norms[c]!);
  });
  return worst;
}

/** One cycle: adds the correction to the solution and returns the number of products. */
function improve(
  operator: LinearOperator,
  rest: Float64Array,
  width: number,
  targets: Float64Array,
  solution: Float64Array,
): number {
  const beta = columnNorms(rest, width);
  const basis: Float64Array[] = [scaled(rest, width, beta)];
  const rotations = Array.from({ length: width }, (_, c) => new Rotations(beta[c]!));
  const direction = new Float64Array(rest.length);
  let step = 0;
  while (step < RESTART) {
    direction.set(basis[step]!);
    operator.precondition(direction);
    const next = new Float64Array(rest.length);
    operator.apply(direction, next);
    const columns: Float64Array[] = [];
    for (let k = 0; k <= step; k++) columns.push(orthogonalise(next, basis[k]!, width));
    const norms = columnNorms(next, width);
    columns.push(norms);
    basis.push(scaled(next, width, norms));
    step++;
    let done = true;
    for (let c = 0; c < width; c++) {
      const left = rotations[c]!.add(columns.map((column) => column[c]!));
      if (left > targets[c]!) done = false;
    }
    if (done) break;
  }
  const weights = rotations.map((rotation) => rotation.solve());
  direction.fill(0);
  for (let k = 0; k < step; k++) {
    const vectors = basis[k]!;
    for (let i = 0; i < direction.length; i += width) {
      for (let c = 0; c < width; c++) direction[i + c]! += weights[c]![k]! * vectors[i + c]!;
    }
  }
  operator.precondition(direction);
  for (let i = 0; i < solution.length; i++) solution[i]! += direction[i]!;
  return step;
}

function columnNorms(vectors: Float64Array, width: number): Float64Array {
  const squares = new Float64Array(width);
  for (let i = 0; i < vectors.length; i += width) {
    for (let c = 0; c < width; c++) {
      const value = vectors[i + c]!;
      squares[c]! += value * value;
    }
  }
  return squares.map(Math.sqrt);
}

/** Columns divided by their norm; a column that has vanished stays zero. */
function scaled(vectors: Float64Array, width: number, norms: Float64Array): Float64Array {
  const factors = norms.map((norm) => (norm > 0 ? 1 / norm : 0));
  const result = new Float64Array(vectors.length);
  for (let i = 0; i < vectors.length; i += width) {
    for (let c = 0; c < width; c++) result[i + c] = vectors[i + c]! * factors[c]!;
  }
  return result;
}

/** Takes the part along `unit` out of `vectors`, column by column, and returns its lengths. */
function orthogonalise(vectors: Float64Array, unit: Float64Array, width: number): Float64Array {
  const along = new Float64Array(width);
  for (let i = 0; i < vectors.length; i += width) {
    for (let c = 0; c < width; c++) along[c]! += vectors[i + c]! * unit[i + c]!;
  }
  for (let i = 0; i < vectors.length; i += width) {
    for (let c = 0; c < width; c++) vectors[i + c]! -= along[c]! * unit[i + c]!;
  }
  return along;
}

/** The least-squares problem of one right-hand side, kept triangular by Givens rotations. */
class Rotations {
  readonly #columns: number[][] = [];
  readonly #cosines: number[] = [];
  readonly #sines: number[] = [];
  readonly #right: number[];

  constructor(norm: number) {
    this.#right = [norm];
  }

  /** Takes the next Hessenberg column; returns the norm of the residual. */
  add(column: number[]): number {
    const k = column.length - 2;
    for (let i = 0; i < k; i++) {
      const cosine = this.#cosines[i]!;
      const sine = this.#sines[i]!;
      const upper = column[i]!;
      const lower = column[i + 1]!;
      column[i] = cosine * upper + sine * lower;
      column[i + 1] = cosine * lower - sine * upper;
    }
    const radius = Math.hypot(column[k]!, column[k + 1]!);
    const cosine = radius > 0 ? column[k]! / radius : 1;
    const sine = radius > 0 ? column[k + 1]! / radius : 0;
    this.#cosines.push(cosine);
    this.#sines.push(sine);
    column[k] = radius;
    this.#columns.push(column);
    const upper = this.#right[k]!;
    this.#right[k] = cosine * upper;
    this.#right.push(-sine * upper);
    return Math.abs(sine * upper);
  }

  /** Weights of the basis vectors; zero for a direction that has vanished. */
  solve(): number[] {
    const size = this.#columns.length;
    const weights = new Array<number>(size).fill(0);
    for (let i = size - 1; i >= 0; i--) {
      let sum = this.#right[i]!;
      for (let j = i + 1; j < size; j++) sum -= this.#columns[j]![i]! * weights[j]!;
      const diagonal = this.#columns[i]![i]!;
      weights[i] = diagonal > 0 ? sum / diagonal : 0;
    }
    return weights;
  }
}
