import { InputError } from "../../errors.ts";
import { checkTable, columnSums, rowSum } from "./check.ts";
import type { InputOutputTable } from "./table.ts";

/** What a reader has found; output may be missing, value added follows from the rest. */
export interface TableParts
  extends Omit<InputOutputTable, "output" | "valueAdded" | "warnings" | "statedValueAdded"> {
  /** Stated output by row, or null: then the sum of the row. */
  readonly output: Float64Array | null;
  readonly statedValueAdded: Float64Array | null;
}

/** Completes a table: output, value added, and what its reader should know. */
export function assembleTable(parts: TableParts): InputOutputTable {
  const n = parts.labels.length;
  const output = parts.output ?? Float64Array.from({ length: n }, (_, i) => rowSum(parts, i));
  const negative = output.findIndex((value) => value < 0);
  if (negative >= 0) {
    throw new InputError(
      `${parts.source}: ${parts.labels[negative]}: output is negative (${output[negative]})`,
      "Gross output is zero or more; look at the row and at the output of this industry.",
    );
  }
  const inputs = columnSums(parts.flows, n);
  const valueAdded = output.map((value, j) => value - inputs[j]!);
  const table = { ...parts, output, valueAdded };
  return { ...table, warnings: checkTable(table).warnings };
}
