/** Coefficients are shares of output: below this, a pivot is what rounding left of zero. */
const SINGULAR = 1e-13;

/** LU in place without pivoting, unit lower triangle; false where a pivot is zero. */
export function factorise(block: Float64Array): boolean {
  const size = Math.round(Math.sqrt(block.length));
  for (let k = 0; k < size; k++) {
    const pivot = block[k * size + k]!;
    if (!(Math.abs(pivot) > SINGULAR)) return false;
    for (let i = k + 1; i < size; i++) {
      const factor = block[i * size + k]! / pivot;
      block[i * size + k] = factor;
      if (factor === 0) continue;
      for (let j = k + 1; j < size; j++) block[i * size + j]! -= factor * block[k * size + j]!;
    }
  }
  return true;
}

function subtractRow(
  vectors: Float64Array,
  width: number,
  to: number,
  factor: number,
  from: number,
): void {
  if (factor === 0) return;
  const a = to * width;
  const b = from * width;
  for (let c = 0; c < width; c++) vectors[a + c]! -= factor * vectors[b + c]!;
}

function divideRow(vectors: Float64Array, width: number, row: number, pivot: number): void {
  for (let c = row * width; c < (row + 1) * width; c++) vectors[c]! /= pivot;
}

/** block = M^-1 block from the factors of M; `vectors` is size x width, row-major. */
export function solveForward(
  lu: Float64Array,
  size: number,
  vectors: Float64Array,
  width: number,
): void {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) subtractRow(vectors, width, i, lu[i * size + j]!, j);
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let j = i + 1; j < size; j++) subtractRow(vectors, width, i, lu[i * size + j]!, j);
    divideRow(vectors, width, i, lu[i * size + i]!);
  }
}

/** The same with the transpose of M. */
export function solveTransposed(
  lu: Float64Array,
  size: number,
  vectors: Float64Array,
  width: number,
): void {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) subtractRow(vectors, width, i, lu[j * size + i]!, j);
    divideRow(vectors, width, i, lu[i * size + i]!);
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let j = i + 1; j < size; j++) subtractRow(vectors, width, i, lu[j * size + i]!, j);
  }
}
