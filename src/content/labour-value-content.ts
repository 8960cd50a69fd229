import { InputError } from "../errors.ts";
import { fromUnits, percentOf, toUnits } from "./amounts.ts";
import type { ContentAnswer } from "./answer.ts";
import {
  ASSEMBLY_CREDIT,
  HIGH_WAGE,
  LARGEST_TECHNOLOGY_CREDIT,
  labourThresholdOf,
  leastFromMaterials,
} from "./labour-thresholds.ts";
import type { BillOfMaterials, ContentWarning, Part, Vehicle } from "./part.ts";
import { type ProducedBill, producedBills } from "./produced.ts";
import { type ContentOptions, type ContentSettings, settingsOf } from "./settings.ts";
import type { Reading } from "./source.ts";

export interface LabourContentOptions extends ContentOptions {
  /**
   * The producer's wages in the region for research, development and information technology, in
   * percent of its production wages there. None unless given.
   */
  readonly technologyWageShare?: number;
  /** A high-wage engine, transmission or battery plant in the region, or a long-term contract. */
  readonly highWageAssemblyPlant?: boolean;
}

/** The labour value content of the final good. Amounts in its currency, shares in percent. */
export interface LabourContentRow {
  readonly id: string;
  readonly name: string | null;
  readonly vehicle: Vehicle;
  /** Materials and manufacturing, technology credit and assembly credit together. */
  readonly value: number | null;
  readonly unit: "percent";
  /** Why `value` is null: `no-net-cost`, or `no-wages` where no good of the bill has a wage. */
  readonly reason: "no-net-cost" | "no-wages" | null;
  readonly netCost: number | null;
  /** Parts from high-wage plants, each at its whole value. */
  readonly highWageMaterials: number;
  /** Labour of the final assembly, where that plant is high-wage. */
  readonly highWageLabour: number;
  readonly materialsAndManufacturing: number | null;
  readonly technologyCredit: number;
  readonly assemblyCredit: number;
  /** Value added in high-wage plants alone, through all tiers, in currency and in percent. */
  readonly highWageValueAdded: number;
  readonly trueMaterialsAndManufacturing: number | null;
  /** `materialsAndManufacturing` less the true one, in points: what counting whole parts adds. */
  readonly gapPoints: number | null;
  readonly qualifies: boolean | null;
  /** `no-threshold` where the table has none for the vehicle and day. */
  readonly qualifiesReason:
    | "threshold-met"
    | "threshold-not-met"
    | "no-threshold"
    | "no-net-cost"
    | "no-wages";
  readonly threshold: number | null;
  readonly leastFromMaterials: number | null;
  readonly thresholdSource: string | null;
  readonly thresholdReading: Reading | null;
  readonly margin: number | null;
}

/**
 * Labour value content of a vehicle (USMCA automotive appendix, Article 7; 29 CFR part 810): in
 * percent of its net cost, what comes from plants in the region with an average base wage of at
 * least US$ 16 an hour, plus credits in percentage points.
 *
 * Materials and manufacturing (29 CFR 810.100): the value of each part made in such a plant, whole;
 * of a part from another plant, those of its own parts that come from such plants (our reading of
 * the tiers); and the labour cost of the final assembly, where its plant is high-wage. Technology
 * (29 CFR 810.200): wages for research, development and information technology in percent of
 * production wages, 10 points at most. Assembly (29 CFR 810.300): 5 points or none.
 *
 * Several bills, each with the units made of its good, are averaged (Article 5 of the appendix); the
 * amounts of the row are then those of all units together.
 *
 * Not implemented: shipping of high-wage parts (810.140); the production capacities that an assembly plant must have. A part without a wage counts as not
 * high-wage, with a warning.
 * @throws InputError for an invalid day, region or technology share.
 */
export function labourValueContent(
  bill: BillOfMaterials | readonly BillOfMaterials[],
  options: LabourContentOptions,
): ContentAnswer<LabourContentRow> {
  const produced = producedBills(Array.isArray(bill) ? bill : [bill]);
  const bills = produced.map((one) => one.bill);
  const settings = settingsOf(bills[0]!, options);
  const technology = options.technologyWageShare ?? 0;
  if (!(technology >= 0 && Number.isFinite(technology))) {
    throw new InputError(
      `technologyWageShare: ${technology} is not a percentage (give 0 or more, in percent)`,
    );
  }
  const credits = {
    technologyCredit: Math.min(technology, LARGEST_TECHNOLOGY_CREDIT),
    assemblyCredit: options.highWageAssemblyPlant ? ASSEMBLY_CREDIT : 0,
  };
  return {
    metric: "labour-value-content",
    unit: "percent",
    definition: {
      formula: "(high-wage materials + high-wage labour) / net cost * 100 + credits",
      highWage: `plants in the region with an average base wage of US$ ${HIGH_WAGE} an hour or more`,
    },
    parameters: {
      region: settings.regionCodes,
      date: settings.date,
      vehicle: settings.vehicle,
      technologyWageShare: technology,
      highWageAssemblyPlant: options.highWageAssemblyPlant ?? false,
    },
    rows: [rowOf(produced, settings, credits)],
    warnings: bills.flatMap((one) => [...one.warnings, ...wageWarnings(one, settings)]),
  };
}

