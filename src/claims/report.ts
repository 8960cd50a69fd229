import type { Interval } from "../numbers/interval.ts";
import type { Warning } from "../warning.ts";
import type { Claim, Verdict } from "./file/schema.ts";
import type { Check } from "./verdict.ts";
import type { Revised } from "./vintages.ts";

/** An interval in JSON: null for no bound to that side. */
export interface OpenInterval {
  readonly low: number | null;
  readonly high: number | null;
}

/** One figure that went into a computed number. */
export interface ClaimFigure {
  /** `exports`, `imports`, the code of a published share, or what a claim or fact states. */
  readonly name: string;
  readonly partner: string | null;
  readonly product: string | null;
  readonly period: string | null;
  /** Whole dollars, percent or plain, as the unit says; null where the data have none. */
  readonly value: number | null;
  readonly unit: string;
  /** The dataset with its vintage, the printed report itself, or the source of a fact. */
  readonly source: string;
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
  /** How likely it is beside the others and beside no ordinary mistake, from 0 to 1. */
  readonly confidence: number;
  /** How many claims of the group it reproduces, out of how many. */
  readonly group: { readonly fits: number; readonly of: number };
  /** The figures from which it is computed. */
  readonly figures: readonly ClaimFigure[];
}

/** From this confidence on, a cause is stated as the likely one, and below it as a possible one. */
export const CONFIDENT = 0.9;

/** What became of one claim. */
export interface VerifiedClaim {
  readonly id: string;
  readonly says: string;
  readonly where: Claim["where"];
  /** The line of the claim file on which it begins; null where no file was read. */
  readonly line: number | null;
  /** Where the text prints it; null where no text was given, or it does not. */
  readonly text: TextPlace | null;
  readonly group: string | null;
  /**
   * From what it was checked: recomputed from data, computed from other numbers that the report
   * prints, or compared with a fact that the claim file states; null where it was not.
   */
  readonly basis: Basis | null;
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
  /** The figures behind the computed number. */
  readonly figures: readonly ClaimFigure[];
  /** What later vintages make of a number that was right when it was printed; null: it stands. */
  readonly revised: Revised | null;
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

/** Where the text prints a claim. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
  /** Where the text has pages; lines then count from the top of one. */
  readonly page: number | null;
  /** The sentence, or a part of it, in which the number stands from `at` to `end`. */
  readonly sentence: string;
  readonly at: number;
  readonly end: number;
}

/** From what the number of a claim was checked. */
export const bases = ["data", "report", "fact"] as const;
export type Basis = (typeof bases)[number];

/** A claim of which the text says something else than the claim does. */
export interface Contradicted {
  readonly claim: string;
  readonly text: string;
  readonly line: number;
  readonly page: number | null;
  /** What the text says, and what the claim has. */
  readonly because: string;
}

/** Which numbers of the report's text are claimed. */
export interface TextNumbers {
  /** The text, as it was named. */
  readonly file: string;
  readonly found: number;
  readonly claimed: number;
  /** Numbers that are no claims, by reason. */
  readonly ignored: Readonly<Record<string, number>>;
  readonly unclaimed: readonly {
    readonly text: string;
    readonly line: number;
    readonly page: number | null;
    /** The claim in whose place the number stands, where its line no longer prints that claim. */
    readonly inPlaceOf: string | null;
  }[];
  /** Claims and rules that no number of the text answers to. */
  readonly absentClaims: readonly string[];
  /** Claims of which the text says something else: of another partner, a fall for a rise. */
  readonly contradicted: readonly Contradicted[];
  readonly unusedIgnores: readonly string[];
  /** Whether the policy forbids numbers without a claim, and claims without a number. */
  readonly fails: { readonly unclaimed: boolean; readonly missing: boolean };
}

/** A row of a chart: one figure for each of its places, null where there is none. */
export interface ReportSeries {
  readonly label: string;
  /** `printed`: by the report; `computed`: from data; `explained`: from data, the other way. */
  readonly role: "printed" | "computed" | "explained";
  readonly values: readonly (number | null)[];
  /** Whether the figure of a place is projected from the months so far. */
  readonly projected: readonly boolean[];
}

/** A figure of the report drawn again, as data. */
export interface ReportChart {
  readonly id: string;
  readonly title: string;
  /** The figure of the report that it draws again. */
  readonly figure: string | null;
  /** `bars`: printed and computed numbers side by side; `lines`: series over periods. */
  readonly kind: "bars" | "lines";
  readonly unit: string;
  readonly scale: string | null;
  readonly note: string | null;
  /** What the places of the series are: claims, or periods. */
  readonly places: readonly string[];
  readonly series: readonly ReportSeries[];
  /** The datasets used, with their vintages. */
  readonly data: readonly string[];
}

interface UsedDataset {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string | null;
  /** null where its tables have vintages of their own. */
  readonly vintage: string | null;
  /** The hash of its bytes; null where they are several files, or too many to read at once. */
  readonly sha256: string | null;
}

/** The outcome of a run over one claim file. */
export interface VerifyReport {
  readonly schema: "trade-metrics/verify/v1";
  /** The program that wrote it, with its version: in JSON. */
  readonly tool?: string;
  readonly report: {
    readonly id: string;
    readonly title: string;
    readonly publisher: string;
    readonly author: string | null;
    readonly date: string;
    readonly url: string | null;
    readonly notes: readonly string[];
  };
  readonly policy: { readonly failOn: readonly string[] };
  readonly claims: readonly VerifiedClaim[];
  readonly summary: {
    readonly claims: number;
    /** Claims that came to a verdict other than not-checkable and error. */
    readonly checked: number;
    readonly verdicts: Readonly<Record<Verdict, number>>;
    /** For each basis, how many claims were checked from it, and how many of them are reproduced. */
    readonly bases: Readonly<
      Record<Basis, { readonly checked: number; readonly reproduced: number }>
    >;
    /** Claims with a pinned verdict that holds. */
    readonly expected: number;
    /** Claims with a pinned verdict that no longer holds. */
    readonly unexpected: number;
    readonly violations: number;
  };
  /** The datasets from which figures were taken. */
  readonly datasets: readonly UsedDataset[];
  /** Figures of the report drawn again. */
  readonly charts: readonly ReportChart[];
  readonly search: { readonly bounds: string };
  /** How far the claims cover the text; null where no text was given. */
  readonly coverage: TextNumbers | null;
  readonly warnings: readonly Warning[];
}
