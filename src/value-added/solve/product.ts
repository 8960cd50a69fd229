import { createKernel, type MatrixKernel, TILE_COLUMNS, TILE_ROWS } from "./kernel.ts";

/**
 * Products of a square matrix M (n x n, row-major) or its transpose with a block of `width`
 * vectors (n x width, row-major). One vector goes through plain loops, which memory bandwidth
 * bounds; a block goes through the tiled kernel, which arithmetic bounds.
 */
export interface Product {
  /** out = M block, or M' block. `out` and `block` are n x width and must differ. */
  apply(block: Float64Array, out: Float64Array): void;
}

/** Rows and depth of the piece of the matrix that is packed at a time: 192 KB, within L2. */
const PIECE_ROWS = 96;
const PIECE_DEPTH = 256;

export function createProduct(
  matrix: Float64Array,
  n: number,
  width: number,
  transpose: boolean,
): Product {
  if (width <= 2)
    return { apply: (block, out) => byVector(matrix, n, width, transpose, block, out) };
  return new TiledProduct(matrix, n, width, transpose);
}

function byVector(
  matrix: Float64Array,
  n: number,
  width: number,
  transpose: boolean,
  block: Float64Array,
  out: Float64Array,
): void {
  if (width === 1) {
    if (transpose) multiplyTransposed(matrix, n, block, out);
    else multiply(matrix, n, block, out);
    return;
  }
  const vector = new Float64Array(n);
  const result = new Float64Array(n);
  for (let c = 0; c < width; c++) {
    for (let i = 0; i < n; i++) vector[i] = block[i * width + c]!;
    byVector(matrix, n, 1, transpose, vector, result);
    for (let i = 0; i < n; i++) out[i * width + c] = result[i]!;
  }
}

/** out = M x, four rows at a time so that each element of x is read once for four products. */
export function multiply(
  matrix: Float64Array,
  n: number,
  x: Float64Array,
  out: Float64Array,
): void {
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    const first = i * n;
    const second = first + n;
    const third = second + n;
    const fourth = third + n;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let j = 0; j < n; j++) {
      const value = x[j]!;
      s0 += matrix[first + j]! * value;
      s1 += matrix[second + j]! * value;
      s2 += matrix[third + j]! * value;
      s3 += matrix[fourth + j]! * value;
    }
    out[i] = s0;
    out[i + 1] = s1;
    out[i + 2] = s2;
    out[i + 3] = s3;
  }
  for (; i < n; i++) {
    let sum = 0;
    for (let j = 0, at = i * n; j < n; j++, at++) sum += matrix[at]! * x[j]!;
    out[i] = sum;
  }
}

/** out = M' x, four rows at a time so that `out` is read and written once for four of them. */
function multiplyTransposed(
  matrix: Float64Array,
  n: number,
  x: Float64Array,
  out: Float64Array,
): void {
  out.fill(0);
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    const first = i * n;
    const second = first + n;
    const third = second + n;
    const fourth = third + n;
    const x0 = x[i]!;
    const x1 = x[i + 1]!;
    const x2 = x[i + 2]!;
    const x3 = x[i + 3]!;
    if (x0 === 0 && x1 === 0 && x2 === 0 && x3 === 0) continue;
    for (let j = 0; j < n; j++) {
      const low = matrix[first + j]! * x0 + matrix[second + j]! * x1;
      out[j]! += low + (matrix[third + j]! * x2 + matrix[fourth + j]! * x3);
    }
  }
  for (; i < n; i++) {
    const value = x[i]!;
    for (let j = 0, at = i * n; j < n; j++, at++) out[j]! += matrix[at]! * value;
  }
}

class TiledProduct implements Product {
  readonly #kernel: MatrixKernel;
  readonly #piece: Float64Array;
  readonly #vectors: Float64Array;
  readonly #result: Float64Array;
  readonly #columns: number;
  readonly #at: { vectors: number; result: number };

