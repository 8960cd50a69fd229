import { checkOptions, type Kind } from "../arguments.ts";
import {
  type ContentMethod,
  contentMethods,
  isVehicle,
  type ProductClass,
  productClasses,
  type Vehicle,
  vehicles,
} from "./part.ts";
import { refuseNoDay } from "./settings.ts";
import { type ContentThreshold, contentThresholds } from "./threshold-table.ts";

/** The first day of the Agreement; no threshold exists before it. */
export const ENTRY_INTO_FORCE = "2020-07-01";

type ThresholdReason = "before-entry-into-force" | "no-threshold";

export type ThresholdAnswer =
  | { readonly threshold: ContentThreshold; readonly reason: null }
  | { readonly threshold: null; readonly reason: ThresholdReason };

export interface ThresholdQuestion {
  readonly class: ProductClass;
  /** The vehicle that a part is for; a vehicle answers for itself. */
  readonly vehicle: Vehicle;
  readonly method: ContentMethod;
  /** An ISO 8601 day. */
  readonly date: string;
}

const kinds: Readonly<Record<string, Kind>> = {
  ...{ class: productClasses, vehicle: vehicles, method: contentMethods, date: "text" },
};

/**
 * The threshold of a class on a day, or why there is none: the day is before the Agreement
 * (`before-entry-into-force`), or the appendix lays none down (`no-threshold`).
 */
export function thresholdOf(question: ThresholdQuestion): ThresholdAnswer {
  checkOptions("thresholdOf", question, kinds, ["class", "method", "date"]);
  const { date, method } = question;
  refuseNoDay(date);
  if (date < ENTRY_INTO_FORCE) return { threshold: null, reason: "before-entry-into-force" };
  const vehicle = isVehicle(question.class) ? question.class : question.vehicle;
  const threshold = contentThresholds.find(
    (entry) =>
      entry.class === question.class &&
      entry.vehicles.includes(vehicle) &&
      entry.method === method &&
      entry.from <= date &&
      (entry.until === null || date < entry.until),
  );
  return threshold ? { threshold, reason: null } : { threshold: null, reason: "no-threshold" };
}
