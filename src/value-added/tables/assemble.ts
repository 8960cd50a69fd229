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
export function assembleTable(
  parts: TableParts,
  { allowUnbalanced = false }: { readonly allowUnbalanced?: boolean } = {},
): InputOutputTable {
  const n = parts.labels.length;
  const output = parts.output ?? Float64Array.from({ length: n }, (_, i) => rowSum(parts, i));
  const negative = output.findIndex((value) => value < 0);
  if (negative >= 0 && !allowUnbalanced) {
    throw new InputError(
      `${parts.source} (${parts.layout}): ${parts.labels[negative]}: output is negative (${output[negative]}) (add --allow-unbalanced to compute in spite of it)`,
      "Gross output is zero or more; look at the row and at the output of this industry.",
    );
  }
  const inputs = columnSums(parts.flows, n);
  const valueAdded = output.map((value, j) => value - inputs[j]!);
  const table = { ...parts, output, valueAdded };
  const { warnings } = checkTable(table);
  if (negative < 0) return { ...table, warnings };
  const odd = parts.labels.filter((_, i) => output[i]! < 0);
  const message = `${parts.source} (${parts.layout}): output is negative in ${odd.join(", ")} and was computed with as it stands`;
  return { ...table, warnings: [{ code: "negative-output", message }, ...warnings] };
}
