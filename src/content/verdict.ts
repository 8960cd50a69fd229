import { InputError } from "../errors.ts";
import { percentOf, reaches } from "./amounts.ts";
import { type CorePartsTogether, qualifyTogether, traceWithCoreParts } from "./core-parts.ts";
import {
  type LabourContentOptions,
  type LabourContentRow,
  labourValueContent,
} from "./labour-value-content.ts";
import { METAL_PURCHASES } from "./limits.ts";
import { type BillOfMaterials, hasCoreParts, isCoveredVehicle } from "./part.ts";
import { type ProducedBill, producedBills } from "./produced.ts";
import { marginOf, type Qualification, type QualificationReason } from "./qualification.ts";
import { settingsOf } from "./settings.ts";
import type { Reading } from "./source.ts";
import type { TracedPart } from "./trace.ts";

export type RequirementName =
  | "regional-content"
  | "core-parts"
  | "labour-content"
  | "steel"
  | "aluminium"
  | "all";

/** One requirement of a good, and whether it is met. Shares in percent, margins in points. */
export interface Requirement {
  readonly requirement: RequirementName;
  readonly value: number | null;
  /** Why `value` is null; `verdict` for the line on all requirements, which has none. */
  readonly reason:
    | "no-net-cost"
    | "no-value"
    | "no-wages"
    | "made-outside-region"
    | "not-stated"
    | "verdict"
    | null;
  readonly threshold: number | null;
  readonly thresholdSource: string | null;
  readonly thresholdReading: Reading | null;
  /** Null where it cannot be known. */
  readonly qualifies: boolean | null;
  readonly qualifiesReason: RequirementReason;
  readonly margin: number | null;
}

export type RequirementReason =
  | QualificationReason
  | LabourContentRow["qualifiesReason"]
  | "no-core-parts"
  | "not-stated";

export interface VerdictOptions extends LabourContentOptions {
  /** Of the producer's purchases of steel in the region, the originating share, in percent. */
  readonly steelPurchases?: number;
  /** The same of aluminium. */
  readonly aluminiumPurchases?: number;
}

/**
 * Whether a good meets all that the Agreement requires of it: one line for each requirement, and
 * last one for all. A passenger vehicle or light truck must reach its regional value content, have
 * originating core parts, reach its labour value content, and its producer must buy originating
 * steel and aluminium (Articles 3, 6 and 7 of the automotive appendix); a heavy truck all but the
 * core parts; any other good its own rule. Unknown where no line fails and one is unknown.
 *
 * Several bills, each with its `units`, are averaged (Article 5): contents are those of all units
 * together; core parts must qualify in every bill.
 * @throws InputError for an invalid day, region or share, or bills that cannot be averaged.
 */
export function contentVerdict(
  bills: readonly BillOfMaterials[],
  options: VerdictOptions,
): readonly Requirement[] {
  const produced = producedBills(bills).map((one) => ({
    ...one,
    ...traceWithCoreParts(one.bill, settingsOf(one.bill, options)),
  }));
  const { class: goodClass } = bills[0]!.parts[0]!;
  const lines: Requirement[] = [regionalLine(produced)];
  if (hasCoreParts(goodClass)) lines.push(coreLine(produced));
  if (isCoveredVehicle(goodClass)) {
    lines.push(
      labourLine(bills, options),
      metalLine("steel", options.steelPurchases),
      metalLine("aluminium", options.aluminiumPurchases),
    );
  }
  return [...lines, allOf(lines)];
}

/**
 * Whether the final good qualifies as originating: by its own rule, and for a vehicle by all
 * requirements together. `margin` and `marginAmount` are those of its regional value content.
 * @throws InputError for an invalid day, region or share.
 */
export function qualifies(bill: BillOfMaterials, options: VerdictOptions): Qualification {
  const { traced } = traceWithCoreParts(bill, settingsOf(bill, options));
  const { qualification } = traced[0]!;
  if (!isCoveredVehicle(bill.parts[0]!.class)) return qualification;
  const verdict = contentVerdict([bill], options).at(-1)!;
  const reason = verdict.qualifiesReason as QualificationReason;
  return { ...qualification, qualifies: verdict.qualifies, reason };
}

interface Traced extends ProducedBill {
  readonly traced: readonly TracedPart[];
  readonly core: CorePartsTogether | null;
}

function regionalLine(produced: readonly Traced[]): Requirement {
  const goods = produced.map(({ traced }) => traced[0]!);
  const [first] = goods;
  const { threshold, thresholdSource, thresholdReading } = first!.qualification;
  const known = {
    requirement: "regional-content",
    threshold,
    thresholdSource,
    thresholdReading,
  } as const;
  const outside = goods.find(({ regional }) => !regional);
  if (outside) return withoutValue(known, false, "made-outside-region", "made-outside-region");
  if (goods.some(({ base }) => base === null)) {
    return withoutValue(known, null, "no-net-cost", "no-net-cost");
  }
  const sum = weighted(produced, goods);
  const value = percentOf(sum.counted, sum.base);
  if (value === null) return withoutValue(known, null, "no-value", "no-value");
  const shown = { ...known, value, reason: null };
  if (goods.length === 1 || threshold === null) {
    const { qualifies: met, reason, margin } = first!.qualification;
    return { ...shown, qualifies: met, qualifiesReason: reason, margin };
  }
  return { ...shown, ...measured(sum, threshold) };
}

