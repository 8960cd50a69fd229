/** The two ways in which USMCA Article 4.5 computes a regional value content. */
export type ContentMethod = "net-cost" | "transaction-value";

export const contentMethods: readonly ContentMethod[] = ["net-cost", "transaction-value"];

/** The vehicles of the automotive appendix, which have rules of their own. */
export type Vehicle = "passenger-vehicle" | "light-truck" | "heavy-truck";

export const vehicles: readonly Vehicle[] = ["passenger-vehicle", "light-truck", "heavy-truck"];

/** What the automotive appendix calls a good: a vehicle, or a part of its tables A.1, B or C. */
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
