import { fromUnits, percentOf, reaches, toUnits } from "./amounts.ts";
import type { ContentAnswer } from "./answer.ts";
import { traceWithCoreParts } from "./core-parts.ts";
import type { BillOfMaterials, ContentMethod, ProductClass } from "./part.ts";
import type { QualificationReason } from "./qualification.ts";
import { type ContentOptions, type ContentSettings, settingsOf } from "./settings.ts";
import type { Reading } from "./source.ts";
import type { TracedPart } from "./trace.ts";
import { contentWarnings } from "./warnings.ts";

/** The regional value content of one good of a bill. Amounts in its currency, shares in percent. */
export interface RegionalContentRow {
  readonly id: string;
  readonly name: string | null;
  readonly tier: number;
  readonly parent: string | null;
  readonly origin: string;
  readonly class: ProductClass;
  readonly method: ContentMethod;
  /** Regional value content as the rule counts it, with roll-up. */
  readonly value: number | null;
  readonly unit: "percent";
  /** Why `value` is null: `made-outside-region`, `no-net-cost`, `no-value`. */
  readonly reason: "made-outside-region" | "no-net-cost" | "no-value" | null;
  /** Regional content through all tiers, without roll-up. */
  readonly trueValue: number | null;
  /** `value` less `trueValue`, in percentage points. */
  readonly gapPoints: number | null;
  /** Net cost or transaction value, by `method`; the value of a good made outside the region. */
  readonly base: number | null;
  readonly nonOriginatingMaterials: number;
  readonly nonRegionalContent: number;
  /** What counts as originating: `base` less VNM; by build-up, the value of the originating materials. */
  readonly counted: number | null;
  /** What is regional: `base` less `nonRegionalContent`. */
  readonly regional: number | null;
  /** `counted` less `regional`; negative only where regional content returns from outside. */
  readonly gap: number | null;
  /** Regional content inside materials made outside the region: in `regional`, not in `counted`. */
  readonly returned: number;
  readonly qualifies: boolean | null;
  readonly qualifiesReason: QualificationReason;
  /** Whether `trueValue` alone would reach the threshold; null without a threshold. */
  readonly qualifiesWithoutRollUp: boolean | null;
  readonly threshold: number | null;
  readonly thresholdSource: string | null;
  /** What the threshold was checked against; null where none applies or the bill gives it. */
  readonly thresholdReading: Reading | null;
  readonly margin: number | null;
  readonly marginAmount: number | null;
  /** The share of its value that counts as originating in the next good. */
  readonly countedWhenUsed: number | null;
  /** Non-originating content that counts as originating once this good goes into the next one. */
  readonly rolledUp: number;
}

/** What roll-up does at one tier; the tiers from 1 on and `returned` add up to the good's gap. */
export interface RegionalContentTier {
  readonly tier: number;
  readonly parts: number;
  readonly value: number;
  /** Non-originating content that became originating at this tier and reaches the final good so. */
  readonly rolledUp: number;
}

export interface RegionalContentAnswer extends ContentAnswer<RegionalContentRow> {
  readonly tiers: readonly RegionalContentTier[];
}

/**
 * Regional value content of a good and of all its parts, as the rule counts it and as it is.
 *
 * With roll-up (USMCA Article 4.5): (TV - VNM) / TV * 100, or (NC - VNM) / NC * 100, in percent,
 * where VNM leaves out the non-originating materials inside materials that qualify themselves
 * (Article 4.5.4; Uniform Regulations, 19 CFR part 182 appendix A, sections 7(4) and 14(1); panel
 * report United States - Automotive Rules of Origin, 14 December 2022). Without roll-up: the same
 * base less all content added outside the region, at any tier.
 *
 * Other agreements: build-down is the transaction value formula; build-up is the value of the
 * originating materials / adjusted value * 100 (such as 19 U.S.C. 4033(c)).
 *
 * Core parts of a passenger vehicle or light truck that fall short one by one and qualify together
 * originate (Article 3.9 of the appendix). Self-produced materials: see `traceBill` (Article 4.8).
 * A row says whether its good reaches its regional value content; what else a vehicle must meet is
 * in `contentVerdict`.
 *
 * Not implemented: the choice of counting only the components of Table A.2, column 2, in core parts
 * (Article 3.8), the components of Table G that may not be designated (Article 4.8), and deductions of freight and waste (Article 4.7).
 *
 * Rows: the good first, each part after the one that it goes into. `value` is null with a reason
 * where the good is made outside the region, or where the method's base is missing or 0.
 * @throws InputError for an invalid day or region.
 */