function coreLine(produced: readonly Traced[]): Requirement {
  const cores = produced.map(({ core }) => core!);
  const { threshold: rule, reason: noRule } = cores[0]!;
  const known = {
    requirement: "core-parts",
    threshold: rule?.percent ?? null,
    thresholdSource: rule?.citation ?? null,
    thresholdReading: rule?.reading ?? null,
  } as const;
  if (cores.some(({ parts }) => parts.length === 0)) {
    return withoutValue(known, null, "no-core-parts", "not-stated");
  }
  const each = cores.every(({ parts }) => parts.every(originates));
  const together = cores.every((core) => core.parts.every(originates) || qualifyTogether(core));
  const computable = cores.every(({ base }) => base !== null);
  if (!computable || rule === null) {
    const why = noRule ?? "no-net-cost";
    const met = each ? true : null;
    return withoutValue(known, met, each ? "threshold-met" : why, "no-net-cost");
  }
  const sum = weighted(produced, cores);
  const value = percentOf(sum.counted, sum.base);
  const reason = each ? "threshold-met" : together ? "core-parts-together" : "threshold-not-met";
  const { margin } = marginOf(sum.counted, sum.base, rule.percent);
  return { ...known, value, reason: null, qualifies: together, qualifiesReason: reason, margin };
}

/** A part that was accepted only together with the others does not originate by itself. */
function originates({ qualification }: TracedPart): boolean {
  return qualification.qualifies === true && qualification.reason !== "core-parts-together";
}

function labourLine(bills: readonly BillOfMaterials[], options: VerdictOptions): Requirement {
  const [row] = labourValueContent(bills, options).rows;
  const { value, reason, threshold, thresholdSource, thresholdReading, margin } = row!;
  return {
    ...{ requirement: "labour-content", value, reason, threshold, thresholdSource },
    ...{ thresholdReading, margin },
    qualifies: row!.qualifies,
    qualifiesReason: row!.qualifiesReason,
  };
}

function metalLine(requirement: "steel" | "aluminium", share: number | undefined): Requirement {
  const { percent, citation, reading } = METAL_PURCHASES;
  const known = {
    ...{ requirement, threshold: percent },
    ...{ thresholdSource: citation, thresholdReading: reading },
  };
  if (share === undefined) return withoutValue(known, null, "not-stated", "not-stated");
  if (!(share >= 0 && share <= 100)) {
    throw new InputError(`${requirement}: ${share} is not a percentage (give 0 to 100)`);
  }
  const met = share >= percent;
  const qualifiesReason = met ? "threshold-met" : "threshold-not-met";
  return {
    ...known,
    value: share,
    reason: null,
    qualifies: met,
    qualifiesReason,
    margin: share - percent,
  };
}

function allOf(lines: readonly Requirement[]): Requirement {
  const none = { threshold: null, thresholdSource: null, thresholdReading: null };
  const failed = lines.some((line) => line.qualifies === false);
  const unknown = lines.some((line) => line.qualifies === null);
  const [met, reason]: [boolean | null, RequirementReason] = failed
    ? [false, "requirement-not-met"]
    : unknown
      ? [null, "requirement-unknown"]
      : [true, "all-requirements-met"];
  return withoutValue({ requirement: "all", ...none }, met, reason, "verdict");
}

type Known = Pick<
  Requirement,
  "requirement" | "threshold" | "thresholdSource" | "thresholdReading"
>;

function withoutValue(
  known: Known,
  met: boolean | null,
  qualifiesReason: RequirementReason,
  reason: Requirement["reason"],
): Requirement {
  return { ...known, value: null, reason, qualifies: met, qualifiesReason, margin: null };
}

interface Sum {
  readonly base: bigint;
  readonly counted: bigint;
}

/** The amounts of all units together. */
function weighted(
  produced: readonly ProducedBill[],
  amounts: readonly { readonly base: number | null; readonly counted: number | null }[],
): Sum {
  let base = 0n;
  let counted = 0n;
  for (const [index, { units }] of produced.entries()) {
    base += BigInt(amounts[index]!.base!) * BigInt(units);
    counted += BigInt(amounts[index]!.counted!) * BigInt(units);
  }
  return { base, counted };
}

function measured({ base, counted }: Sum, threshold: number) {
  const met = reaches(counted, base, threshold);
  const { margin } = marginOf(counted, base, threshold);
  const qualifiesReason: RequirementReason = met ? "threshold-met" : "threshold-not-met";
  return { qualifies: met, qualifiesReason, margin };
}
