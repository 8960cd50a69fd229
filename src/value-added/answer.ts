import type { Warning } from "../warning.ts";
import type { SolveMethod, SolveReport } from "./solve/leontief.ts";

/** An accounting identity, and how far the computed figures are from it. */
export interface Identity {
  readonly name: string;
  /** The largest relative difference between the two sides. */
  readonly difference: number;
  /** What is expected of it: rounding, or the balance of published tables where it rests on that. */
  readonly tolerance: number;
}

/** What every answer carries beside its figures. */
export interface Answer {
  readonly solve: SolveReport;
  readonly identities: readonly Identity[];
  readonly warnings: readonly Warning[];
}

export interface SolverOption {
  /** How the equations are solved; "auto" chooses by size. */
  readonly solver?: SolveMethod;
}

/** For identities that hold whatever the table: beyond this they are broken by more than rounding. */
export const ROUNDING = 1e-9;

export function relativeDifference(left: number, right: number): number {
  const scale = Math.max(Math.abs(left), Math.abs(right));
  return scale > 0 ? Math.abs(left - right) / scale : 0;
}

export function answer(
  solve: SolveReport,
  identities: readonly Identity[],
  tableWarnings: readonly Warning[],
): Answer {
  const warnings = [...tableWarnings];
  if (!(solve.residual <= ROUNDING)) {
    warnings.push({
      code: "residual",
      message: `the equations are solved only to ${solve.residual.toExponential(1)}; the figures are not to be relied on`,
    });
  }
  for (const { name, difference, tolerance } of identities) {
    if (difference <= tolerance) continue;
    warnings.push({
      code: "identity",
      message: `${name} holds only to ${difference.toExponential(1)}; the table does not balance`,
    });
  }
  return { solve, identities, warnings };
}
