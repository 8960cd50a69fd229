import type { Interval } from "../numbers/interval.ts";
import type { Warning } from "../warning.ts";
import type { Claim, Verdict } from "./file/schema.ts";
import type { Check } from "./verdict.ts";

/** An interval in JSON: null for no bound to that side. */
export interface OpenInterval {
  readonly low: number | null;
  readonly high: number | null;
}

/** What would give the printed number, as one claim of its group sees it. */
export interface Explanation {
  /** What is changed, under the names of the claim file. */
  readonly parameters: Readonly<Record<string, string | number | boolean>>;
  readonly says: string;
  /** The number that it gives for this claim; null where it gives none or leaves it as it is. */
  readonly computed: number | null;
  readonly fits: boolean;
  /** Computed less reported. */
  readonly difference: number | null;
  /** How many alternatives were tried for the group. */
  readonly tried: number;
  /**
   * How many would have fitted as many claims if the printed numbers were random; where none of
   * them fits, how many would have come as near.
   */
  readonly expectedByChance: number;
  /** How many claims of the group it reproduces, out of how many. */
  readonly group: { readonly fits: number; readonly of: number };
}

/** What became of one claim. */
export interface VerifiedClaim {
  readonly id: string;
  readonly says: string;
  readonly where: Claim["where"];
  /** The line of the claim file on which it begins; null where no file was read. */
  readonly line: number | null;
  readonly group: string | null;
  readonly verdict: Verdict;
  readonly reported: {
    readonly text: string;
    readonly value: number;
    readonly unit: string;
    readonly scale: string | null;
    readonly comparator: Claim["comparator"];
    readonly holds: OpenInterval;
    readonly reading: string;
  };
  readonly computed: number | null;
  readonly interval: Interval | null;
  readonly difference: number | null;
  readonly grave: Check["grave"];
  readonly checks: readonly Check[];
  /** The datasets used, with their vintages. */
  readonly data: readonly string[];
  readonly needs: string | null;
  readonly expected: {
    readonly verdict: Verdict;
    readonly because: string;
    readonly met: boolean;
  } | null;
  readonly explanations: readonly Explanation[];
  /** Whether the policy of the run forbids this outcome. */
  readonly violation: boolean;
}

/** Which numbers of the report's text are claimed. */
export interface TextCoverage {
  readonly found: number;
  readonly claimed: number;
  /** Numbers that are no claims, by reason. */
  readonly ignored: Readonly<Record<string, number>>;
  readonly unclaimed: readonly { readonly text: string; readonly line: number }[];
  /** Claims and rules that no number of the text answers to. */
  readonly absentClaims: readonly string[];
  readonly unusedIgnores: readonly string[];
}

/** The outcome of a run over one claim file. */
export interface VerifyReport {
  readonly schema: "trade-metrics/verify/v1";
  readonly report: {
    readonly id: string;
    readonly title: string;
    readonly publisher: string;
    readonly date: string;
  };
  readonly policy: { readonly failOn: readonly string[] };
  readonly claims: readonly VerifiedClaim[];
  readonly summary: {
    readonly claims: number;
    /** Claims that came to a verdict other than not-checkable and error. */
    readonly checked: number;
    readonly verdicts: Readonly<Record<Verdict, number>>;
    /** Claims with a pinned verdict that holds. */
    readonly expected: number;
    /** Claims with a pinned verdict that no longer holds. */
    readonly unexpected: number;
    readonly violations: number;
  };
  readonly search: { readonly bounds: string };
  /** How far the claims cover the text; null where no text was given. */
  readonly coverage: TextCoverage | null;
  readonly warnings: readonly Warning[];
}
