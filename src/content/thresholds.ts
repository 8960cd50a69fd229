import { type ContentMethod, isVehicle, type ProductClass, type Vehicle } from "./part.ts";

/** The first day of the Agreement; no threshold exists before it. */
export const ENTRY_INTO_FORCE = "2020-07-01";

/**
 * What a number was checked against: the words of the law (as reprinted), guidance of the agency
 * that applies it (as quoted), or a summary by a commission, a law firm or the press.
 */
export type Reading = "legal text" | "agency guidance" | "summary";

/** The regional value content that a class of goods must reach during a time. */
export interface ContentThreshold {
  readonly class: ProductClass;
  /** The vehicles for which it holds: the good itself, or the vehicle that the part is for. */
  readonly vehicles: readonly Vehicle[];
  readonly method: ContentMethod;
  readonly percent: number;
  /** The first day on which it holds. */
  readonly from: string;
  /** The first day on which it no longer holds; null while no end is laid down. */
  readonly until: string | null;
  readonly citation: string;
  readonly source: string;
  /** What the number was checked against. */
  readonly reading: Reading;
}

const APPENDIX = "USMCA Chapter 4, Appendix to Annex 4-B (automotive appendix)";
const LIGHT: readonly Vehicle[] = ["passenger-vehicle", "light-truck"];
const HEAVY: readonly Vehicle[] = ["heavy-truck"];

const instructions = {
  source: "US Customs and Border Protection, USMCA Interim Implementing Instructions (April 2020)",
  reading: "agency guidance",
} as const;
const tariffSchedule = {
  source: "Harmonized Tariff Schedule of the United States, General Note 11(k)(iii)",
  reading: "legal text",
} as const;
const bulletin = {
  source: "Blake, Cassels & Graydon, A Deep Dive into CUSMA: New Automotive Rules of Origin (2020)",
  reading: "summary",
} as const;
const commission = {
  source: "US International Trade Commission, USMCA Automotive Rules of Origin, as summarised",
  reading: "summary",
} as const;

type Stage = readonly [percent: number, from: string, until: string | null];
type Common = Omit<ContentThreshold, "percent" | "from" | "until">;

function staged(common: Common, stages: readonly Stage[]): ContentThreshold[] {
  return stages.map(([percent, from, until]) => ({ ...common, percent, from, until }));
}

function yearly(first: number, second: number, third: number, last: number): Stage[] {
  return [
    [first, "2020-07-01", "2021-07-01"],
    [second, "2021-07-01", "2022-07-01"],
    [third, "2022-07-01", "2023-07-01"],
    [last, "2023-07-01", null],
  ];
}

const core = {
  class: "core",
  vehicles: LIGHT,
  citation: `${APPENDIX}, Article 3.2, Table A.1; General Note 11(k)(iii)(B)`,
  ...tariffSchedule,
} as const;
const principal = {
  class: "principal",
  vehicles: LIGHT,
  citation: `${APPENDIX}, Article 3.4, Table B; General Note 11(k)(iii)(D)`,
} as const;

/**
 * The thresholds of the automotive appendix, each with its dates and what it was checked against.
 * A number that could not be checked is not here; `uncheckedThresholds` says which.
 */
export const contentThresholds: readonly ContentThreshold[] = [
  ...LIGHT.flatMap((vehicle) =>
    staged(
      {
        class: vehicle,
        vehicles: [vehicle],
        method: "net-cost",
        citation: `${APPENDIX}, Article 3`,
        ...instructions,
      },
      yearly(66, 69, 72, 75),
    ),
  ),
  ...staged(
    {
      class: "heavy-truck",
      vehicles: HEAVY,
      method: "net-cost",
      citation: `${APPENDIX}, Article 4`,
      ...instructions,
    },
    [
      [60, "2020-07-01", "2024-07-01"],
      [64, "2024-07-01", "2027-07-01"],
      [70, "2027-07-01", null],
    ],
  ),
  ...staged({ ...core, method: "net-cost" }, yearly(66, 69, 72, 75)),
  ...staged({ ...core, method: "transaction-value" }, yearly(76, 79, 82, 85)),
  ...staged(
    { ...principal, method: "net-cost", ...tariffSchedule },
    yearly(62.5, 65, 67.5, 70).slice(0, 3),
  ),
  ...staged({ ...principal, method: "net-cost", ...bulletin }, [[70, "2023-07-01", null]]),
  ...staged(
    { ...principal, method: "transaction-value", ...tariffSchedule },
    yearly(72.5, 75, 77.5, 80).slice(0, 3),
  ),
  ...staged(
    {
      class: "complementary",
      vehicles: LIGHT,
      method: "net-cost",
      citation: `${APPENDIX}, Article 3, Table C`,
      ...bulletin,
    },
    [
      [62, "2020-07-01", "2021-07-01"],
      [65, "2023-07-01", null],
    ],
  ),
  ...staged(
    {
      class: "complementary",
      vehicles: HEAVY,
      method: "net-cost",
      citation: `${APPENDIX}, Article 4`,
      ...commission,
    },
    [[60, "2027-07-01", null]],
  ),
];

/** Thresholds that the appendix lays down and that are left out, because they were not checked. */
export const uncheckedThresholds: readonly string[] = [
  "principal parts of light vehicles, transaction value, from 1 July 2023",
  "complementary parts of light vehicles, net cost, from 1 July 2021 to 30 June 2023",
  "complementary parts of light vehicles, transaction value",
  "principal parts of heavy trucks",
  "complementary parts of heavy trucks before 1 July 2027, and by transaction value",
  "alternative staging regimes (Article 8), granted to single producers",
];

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

/**
 * The threshold of a class on a day, or why there is none here: the day is before the Agreement
 * (`before-entry-into-force`), or the table has no checked number (`no-threshold`).
 */
export function thresholdOf(question: ThresholdQuestion): ThresholdAnswer {
  const { date, method } = question;
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
