import type { SolveMethod, SolveReport } from "./solve/leontief.ts";
import type { Warning } from "./warning.ts";

/** An accounting identity that holds exactly, and how far the computed figures are from it. */
export interface Identity {
  readonly name: string;
  /** The largest relative difference between the two sides. */
  readonly difference: number;
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

/** Beyond this an identity is broken by more than rounding. */
const ROUNDING = 1e-9;

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
  for (const { name, difference } of identities) {
    if (difference <= ROUNDING) continue;
    warnings.push({
      code: "identity",
      message: `${name} holds only to ${difference.toExponential(1)}; the table does not balance`,
    });
  }
  return { solve, identities, warnings };
}
