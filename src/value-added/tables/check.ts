import type { Warning } from "../../warning.ts";
import { checkTableGiven } from "../asked.ts";
import type { InputOutputTable } from "./table.ts";

/** Published tables balance to about a thousandth; beyond it, something is wrong with the file. */
export const BALANCE_TOLERANCE = 1e-3;

export interface Imbalance {
  /** Row or column of the table, by its label. */
  readonly label: string;
  readonly kind: "row" | "column";
  /** Row: intermediate and final sales (and discrepancy). Column: inputs and stated value added. */
  readonly sum: number;
  readonly output: number;
  /** |sum - output| / output; infinite where output is zero and the sum is not. */
  readonly relative: number;
}

export interface TableCheck {
  readonly isBalanced: boolean;
  /** Beyond the tolerance, worst first, at most ten. */
  readonly worst: readonly Imbalance[];
  readonly imbalances: number;
  /** Industries without output, by label. */
  readonly zeroOutput: readonly string[];
  /** Industries whose inputs exceed their output, by label. */
  readonly negativeValueAdded: readonly string[];
  readonly warnings: readonly Warning[];
}

/**
 * Does each row sell what it makes, and does each column spend what it makes? A difference counts
 * where it is beyond a thousandth of the industry's own output and of the average industry's: in a
 * small industry, what publishers round off in each cell adds up to more. Columns are compared only
 * where the file states value added.
 */
export function checkTable(table: Omit<InputOutputTable, "warnings">): TableCheck {
  checkTableGiven("checkTable", table);
  const n = table.labels.length;
  const columns = columnSums(table.flows, n);
  const total = table.output.reduce((sum, value) => sum + value, 0);
  const negligible = (BALANCE_TOLERANCE * total) / n;
  const found: Imbalance[] = [];
  const compare = (i: number, kind: "row" | "column", sum: number): void => {
    const output = table.output[i]!;
    const difference = Math.abs(sum - output);
    if (difference <= BALANCE_TOLERANCE * output || difference <= negligible) return;
    const relative = output > 0 ? difference / output : Number.POSITIVE_INFINITY;
    found.push({ label: table.labels[i]!, kind, sum, output, relative });
  };
  for (let i = 0; i < n; i++) {
    compare(i, "row", rowSum(table, i));
    if (table.statedValueAdded !== null) {
      compare(i, "column", columns[i]! + table.statedValueAdded[i]!);
    }
  }
  found.sort((a, b) => b.relative - a.relative);
  const replaced = entitiesReplacedByParts(table);
  const zeroOutput = table.labels.filter(
    (_, i) => table.output[i] === 0 && !replaced.has(table.entities[i]!),
  );
  const negativeValueAdded = table.labels.filter((_, i) => table.valueAdded[i]! < 0);
  const warnings: Warning[] = [];
  if (found.length > 0) {
    const worst = found.slice(0, 3).map(describe).join("; ");
    warnings.push({
      code: "unbalanced",
      message: `${table.source}: rows or columns that differ from output by more than 0.1 %: ${found.length} (${worst})`,
    });
  }
  if (zeroOutput.length > 0) {
    warnings.push({
      code: "zero-output",
      message: `${table.source}: ${zeroOutput.length} of ${n} industries have no output (${some(zeroOutput)}); they add no value`,
    });
  }
  if (negativeValueAdded.length > 0) {
    warnings.push({
      code: "negative-value-added",
      message: `${table.source}: ${negativeValueAdded.length} of ${n} industries buy more than they make (${some(negativeValueAdded)}); their value added is negative and counted as it stands`,
    });
  }
  return {
    isBalanced: found.length === 0,
    worst: found.slice(0, 10),
    imbalances: found.length,
    zeroOutput,
    negativeValueAdded,
    warnings,
  };
}

/** Entities without any output whose economy has others with it: MEX beside MX1 and MX2. */
function entitiesReplacedByParts(
  table: Pick<InputOutputTable, "entities" | "economyOf" | "output">,
): Set<string> {
  const output = new Map<string, { sum: number; economy: number }>();
  table.entities.forEach((entity, i) => {
    const sum = (output.get(entity)?.sum ?? 0) + table.output[i]!;
    output.set(entity, { sum, economy: table.economyOf[i]! });
  });
  const active = new Set([...output.values()].filter((e) => e.sum > 0).map((e) => e.economy));
  const isReplaced = ({ sum, economy }: { sum: number; economy: number }) =>
    sum === 0 && active.has(economy);
  return new Set([...output].filter(([, entity]) => isReplaced(entity)).map(([name]) => name));
}

/** Column sums of a square row-major matrix. */
export function columnSums(matrix: Float64Array, n: number): Float64Array {
  const sums = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = 0, at = i * n; j < n; j++, at++) sums[j]! += matrix[at]!;
  }
  return sums;
}

/** Intermediate and final sales of a row and its statistical discrepancy. */
export function rowSum(
  table: Pick<InputOutputTable, "flows" | "finalDemand" | "economies" | "labels" | "discrepancy">,
  i: number,
): number {
  const n = table.labels.length;
  const economies = table.economies.length;
  let sum = table.discrepancy?.[i] ?? 0;
  for (let at = i * n; at < (i + 1) * n; at++) sum += table.flows[at]!;
  for (let at = i * economies; at < (i + 1) * economies; at++) sum += table.finalDemand[at]!;
  return sum;
}

function describe(imbalance: Imbalance): string {
  const { kind, label, sum, output } = imbalance;
  return `${kind} ${label} sums to ${sum.toPrecision(6)}, output is ${output.toPrecision(6)}`;
}

function some(labels: readonly string[]): string {
  return labels.length <= 3 ? labels.join(", ") : `${labels.slice(0, 3).join(", ")}, …`;
}
