import { fromUnits, reaches, toUnits } from "./amounts.ts";
import { DE_MINIMIS } from "./limits.ts";
import type { ContentMethod, Part } from "./part.ts";
import type { ContentSettings } from "./settings.ts";
import type { Reading } from "./source.ts";
import { thresholdOf } from "./thresholds.ts";

/**
 * Why a good qualifies or does not, or why that is not known:
 * `originating-materials-only` (Article 4.2(c)), `declared`, `threshold-met`, `threshold-not-met`,
 * `tariff-change` and `de-minimis` (a rule without a percentage), `tariff-change-not-met`,
 * `core-parts-together` (Article 3.9 of the appendix), `made-outside-region`; of a verdict on several
 * requirements: `all-requirements-met`, `requirement-not-met`; not known: `requirement-unknown`,
 * `no-threshold`, `before-entry-into-force`, `no-net-cost`, `no-value`.
 */
export type QualificationReason =
  | "originating-materials-only"
  | "declared"
  | "threshold-met"
  | "threshold-not-met"
  | "tariff-change"
  | "de-minimis"
  | "tariff-change-not-met"
  | "core-parts-together"
  | "made-outside-region"
  | "all-requirements-met"
  | "requirement-not-met"
  | "requirement-unknown"
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
  /** What the threshold was checked against; null where none applies or the bill gives it. */
  readonly thresholdReading: Reading | null;
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
  /** What counts as originating by the method; null without a base. */
  readonly counted: number | null;
  /** Of the non-originating materials, those that do not undergo the change of classification. */
  readonly unchanged: number;
  /** True where the bill says of every non-originating material whether it undergoes the change. */
  readonly changesStated: boolean;
  /** True where the core parts of the vehicle qualify together (Article 3.9 of the appendix). */
  readonly acceptedTogether: boolean;
}

/**
 * Whether a good qualifies as originating: by its regional value content, against its own threshold
 * or that of its class and day, by its method; and by the change of tariff classification, where the
 * bill says which materials undergo it. A good made in the region without any non-originating
 * material needs neither. Which change a rule requires is not known here: the bill states the
 * outcome, with `tariffChange` of a material or `originating` of the good.
 */
export function qualificationOf(judged: Judged, settings: ContentSettings): Qualification {
  const { part } = judged;
  if (!settings.region.has(part.origin)) return without(false, "made-outside-region");
  const rule = ruleOf(judged, settings);
  const measured = measure(judged, rule);
  if (part.originating !== null) {
    return { ...measured, qualifies: part.originating, reason: "declared" };
  }
  if (judged.nonOriginating === 0 && judged.unchanged === 0) {
    return { ...measured, qualifies: true, reason: "originating-materials-only" };
  }
  if (judged.acceptedTogether && measured.reason === "threshold-not-met") {
    return { ...measured, qualifies: true, reason: "core-parts-together" };
  }
  if (!withinDeMinimis(judged)) {
    return { ...measured, qualifies: false, reason: "tariff-change-not-met" };
  }
  if (rule.percent === null && judged.changesStated) {
    const reason = judged.unchanged > 0 ? "de-minimis" : "tariff-change";
    return { ...measured, qualifies: true, reason };
  }
  return measured;
}

/** Whether the materials that do not undergo the change are at most 10 % of the transaction value. */
function withinDeMinimis({ part, unchanged }: Judged): boolean {
  const value = toUnits(part.transactionValue ?? part.value);
  return unchanged === 0 || reaches(value - unchanged, value, 100 - DE_MINIMIS.percent);
}

interface Rule {
  readonly percent: number | null;
  readonly source: string | null;
  readonly reading: Reading | null;
  readonly reason: "no-threshold" | "before-entry-into-force";
}

function ruleOf({ part, method }: Judged, settings: ContentSettings): Rule {
  if (part.threshold !== null) {
    const source = "the bill of materials";
    return { percent: part.threshold, source, reading: null, reason: "no-threshold" };
  }
  const { date, vehicle } = settings;
  const { threshold, reason } = thresholdOf({ class: part.class, vehicle, method, date });
  if (threshold === null) return { percent: null, source: null, reading: null, reason };
  const { percent, citation, reading } = threshold;
  return { percent, source: citation, reading, reason: "no-threshold" };
}

function measure({ method, base, counted }: Judged, rule: Rule): Qualification {
  const { percent, source, reading } = rule;
  const known = { threshold: percent, thresholdSource: source, thresholdReading: reading };
  if (base === null || base === 0 || counted === null) {
    const reason = base === null && method === "net-cost" ? "no-net-cost" : "no-value";
    return { ...without(null, reason), ...known };
  }
  if (percent === null) return without(null, rule.reason);
  const met = reaches(counted, base, percent);
  return {
    ...known,
    qualifies: met,
    reason: met ? "threshold-met" : "threshold-not-met",
    ...marginOf(counted, base, percent),
  };
}

/** The margin from whole numbers, so that 50.1 over 50 is 0.1 and not 0.10000000000000142. */
export function marginOf(counted: number | bigint, base: number | bigint, percent: number) {
  const excess = Number(BigInt(counted) * 1_000_000n - BigInt(toUnits(percent)) * BigInt(base));
  return { margin: excess / Number(base) / 10_000, marginAmount: fromUnits(excess / 1_000_000) };
}

function without(qualifies: boolean | null, reason: QualificationReason): Qualification {
  return {
    qualifies,
    reason,
    threshold: null,
    thresholdSource: null,
    thresholdReading: null,
    margin: null,
    marginAmount: null,
  };
}
