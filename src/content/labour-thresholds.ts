import type { Vehicle } from "./part.ts";
import type { Reading } from "./thresholds.ts";

/** The wage that makes a plant high-wage, in US dollars an hour; the Agreement does not index it. */
export const HIGH_WAGE = 16;

/** The most that wages for research, development and information technology add, in points. */
export const LARGEST_TECHNOLOGY_CREDIT = 10;

/** The single credit for a high-wage engine, transmission or battery plant, in points. */
export const ASSEMBLY_CREDIT = 5;

/** The labour value content that a vehicle must reach during a time, in percent. */
export interface LabourThreshold {
  readonly vehicles: readonly Vehicle[];
  readonly percent: number;
  readonly from: string;
  readonly until: string | null;
  readonly citation: string;
  readonly source: string;
  readonly reading: Reading;
}

const common = {
  citation: "USMCA Chapter 4, Appendix to Annex 4-B (automotive appendix), Article 7",
  reading: "summary",
} as const;

/**
 * Labour value content by vehicle and date. Not here, because they could not be checked: passenger
 * vehicles from 1 July 2021 to 30 June 2023, and trucks before 1 July 2023.
 */
export const labourThresholds: readonly LabourThreshold[] = [
  {
    ...common,
    vehicles: ["passenger-vehicle"],
    percent: 30,
    from: "2020-07-01",
    until: "2021-07-01",
    source: "Calculation of Labor Value Content under the USMCA, Food Manufacturing (2020)",
  },
  {
    ...common,
    vehicles: ["passenger-vehicle"],
    percent: 40,
    from: "2023-07-01",
    until: null,
    source: "US International Trade Commission, USMCA Automotive Rules of Origin, as summarised",
  },
  {
    ...common,
    vehicles: ["light-truck", "heavy-truck"],
    percent: 45,
    from: "2023-07-01",
    until: null,
    source: "US International Trade Commission, USMCA Automotive Rules of Origin, as summarised",
  },
];

/** The threshold of a vehicle on a day; null where the table has none. */
export function labourThresholdOf(vehicle: Vehicle, date: string): LabourThreshold | null {
  const found = labourThresholds.find(
    ({ vehicles, from, until }) =>
      vehicles.includes(vehicle) && from <= date && (until === null || date < until),
  );
  return found ?? null;
}

/**
 * What materials and manufacturing must give at least, in percent: the threshold less both credits
 * at their largest, such as 25 of 40 for passenger vehicles and 30 of 45 for trucks.
 */
export function leastFromMaterials({ percent }: LabourThreshold): number {
  return percent - LARGEST_TECHNOLOGY_CREDIT - ASSEMBLY_CREDIT;
}