  constructor(
    private readonly matrix: Float64Array,
    private readonly n: number,
    private readonly width: number,
    private readonly transpose: boolean,
  ) {
    this.#columns = Math.ceil(width / TILE_COLUMNS) * TILE_COLUMNS;
    const piece = PIECE_ROWS * PIECE_DEPTH;
    const vectors = n * this.#columns;
    const result = (n + TILE_ROWS) * this.#columns;
    this.#kernel = createKernel(8 * (piece + vectors + result));
    const { buffer } = this.#kernel.memory;
    this.#at = { vectors: 8 * piece, result: 8 * (piece + vectors) };
    this.#piece = new Float64Array(buffer, 0, piece);
    this.#vectors = new Float64Array(buffer, this.#at.vectors, vectors);
    this.#result = new Float64Array(buffer, this.#at.result, result);
  }

  apply(block: Float64Array, out: Float64Array): void {
    const { n, width } = this;
    const columns = this.#columns;
    this.#packVectors(block);
    this.#result.fill(0);
    for (let k = 0; k < n; k += PIECE_DEPTH) {
      const depth = Math.min(PIECE_DEPTH, n - k);
      for (let i = 0; i < n; i += PIECE_ROWS) {
        const rows = Math.min(PIECE_ROWS, n - i);
        if (this.transpose) this.#packTransposed(i, rows, k, depth);
        else this.#pack(i, rows, k, depth);
        this.#kernel.multiplyAdd(
          0,
          this.#at.vectors + 8 * k * columns,
          this.#at.result + 8 * i * columns,
          Math.ceil(rows / TILE_ROWS),
          columns / TILE_COLUMNS,
          depth,
          8 * columns,
        );
      }
    }
    for (let i = 0; i < n; i++) {
      for (let c = 0; c < width; c++) out[i * width + c] = this.#result[i * columns + c]!;
    }
  }

  /** The block by pieces of depth, each cut in tiles of four columns. */
  #packVectors(block: Float64Array): void {
    const { n, width } = this;
    const columns = this.#columns;
    const packed = this.#vectors;
    for (let k = 0; k < n; k += PIECE_DEPTH) {
      const depth = Math.min(PIECE_DEPTH, n - k);
      for (let c = 0; c < width; c++) {
        const tile = k * columns + (c - (c % TILE_COLUMNS)) * depth + (c % TILE_COLUMNS);
        for (let d = 0; d < depth; d++) {
          packed[tile + d * TILE_COLUMNS] = block[(k + d) * width + c]!;
        }
      }
    }
  }

  #pack(row: number, rows: number, column: number, depth: number): void {
    const { matrix, n } = this;
    const packed = this.#piece;
    for (let tile = 0; tile < rows; tile += TILE_ROWS) {
      let at = tile * depth;
      let from = (row + tile) * n + column;
      if (tile + TILE_ROWS <= rows) {
        for (let d = 0; d < depth; d++, at += TILE_ROWS, from++) {
          packed[at] = matrix[from]!;
          packed[at + 1] = matrix[from + n]!;
          packed[at + 2] = matrix[from + 2 * n]!;
          packed[at + 3] = matrix[from + 3 * n]!;
        }
        continue;
      }
      for (let d = 0; d < depth; d++, at += TILE_ROWS, from++) {
        for (let i = 0; i < TILE_ROWS; i++) {
          packed[at + i] = tile + i < rows ? matrix[from + i * n]! : 0;
        }
      }
    }
  }

  #packTransposed(column: number, columns: number, row: number, depth: number): void {
    const { matrix, n } = this;
    const packed = this.#piece;
    for (let tile = 0; tile < columns; tile += TILE_ROWS) {
      let at = tile * depth;
      let from = row * n + column + tile;
      if (tile + TILE_ROWS <= columns) {
        for (let d = 0; d < depth; d++, at += TILE_ROWS, from += n) {
          packed[at] = matrix[from]!;
          packed[at + 1] = matrix[from + 1]!;
          packed[at + 2] = matrix[from + 2]!;
          packed[at + 3] = matrix[from + 3]!;
        }
        continue;
      }
      for (let d = 0; d < depth; d++, at += TILE_ROWS, from += n) {
        for (let j = 0; j < TILE_ROWS; j++) {
          packed[at + j] = tile + j < columns ? matrix[from + j]! : 0;
        }
      }
    }
  }
}
