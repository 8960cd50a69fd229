import type { Interval } from "../numbers/interval.ts";
import type { Comparator, Verdict } from "./file/schema.ts";
import type { ReportedNumber } from "./reported.ts";

/** How one check of a claim came out. */
export interface Check {
  readonly by: "data" | "formula" | "consistency" | "definitions";
  readonly verdict: Verdict;
  /** The computed number, in dollars, percent or plain; null where there is none. */
  readonly computed: number | null;
  /** Every value that the rounding of printed inputs lets the computed number take. */
  readonly interval: Interval | null;
  /** Computed less reported. */
  readonly difference: number | null;
  /** Why a mismatch is more than a wrong digit: the sign turns, or the statement turns false. */
  readonly grave: "sign" | "inequality" | null;
  /** A sentence for people, where the numbers alone do not say it. */
  readonly note: string | null;
}

/** A check that gave no number. */
export function undecided(by: Check["by"], verdict: Verdict, note: string): Check {
  return { by, verdict, computed: null, interval: null, difference: null, grave: null, note };
}

/** Verdicts from the worst to the best; a claim with several checks has the worst of them. */
export const severity: readonly Verdict[] = [
  "error",
  "mismatch",
  "inconsistent",
  "definition-dependent",
  "not-checkable",
  "reproduced-by-rounding",
  "reproduced",
];

/**
 * Judges a computed number against a reported one. It is reproduced where the number itself lies
 * where the statement holds, and reproduced by rounding where only the rounding of its inputs
 * or of the printed bound reaches there.
 */
export function judge(
  by: Check["by"],
  reported: Pick<ReportedNumber, "value" | "holds" | "holdsByDigits" | "strict">,
  computed: { readonly value: number; readonly interval: Interval },
  comparator: Comparator,
): Check {
  const { value, interval } = computed;
  const { holds, holdsByDigits, strict } = reported;
  const difference = value - reported.value;
  const base = { by, computed: value, interval, difference, note: null };
  // A sum of exact decimals may miss the bound by the last bit of a double.
  const slack = Math.max(Math.abs(value), Math.abs(reported.value)) * 1e-12;
  const reaches = (low: number, high: number, where: Interval) =>
    strict
      ? high > where.low + slack && low < where.high - slack
      : high >= where.low - slack && low <= where.high + slack;
  if (reaches(value, value, holds)) return { ...base, verdict: "reproduced", grave: null };
  if (reaches(interval.low, interval.high, holdsByDigits)) {
    return { ...base, verdict: "reproduced-by-rounding", grave: null };
  }
  return { ...base, verdict: "mismatch", grave: graveness(reported.value, value, comparator) };
}

function graveness(reported: number, computed: number, comparator: Comparator): Check["grave"] {
  if (reported !== 0 && computed !== 0 && Math.sign(reported) !== Math.sign(computed))
    return "sign";
  const inequality = [">", ">=", "<", "<=", "more-than"].includes(comparator);
  return inequality ? "inequality" : null;
}

/** The verdict of a claim from its checks. Checks without data give way to those with. */
export function overall(checks: readonly Check[]): Verdict {
  const decided = checks.filter(({ verdict }) => verdict !== "not-checkable");
  if (decided.length === 0) return "not-checkable";
  return severity.find((verdict) => decided.some((check) => check.verdict === verdict))!;
}