export function regionalValueContent(
  bill: BillOfMaterials,
  options: ContentOptions,
): RegionalContentAnswer {
  const settings = settingsOf(bill, options);
  const { traced } = traceWithCoreParts(bill, settings);
  const rows = traced.map(rowOf);
  return {
    metric: "regional-value-content",
    unit: "percent",
    definition: {
      formula: "(base - VNM) / base * 100, base = transaction value, net cost or adjusted value",
      rollUp: "VNM leaves out the materials inside parts that qualify (USMCA Article 4.5.4)",
      trueValue: "(base - content added outside the region at any tier) / base * 100",
    },
    parameters: parametersOf(settings),
    rows,
    tiers: tiersOf(traced),
    warnings: [...bill.warnings, ...contentWarnings(traced)],
  };
}

function parametersOf(settings: ContentSettings) {
  const { regionCodes, date, method, vehicle } = settings;
  return { region: regionCodes, date, method, vehicle };
}

function rowOf(one: TracedPart): RegionalContentRow {
  const { part, base, counted, nonOriginating, nonRegional, qualification } = one;
  const measured = base !== null && base > 0;
  const regional = base === null ? null : base - nonRegional;
  const gap = counted === null ? null : counted - regional!;
  const { threshold } = qualification;
  return {
    id: part.id,
    name: part.name,
    tier: part.tier,
    parent: part.parent,
    origin: part.origin,
    class: part.class,
    method: one.method,
    value: measured && one.regional ? percentOf(counted!, base) : null,
    unit: "percent",
    reason: reasonOf(one),
    trueValue: measured ? percentOf(regional!, base) : null,
    gapPoints: measured && one.regional ? percentOf(gap!, base) : null,
    base: amountOf(base),
    nonOriginatingMaterials: fromUnits(nonOriginating),
    nonRegionalContent: fromUnits(nonRegional),
    counted: amountOf(counted),
    regional: amountOf(regional),
    gap: amountOf(gap),
    returned: fromUnits(one.returned),
    qualifies: qualification.qualifies,
    qualifiesReason: qualification.reason,
    qualifiesWithoutRollUp:
      measured && threshold !== null ? reaches(regional!, base, threshold) : null,
    threshold,
    thresholdSource: qualification.thresholdSource,
    thresholdReading: qualification.thresholdReading,
    margin: qualification.margin,
    marginAmount: qualification.marginAmount,
    countedWhenUsed: percentOf(toUnits(part.value) - one.passedOn, toUnits(part.value)),
    rolledUp: fromUnits(one.rolledUp),
  };
}

function reasonOf({ regional, base, method }: TracedPart): RegionalContentRow["reason"] {
  if (!regional) return "made-outside-region";
  if (base === null) return method === "net-cost" ? "no-net-cost" : "no-value";
  return base === 0 ? "no-value" : null;
}

function amountOf(units: number | null): number | null {
  return units === null ? null : fromUnits(units);
}

function tiersOf(traced: readonly TracedPart[]): RegionalContentTier[] {
  const tiers = new Map<number, { parts: number; value: number; rolledUp: number }>();
  for (const { part, rolledUp, reachesGood } of traced) {
    const sum = tiers.get(part.tier) ?? { parts: 0, value: 0, rolledUp: 0 };
    tiers.set(part.tier, sum);
    sum.parts += 1;
    sum.value += toUnits(part.value);
    sum.rolledUp += reachesGood ? rolledUp : 0;
  }
  return [...tiers]
    .sort(([a], [b]) => a - b)
    .map(([tier, { parts, value, rolledUp }]) => ({
      tier,
      parts,
      value: fromUnits(value),
      rolledUp: fromUnits(rolledUp),
    }));
}
