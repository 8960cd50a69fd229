import type { Vehicle } from "./part.ts";
import { APPENDIX, commission, type RuleSource, unverified } from "./source.ts";

/** The wage that makes a plant high-wage, in US dollars an hour; the Agreement does not index it. */
export const HIGH_WAGE = 16;

/** The most that wages for research, development and information technology add, in points. */
export const LARGEST_TECHNOLOGY_CREDIT = 10;

/** The single credit for a high-wage engine, transmission or battery plant, in points. */
export const ASSEMBLY_CREDIT = 5;

/** The labour value content that a vehicle must reach during a time, in percent. */
export interface LabourThreshold extends RuleSource {
  readonly vehicles: readonly Vehicle[];
  readonly percent: number;
  readonly from: string;
  readonly until: string | null;
}

const citation = `${APPENDIX}, Article 7`;
const passenger = { citation, vehicles: ["passenger-vehicle"] } as const;
const trucks = { citation, vehicles: ["light-truck", "heavy-truck"] } as const;

/**
 * Labour value content by vehicle and day: the only place that knows these numbers. Each says what
 * it was checked against.
 */
export const labourThresholds: readonly LabourThreshold[] = [
  {
    ...passenger,
    percent: 30,
    from: "2020-07-01",
    until: "2021-07-01",
    source: "Calculation of Labor Value Content under the USMCA, Food Manufacturing (2020)",
    reading: "summary",
  },
  { ...passenger, percent: 33, from: "2021-07-01", until: "2022-07-01", ...unverified },
  { ...passenger, percent: 36, from: "2022-07-01", until: "2023-07-01", ...unverified },
  { ...passenger, percent: 40, from: "2023-07-01", until: null, ...commission },
  { ...trucks, percent: 45, from: "2020-07-01", until: "2023-07-01", ...unverified },
  { ...trucks, percent: 45, from: "2023-07-01", until: null, ...commission },
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
