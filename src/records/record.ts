import type { Period } from "./period.ts";

export type Flow = "export" | "import";
/** Which goods a flow counts: total or domestic exports, general imports or those for consumption. */
export type FlowBasis = "total" | "domestic" | "general" | "consumption";
/** Where a good is valued on its way: free alongside ship, free on board, customs value, c.i.f. */
export type Valuation = "fas" | "fob" | "customs" | "cif";
/** How trade is accounted for: Census basis or balance-of-payments basis. */
export type AccountingBasis = "census" | "bop";
export type Sector = "goods" | "services";

/** `goods`, `services`, or `goods and services`. */
export function sectorsText(sectors: readonly Sector[]): string {
  return sectors.join(" and ");
}

/** The product code of a record that counts all products. */
export const ALL_PRODUCTS = "total";
/** The partner code of the published world total. */
export const WORLD = "WORLD";

/** What a figure of trade is about: everything that a record says but its period and value. */
export interface SeriesKey {
  /** ISO 3166 alpha-2 of the economy whose trade this is. */
  readonly reporter: string;
  /** ISO 3166 alpha-2 of the partner, or the code of a published aggregate such as `WORLD`. */
  readonly partner: string;
  readonly flow: Flow;
  /** `system:code`, such as `hs:27` or `naics:336`; `total` for all products. */
  readonly product: string;
  readonly sector: Sector;
  /** null where the publisher does not say. */
  readonly flowBasis: FlowBasis | null;
  readonly valuation: Valuation | null;
  readonly basis: AccountingBasis | null;
  /** The edition of the product's classification, such as `H6`; left out where it is not stated. */
  readonly edition?: string;
  /** Seasonally adjusted or not; left out where the publisher does not say. */
  readonly adjusted?: boolean;
  /** ISO 4217; US dollars where it is left out. */
  readonly currency?: string;
  /** At which prices, such as `constant prices`; those of its own time where it is left out. */
  readonly prices?: string;
}

/** Why a cell that stands in the data has no figure. */
export type Gap = "suppressed" | "missing";

/** The currency of a figure that names none. */
export const DOLLARS = "USD";

/** One figure of trade. The value is in whole US dollars, at least 0. */
export interface TradeRecord extends SeriesKey {
  readonly period: Period;
  readonly value: number;
}

/** All figures with one key, by the label of their period (see `Period`), in whole US dollars. */
export interface Series {
  readonly key: SeriesKey;
  readonly values: ReadonlyMap<string, number>;
  /** Periods of which the publisher lists the figure without giving it, which is never zero. */
  readonly gaps?: ReadonlyMap<string, Gap>;
}
