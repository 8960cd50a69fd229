import type { InputOutputTable } from "../../src/value-added/index.ts";

/** (I - A)^-1 of a small table by Gauss-Jordan with pivoting, written here to check against. */
function denseInverse(table: InputOutputTable): number[][] {
  const n = table.labels.length;
  const rows = Array.from({ length: n }, (_, i) => [
    ...Array.from({ length: n }, (_, j) => {
      const output = table.output[j]!;
      return (i === j ? 1 : 0) - (output > 0 ? table.flows[i * n + j]! / output : 0);
    }),
    ...Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)),
  ]);
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k; i < n; i++) if (Math.abs(rows[i]![k]!) > Math.abs(rows[pivot]![k]!)) pivot = i;
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    const own = rows[k]!.map((value) => value / rows[k]![k]!);
    rows[k] = own;
    for (let i = 0; i < n; i++) {
      const factor = rows[i]![k]!;
      if (i === k || factor === 0) continue;
      rows[i] = rows[i]!.map((value, j) => value - factor * own[j]!);
    }
  }
  return rows.map((row) => row.slice(n));
}

/** v = value added per unit of output, 1 - column sums of A. */
export function valueAddedShares(table: InputOutputTable): number[] {
  return Array.from(table.output, (output, j) => (output > 0 ? table.valueAdded[j]! / output : 0));
}

/** v_i B_ij. */
export function contributions(table: InputOutputTable): number[][] {
  const shares = valueAddedShares(table);
  return denseInverse(table).map((row, i) => row.map((value) => shares[i]! * value));
}