interface Credits {
  readonly technologyCredit: number;
  readonly assemblyCredit: number;
}

function rowOf(
  produced: readonly ProducedBill[],
  settings: ContentSettings,
  credits: Credits,
): LabourContentRow {
  const good = produced[0]!.bill.parts[0]!;
  const counted = countAll(produced, settings);
  const { netCost } = counted;
  const noWages = produced.some(({ bill }) => bill.parts.every((part) => part.wage === null));
  const reason = netCost === null || netCost === 0n ? "no-net-cost" : noWages ? "no-wages" : null;
  const share = (amount: bigint) => (reason ? null : percentOf(amount, netCost!));
  const materials = share(counted.materials + counted.labour);
  const trueMaterials = share(counted.valueAdded);
  const value =
    materials === null ? null : materials + credits.technologyCredit + credits.assemblyCredit;
  return {
    id: good.id,
    name: good.name,
    vehicle: settings.vehicle,
    value,
    unit: "percent",
    reason,
    netCost: netCost === null ? null : fromUnits(Number(netCost)),
    highWageMaterials: fromUnits(Number(counted.materials)),
    highWageLabour: fromUnits(Number(counted.labour)),
    materialsAndManufacturing: materials,
    ...credits,
    highWageValueAdded: fromUnits(Number(counted.valueAdded)),
    trueMaterialsAndManufacturing: trueMaterials,
    gapPoints: share(counted.materials + counted.labour - counted.valueAdded),
    ...judged(value, reason, settings),
  };
}

/** The amounts of all units together, in whole ten-thousandths. */
function countAll(produced: readonly ProducedBill[], settings: ContentSettings) {
  const sum = { materials: 0n, labour: 0n, valueAdded: 0n };
  let netCost: bigint | null = 0n;
  for (const { bill, units } of produced) {
    const counted = countHighWage(bill, settings);
    sum.materials += BigInt(counted.materials) * BigInt(units);
    sum.labour += BigInt(counted.labour) * BigInt(units);
    sum.valueAdded += BigInt(counted.valueAdded) * BigInt(units);
    const own = bill.parts[0]!.netCost;
    netCost =
      own === null || netCost === null ? null : netCost + BigInt(toUnits(own)) * BigInt(units);
  }
  return { ...sum, netCost };
}

function judged(
  value: number | null,
  reason: LabourContentRow["reason"],
  settings: ContentSettings,
) {
  const rule = labourThresholdOf(settings.vehicle, settings.date);
  const known = {
    threshold: rule?.percent ?? null,
    leastFromMaterials: rule ? leastFromMaterials(rule) : null,
    thresholdSource: rule?.citation ?? null,
    thresholdReading: rule?.reading ?? null,
    margin: rule && value !== null ? value - rule.percent : null,
  };
  if (reason) return { ...known, qualifies: null, qualifiesReason: reason };
  if (!rule) return { ...known, qualifies: null, qualifiesReason: "no-threshold" as const };
  return value! < rule.percent
    ? { ...known, qualifies: false, qualifiesReason: "threshold-not-met" as const }
    : { ...known, qualifies: true, qualifiesReason: "threshold-met" as const };
}

function isHighWage({ origin, wage }: Part, settings: ContentSettings): boolean {
  return settings.region.has(origin) && wage !== null && wage >= HIGH_WAGE;
}

function countHighWage({ parts }: BillOfMaterials, settings: ContentSettings) {
  // Parents stand before their parts: a part inside one that counts whole is not counted again.
  const covered = new Set<string>();
  let materials = 0;
  let labour = 0;
  let valueAdded = 0;
  for (const part of parts) {
    const highWage = isHighWage(part, settings);
    const inside = part.parent !== null && covered.has(part.parent);
    if (part.parent === null) {
      const cost = highWage ? toUnits(part.labourCost ?? 0) : 0;
      labour += cost;
      valueAdded += cost;
    } else {
      if (highWage && !inside) materials += toUnits(part.value);
      if (highWage) valueAdded += toUnits(part.ownContent);
      if (highWage || inside) covered.add(part.id);
    }
  }
  return { materials, labour, valueAdded };
}

function wageWarnings({ parts }: BillOfMaterials, settings: ContentSettings): ContentWarning[] {
  const unknown = parts.filter((part) => settings.region.has(part.origin) && part.wage === null);
  const warnings: ContentWarning[] = [];
  if (unknown.length > 0) {
    const names = unknown.map(({ id }) => `"${id}"`).join(", ");
    warnings.push({
      code: "no-wage",
      message: `no wage is given for ${names}: they count as not high-wage`,
    });
  }
  const good = parts[0]!;
  if (isHighWage(good, settings) && good.labourCost === null) {
    warnings.push({
      code: "no-labour-cost",
      message: `"${good.id}" has a high wage and no labour cost: its assembly adds nothing (give \`labourCost\`)`,
    });
  }
  return warnings;
}
