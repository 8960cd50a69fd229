import { fromUnits, reaches, toUnits } from "./amounts.ts";
import type { ContentMethod, Part } from "./part.ts";
import type { ContentSettings } from "./settings.ts";
import { thresholdOf } from "./thresholds.ts";

/**
 * Why a good qualifies or does not, or why that is not known:
 * `originating-materials-only` (Article 4.2(c)), `declared`, `threshold-met`, `threshold-not-met`,
 * `made-outside-region`; not known: `no-threshold`, `before-entry-into-force`, `no-net-cost`,
 * `no-value`.
 */
export type QualificationReason =
  | "originating-materials-only"
  | "declared"
  | "threshold-met"
  | "threshold-not-met"
  | "made-outside-region"
  | "no-threshold"
  | "before-entry-into-force"
  | "no-net-cost"
  | "no-value";

/** Whether a good is originating, by how much, and why. */
export interface Qualification {
  /** Null where it cannot be known; the good then counts as not originating. */
  readonly qualifies: boolean | null;
  readonly reason: QualificationReason;
  /** In percent; null where no threshold applies or none is known. */
  readonly threshold: number | null;
  readonly thresholdSource: string | null;
  /** Regional value content less threshold, in percentage points; negative where it falls short. */
  readonly margin: number | null;
  /** The same in currency: how much more non-originating material would do no harm. */
  readonly marginAmount: number | null;
}

/** What the judgement rests on; amounts in whole ten-thousandths. */
export interface Judged {
  readonly part: Part;
  readonly method: ContentMethod;
  readonly base: number | null;
  readonly nonOriginating: number;
}

/**
 * Whether a good qualifies as originating by its regional value content: its own threshold, or that
 * of its class and date, by its method. A good made in the region without any non-originating
 * material needs none. Changes of tariff classification and the steel, aluminium and core parts
 * requirements are not judged: state their outcome with `originating`.
 */
export function qualificationOf(judged: Judged, settings: ContentSettings): Qualification {
  const { part } = judged;
  if (!settings.region.has(part.origin)) return without(false, "made-outside-region");
  const rule = ruleOf(judged, settings);
  const measured = measure(judged, rule);
  if (part.originating !== null) {
    return { ...measured, qualifies: part.originating, reason: "declared" };
  }
  if (judged.nonOriginating === 0) {
    return { ...measured, qualifies: true, reason: "originating-materials-only" };
  }
  return measured;
}

interface Rule {
  readonly percent: number | null;
  readonly source: string | null;
  readonly reason: "no-threshold" | "before-entry-into-force";
}

function ruleOf({ part, method }: Judged, settings: ContentSettings): Rule {
  if (part.threshold !== null) {
    const source = "the bill of materials";
    return { percent: part.threshold, source, reason: "no-threshold" };
  }
  const { date, vehicle } = settings;
  const { threshold, reason } = thresholdOf({ class: part.class, vehicle, method, date });
  if (threshold === null) return { percent: null, source: null, reason };
  return { percent: threshold.percent, source: threshold.citation, reason: "no-threshold" };
}

function measure({ method, base, nonOriginating }: Judged, rule: Rule): Qualification {
  const { percent, source } = rule;
  const known = { threshold: percent, thresholdSource: source };
  if (base === null || base === 0) {
    const reason = base === null && method === "net-cost" ? "no-net-cost" : "no-value";
    return { ...without(null, reason), ...known };
  }
  if (percent === null) return without(null, rule.reason);
  const originating = base - nonOriginating;
  const met = reaches(originating, base, percent);
  return {
    ...known,
    qualifies: met,
    reason: met ? "threshold-met" : "threshold-not-met",
    ...marginOf(originating, base, percent),
  };
}

/** The margin from whole numbers, so that 50.1 over 50 is 0.1 and not 0.10000000000000142. */
function marginOf(originating: number, base: number, percent: number) {
  const excess = Number(BigInt(originating) * 1_000_000n - BigInt(toUnits(percent)) * BigInt(base));
  return { margin: excess / base / 10_000, marginAmount: fromUnits(excess / 1_000_000) };
}

function without(qualifies: boolean | null, reason: QualificationReason): Qualification {
  return {
    qualifies,
    reason,
    threshold: null,
    thresholdSource: null,
    margin: null,
    marginAmount: null,
  };
}
