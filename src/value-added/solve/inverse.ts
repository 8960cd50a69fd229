import { createKernel, TILE_COLUMNS, TILE_ROWS } from "./kernel.ts";

/**
 * (I - A)^-1 by blocked Gauss-Jordan elimination in place: 2 n^3 operations, nearly all of them in
 * the tiled kernel. Needed where the answer is the inverse itself (every industry of every economy
 * against every other); whatever asks for a few vectors is solved instead.
 *
 * No pivoting: I - A is a column diagonally dominant M-matrix wherever value added is positive
 * (see DomesticBlocks). Where it is not, the residual of the answer tells.
 *
 * @param coefficients a function that gives row i of A as n numbers, written into `row`
 * @returns n x n, row-major
 */
export function leontiefInverse(
  n: number,
  coefficients: (i: number, row: Float64Array) => void,
): Float64Array {
  const padded = Math.ceil(n / STEP) * STEP;
  const size = padded * padded;
  const panel = padded * STEP;
  const kernel = createKernel(8 * (size + 2 * panel));
  const { buffer } = kernel.memory;
  const matrix = new Float64Array(buffer, 0, size);
  const columnPanel = new Float64Array(buffer, 8 * size, panel);
  const rowPanel = new Float64Array(buffer, 8 * (size + panel), panel);

  for (let i = 0; i < n; i++) {
    const row = matrix.subarray(i * padded, i * padded + n);
    coefficients(i, row);
    for (let j = 0; j < n; j++) row[j] = (i === j ? 1 : 0) - row[j]!;
  }
  for (let i = n; i < padded; i++) matrix[i * padded + i] = 1;

  const pivot = new Float64Array(STEP * STEP);
  for (let k = 0; k < padded; k += STEP) {
    for (let i = 0; i < STEP; i++) {
      pivot.set(matrix.subarray((k + i) * padded + k, (k + i) * padded + k + STEP), i * STEP);
    }
    invertSmall(pivot, STEP);
    packColumns(matrix, padded, k, columnPanel);
    scaleRows(matrix, padded, k, pivot);
    packRows(matrix, padded, k, rowPanel);
    // Every row but those of the pivot: M_ij -= M_ik (D M_kj), and M_ik becomes -M_ik D.
    for (let i = 0; i < padded; i += STEP) {
      kernel.multiplyAdd(
        8 * (size + i * STEP),
        8 * (size + panel),
        8 * i * padded,
        STEP / TILE_ROWS,
        padded / TILE_COLUMNS,
        STEP,
        8 * padded,
      );
    }
  }
  if (padded === n) return matrix;
  const inverse = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    inverse.set(matrix.subarray(i * padded, i * padded + n), i * n);
  }
  return inverse;
}

/** A multiple of both tile sides; the panel of a step stays in cache. */
const STEP = 96;

/** -M_ik in row tiles, zero for the pivot's own rows; M_ik itself is cleared. */
function packColumns(matrix: Float64Array, n: number, k: number, panel: Float64Array): void {
  for (let i = 0; i < n; i++) {
    const own = i >= k && i < k + STEP;
    const from = i * n + k;
    const to = (i - (i % TILE_ROWS)) * STEP + (i % TILE_ROWS);
    for (let d = 0; d < STEP; d++) {
      panel[to + d * TILE_ROWS] = own ? 0 : -matrix[from + d]!;
      if (!own) matrix[from + d] = 0;
    }
  }
}

/** Rows of the pivot: D M_kj outside the pivot's columns, D itself inside. */
function scaleRows(matrix: Float64Array, n: number, k: number, pivot: Float64Array): void {
  const WIDTH = 256;
  const piece = new Float64Array(STEP * WIDTH);
  for (let from = 0; from < n; from += WIDTH) {
    const width = Math.min(WIDTH, n - from);
    piece.fill(0);
    for (let i = 0; i < STEP; i++) {
      for (let d = 0; d < STEP; d++) {
        const factor = pivot[i * STEP + d]!;
        if (factor === 0) continue;
        const row = (k + d) * n + from;
        for (let j = 0; j < width; j++) piece[i * WIDTH + j]! += factor * matrix[row + j]!;
      }
    }
    for (let i = 0; i < STEP; i++) {
      matrix.set(piece.subarray(i * WIDTH, i * WIDTH + width), (k + i) * n + from);
    }
  }
  for (let i = 0; i < STEP; i++) {
    matrix.set(pivot.subarray(i * STEP, (i + 1) * STEP), (k + i) * n + k);
  }
}

function packRows(matrix: Float64Array, n: number, k: number, panel: Float64Array): void {
  for (let tile = 0; tile < n; tile += TILE_COLUMNS) {
    let to = tile * STEP;
    for (let d = 0; d < STEP; d++) {
      const from = (k + d) * n + tile;
      for (let j = 0; j < TILE_COLUMNS; j++) panel[to++] = matrix[from + j]!;
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
