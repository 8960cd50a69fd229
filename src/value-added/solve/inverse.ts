import { createKernel, type MatrixKernel, TILE_COLUMNS, TILE_ROWS } from "./kernel.ts";

/**
 * (I - A)^-1 by blocked Gauss-Jordan elimination in place: 2 n^3 operations, nearly all of them in
 * the tiled kernel. Needed where the answer is the inverse itself (every industry of every economy
 * against every other); whatever asks for a few vectors is solved instead.
 *
 * No pivoting: I - A is a column diagonally dominant M-matrix wherever value added is positive
 * (see DomesticBlocks). Where it is not, the residual of the answer tells.
 *
 * @param coefficients writes row i of A, n numbers, into `row`
 * @returns n x n, row-major
 */
export function leontiefInverse(
  n: number,
  coefficients: (i: number, row: Float64Array) => void,
): Float64Array {
  const elimination = new Elimination(n);
  const { matrix, padded } = elimination;
  for (let i = 0; i < n; i++) {
    const row = matrix.subarray(i * padded, i * padded + n);
    coefficients(i, row);
    for (let j = 0; j < n; j++) row[j] = (i === j ? 1 : 0) - row[j]!;
  }
  for (let i = n; i < padded; i++) matrix[i * padded + i] = 1;
  elimination.invert();
  if (padded === n) return matrix;
  const inverse = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    inverse.set(matrix.subarray(i * padded, i * padded + n), i * n);
  }
  return inverse;
}

/** Columns eliminated at a time; a multiple of the tile's side, as is the padded size. */
const STEP = 144;
/** Column tiles that the kernel goes through for one tile of rows: 220 KB of them, within L2. */
const COLUMN_TILES = 48;

class Elimination {
  readonly padded: number;
  readonly matrix: Float64Array;
  readonly #kernel: MatrixKernel;
  /** Packed tiles of the columns of a step, of its rows, and of its pivot. */
  readonly #columns: Float64Array;
  readonly #rows: Float64Array;
  readonly #pivot: Float64Array;

  constructor(n: number) {
    this.padded = Math.ceil(n / TILE_ROWS) * TILE_ROWS;
    const size = this.padded ** 2;
    const panel = this.padded * STEP;
    this.#kernel = createKernel(8 * (size + 2 * panel + STEP * STEP));
    const { buffer } = this.#kernel.memory;
    this.matrix = new Float64Array(buffer, 0, size);
    this.#columns = new Float64Array(buffer, 8 * size, panel);
    this.#rows = new Float64Array(buffer, 8 * (size + panel), panel);
    this.#pivot = new Float64Array(buffer, 8 * (size + 2 * panel), STEP * STEP);
  }

  invert(): void {
    const { padded, matrix } = this;
    for (let k = 0; k < padded; k += STEP) {
      const step = Math.min(STEP, padded - k);
      const pivot = this.#invertPivot(k, step);
      this.#packColumns(k, step);
      // The rows of the pivot: D M_kj beside it, D in its place.
      this.#packRows(k, step);
      matrix.fill(0, k * padded, (k + step) * padded);
      this.#multiplyAdd(this.#pivot, k, step, step);
      for (let i = 0; i < step; i++) {
        matrix.set(pivot.subarray(i * step, (i + 1) * step), (k + i) * padded + k);
      }
      // All others: M_ij - M_ik D M_kj beside its columns, -M_ik D in them.
      this.#packRows(k, step);
      this.#multiplyAdd(this.#columns, 0, padded, step);
    }
  }

  /** matrix rows from `row` += tiles of `left` x the packed rows. */
  #multiplyAdd(left: Float64Array, row: number, rows: number, depth: number): void {
    const { padded } = this;
    const tiles = padded / TILE_COLUMNS;
    for (let tile = 0; tile < tiles; tile += COLUMN_TILES) {
      const columnTiles = Math.min(COLUMN_TILES, tiles - tile);
      const right = this.#rows.byteOffset + 8 * tile * TILE_COLUMNS * depth;
      // One tile of rows at a time, along the rows: the order in which memory is fetched ahead.
      for (let i = 0; i < rows; i += TILE_ROWS) {
        const to = 8 * ((row + i) * padded + tile * TILE_COLUMNS);
        const from = left.byteOffset + 8 * i * depth;
        this.#kernel.multiplyAdd(from, right, to, 1, columnTiles, depth, 8 * padded);
      }
    }
  }

  /** D, the inverse of the pivot block, and packed as tiles. */
  #invertPivot(k: number, step: number): Float64Array {
    const { padded, matrix } = this;
    const block = new Float64Array(step * step);
    for (let i = 0; i < step; i++) {
      const from = (k + i) * padded + k;
      block.set(matrix.subarray(from, from + step), i * step);
    }
    invertSmall(block, step);
    for (let i = 0; i < step; i++) {
      const to = (i - (i % TILE_ROWS)) * step + (i % TILE_ROWS);
      for (let d = 0; d < step; d++) this.#pivot[to + d * TILE_ROWS] = block[i * step + d]!;
    }
    return block;
  }

  /** -M_ik as tiles, zero in the pivot's own rows; M_ik itself is cleared. */
  #packColumns(k: number, step: number): void {
    const { padded, matrix } = this;
    for (let i = 0; i < padded; i++) {
      const isOwn = i >= k && i < k + step;
      const from = i * padded + k;
      const to = (i - (i % TILE_ROWS)) * step + (i % TILE_ROWS);
      for (let d = 0; d < step; d++) {
        this.#columns[to + d * TILE_ROWS] = isOwn ? 0 : -matrix[from + d]!;
        if (!isOwn) matrix[from + d] = 0;
      }
    }
  }

  #packRows(k: number, step: number): void {
    const { padded, matrix } = this;
    for (let tile = 0; tile < padded; tile += TILE_COLUMNS) {
      let to = tile * step;
      for (let d = 0; d < step; d++) {
        const from = (k + d) * padded + tile;
        for (let j = 0; j < TILE_COLUMNS; j++) this.#rows[to++] = matrix[from + j]!;
      }
    }
  }
}

/** Gauss-Jordan in place on a small square block. */
function invertSmall(block: Float64Array, size: number): void {
  for (let k = 0; k < size; k++) {
    const reciprocal = 1 / block[k * size + k]!;
    block[k * size + k] = 1;
    for (let j = 0; j < size; j++) block[k * size + j]! *= reciprocal;
    for (let i = 0; i < size; i++) {
      if (i === k) continue;
      const factor = block[i * size + k]!;
      if (factor === 0) continue;
      block[i * size + k] = 0;
      for (let j = 0; j < size; j++) block[i * size + j]! -= factor * block[k * size + j]!;
    }
  }
}
