import { checkOptions, type Kind } from "../arguments.ts";
import { InputError } from "../errors.ts";
import {
  type BillOfMaterials,
  type ContentMethod,
  contentMethods,
  isAutomotive,
  isVehicle,
  type Part,
  type Vehicle,
  vehicles,
} from "./part.ts";
import { regionOf, USMCA } from "./region.ts";

/** What a computation of content may be told. */
export interface ContentOptions {
  /** The day whose thresholds hold, ISO 8601. */
  readonly date: string;
  /** Countries whose content is regional; the Parties of the USMCA unless given. */
  readonly region?: readonly string[];
  /**
   * The method for goods that name none; otherwise net cost for vehicles and automotive parts, and
   * transaction value for all else.
   */
  readonly method?: ContentMethod;
  /** The vehicle that parts are for; otherwise the final good, or else a passenger vehicle. */
  readonly vehicle?: Vehicle;
}

export interface ContentSettings {
  readonly date: string;
  readonly region: ReadonlySet<string>;
  readonly regionCodes: readonly string[];
  readonly method: ContentMethod | null;
  readonly vehicle: Vehicle;
}

/** The options of all that is computed from a bill. */
const kinds: Readonly<Record<string, Kind>> = {
  ...{ date: "text", region: "texts", method: contentMethods, vehicle: vehicles },
  ...{ technologyWageShare: "number", highWageAssemblyPlant: "yes-no" },
  ...{ steelPurchases: "number", aluminiumPurchases: "number" },
};

/** @throws InputError where it is none, as programs without types may have it. */
export function checkBill(bill: unknown): void {
  const { parts } = (bill ?? {}) as Readonly<Record<string, unknown>>;
  if (Array.isArray(parts) && parts.length > 0) return;
  throw new InputError(
    "content: expected a bill of materials (readBillOfMaterials and parseBillOfMaterials make one)",
  );
}

/** @throws InputError where the day or a country is not valid. */
export function settingsOf(bill: BillOfMaterials, options: ContentOptions): ContentSettings {
  checkBill(bill);
  checkOptions("content", options, kinds, ["date"]);
  const { date, method = null, region = USMCA } = options;
  refuseNoDay(date);
  const goodClass = bill.parts[0]!.class;
  const ownVehicle = isVehicle(goodClass) ? goodClass : "passenger-vehicle";
  return {
    date,
    region: regionOf(region),
    regionCodes: [...region].sort(),
    method,
    vehicle: options.vehicle ?? ownVehicle,
  };
}

/** @throws InputError for what is no day of the calendar. */
export function refuseNoDay(date: string): void {
  if (isDay(date)) return;
  throw new InputError(`date: "${date}" is not a day (use the form 2024-07-01)`);
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/**
 * The method by which a good is judged: its own, the one asked for, or the one of its class.
 * Automotive goods are judged by net cost: the appendix allows a transaction value only "if the
 * corresponding rule in subdivision (o) includes a transaction value method" (General Note
 * 11(k)(iii)), so the bill must say so of the good.
 */
export function methodOf(part: Part, settings: ContentSettings): ContentMethod {
  const usual = isAutomotive(part.class) ? "net-cost" : "transaction-value";
  return part.method ?? settings.method ?? usual;
}
