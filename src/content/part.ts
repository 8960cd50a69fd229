/**
 * How a regional value content is computed: the two methods of USMCA Article 4.5, and the build-down
 * and build-up methods of other agreements.
 */
export type ContentMethod = "net-cost" | "transaction-value" | "build-down" | "build-up";

export const contentMethods: readonly ContentMethod[] = [
  "net-cost",
  "transaction-value",
  "build-down",
  "build-up",
];

/**
 * The vehicles of the automotive appendix. The first three must also meet its requirements on
 * labour, steel and aluminium. The other two are those of Article 10: lighter ones (for up to 15
 * persons, with diesel engine, motorhomes, ambulances, off-road) and heavier ones (tractors, buses,
 * dumpers, special vehicles).
 */
export type Vehicle =
  | "passenger-vehicle"
  | "light-truck"
  | "heavy-truck"
  | "other-light-vehicle"
  | "other-heavy-vehicle";

export const vehicles: readonly Vehicle[] = [
  "passenger-vehicle",
  "light-truck",
  "heavy-truck",
  "other-light-vehicle",
  "other-heavy-vehicle",
];

/** What the automotive appendix calls a good: a vehicle, or a part of its tables A to F. */
export type ProductClass = Vehicle | "core" | "principal" | "complementary" | "other";

export const productClasses: readonly ProductClass[] = [
  ...vehicles,
  "core",
  "principal",
  "complementary",
  "other",
];

export function isVehicle(productClass: ProductClass): productClass is Vehicle {
  return (vehicles as readonly string[]).includes(productClass);
}

/**
 * The vehicles that must meet the requirements on labour, steel and aluminium too.
 */
export function isCoveredVehicle(productClass: ProductClass): boolean {
  return ["passenger-vehicle", "light-truck", "heavy-truck"].includes(productClass);
}

/** The vehicles whose core parts must originate (Table A.2). */
export function hasCoreParts(productClass: ProductClass): boolean {
  return ["passenger-vehicle", "light-truck"].includes(productClass);
}

/** True for the goods that the automotive appendix has thresholds for. */
export function isAutomotive(productClass: ProductClass): boolean {
  return productClass !== "other";
}

/** One good of a bill of materials: the final good, a part, or a material. */
export interface Part {
  readonly id: string;
  readonly name: string | null;
  /** What the next producer pays for it, in the currency of the bill. */
  readonly value: number;
  /** Where it is produced (its last stage), ISO 3166 alpha-2. */
  readonly origin: string;
  /** The good that it goes into; null for the final good. */
  readonly parent: string | null;
  /** 0 for the final good, 1 for what goes into it, and so on. */
  readonly tier: number;
  readonly class: ProductClass;
  /** The transaction value, where it differs from `value` (adjusted for international shipment). */
  readonly transactionValue: number | null;
  /** Total cost less what Article 4.5.3 leaves out (sales promotion, royalties, shipping, packing). */
  readonly netCost: number | null;
  /** The value added at this stage: `value` less the values of the parts. */
  readonly ownContent: number;
  /** The average base wage in direct production, in US dollars an hour. */
  readonly wage: number | null;
  /** Cost of the direct labour of this stage, in the currency of the bill. */
  readonly labourCost: number | null;
  /** The regional value content that this good's own rule demands, in percent. */
  readonly threshold: number | null;
  /** The method of this good's own rule. */
  readonly method: ContentMethod | null;
  /** Origin settled outside this bill: a supplier's certification, or a rule without a percentage. */
  readonly originating: boolean | null;
  /** Made by the producer of the good that it goes into, and not bought. */
  readonly selfProduced: boolean;
  /**
   * Whether this material undergoes the change of tariff classification that the rule of the good
   * it goes into requires; null where the rule requires none or the bill does not say.
   */
  readonly tariffChange: boolean | null;
  /** How many of the final good were made, for an average over several bills. */
  readonly units: number | null;
}

export interface ContentWarning {
  readonly code: string;
  readonly message: string;
}

/** A good and all that goes into it, through any number of tiers. */
export interface BillOfMaterials {
  /** The good first, and every part after the one that it goes into. */
  readonly parts: readonly Part[];
  readonly warnings: readonly ContentWarning[];
}
