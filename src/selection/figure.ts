import type { Kind } from "../comparison/identity.ts";
import type { Reason } from "../metrics/reason.ts";
import type { ProductSelection } from "../products/product.ts";
import type { Period } from "../records/period.ts";
import type {
  AccountingBasis,
  Flow,
  FlowBasis,
  Gap,
  Sector,
  Valuation,
} from "../records/record.ts";
import type { StoredSeries } from "../sources/dataset.ts";

/** One flow to be summed from the records of a dataset. */
export interface FlowRequest {
  readonly partner: string;
  readonly period: Period;
  readonly flow: Flow;
  readonly product: ProductSelection;
}

/** What the user asked for where the data hold more than one kind of figure; null: no wish. */
export interface Preferences {
  readonly reporter: string | null;
  /** null: goods and services, whatever the dataset holds. */
  readonly sector: Sector | null;
  readonly exports: FlowBasis | null;
  readonly imports: FlowBasis | null;
  readonly valuation: Valuation | null;
  readonly basis: AccountingBasis | null;
  /** Seasonally adjusted or not; absent: whichever there is. */
  readonly adjusted?: boolean;
}

const idsKnown = new WeakMap<Preferences, string>();

/** A text that is the same for the same wishes. */
export function preferencesId(preferences: Preferences): string {
  const known = idsKnown.get(preferences);
  if (known !== undefined) return known;
  const { reporter, sector, exports, imports, valuation, basis, adjusted } = preferences;
  const id = [reporter, sector, exports, imports, valuation, basis, adjusted].join("|");
  idsKnown.set(preferences, id);
  return id;
}

export const noPreferences: Preferences = {
  reporter: null,
  sector: null,
  exports: null,
  imports: null,
  valuation: null,
  basis: null,
};

/** Where a figure comes from: what a source says of it beside whose trade it is, and when. */
export type Provenance = Kind;

let latest: Provenance | null = null;

/** Of many figures with the same provenance one after the other, one object is kept. */
export function sharedProvenance(one: Provenance): Provenance {
  if (!latest || !isAlike(latest, one)) latest = one;
  return latest;
}

function isAlike(one: Provenance, other: Provenance): boolean {
  const names = Object.keys(one) as (keyof Provenance)[];
  return names.every((name) => one[name] === other[name] || `${one[name]}` === `${other[name]}`);
}

/** A sum of records in whole US dollars, or null with the reason. */
export interface Figure {
  readonly value: number | null;
  readonly reason: Reason | null;
  readonly provenance: Provenance | null;
  /** The records that were added: the series and the labels of their periods. */
  readonly records: readonly UsedRecords[];
  /** A whole that was used, and how many of its parts were left out because they are in it. */
  readonly wholeBesideParts: PartsOfWhole | null;
  /** A whole that has no record of its own, and how many parts were added up in its place. */
  readonly summedFromParts: PartsOfWhole | null;
  /** Sectors with records for the period on another basis only, which were not added. */
  readonly leftOutSectors: readonly Sector[];
  /** In what the parts of the period differ, where all of them are there and none is of another's kind. */
  readonly unlikeParts?: string;
  /** Why cells that the figure needs have none; null where all that stand in the data have one. */
  readonly gap: Gap | null;
}

export interface UsedRecords {
  readonly series: StoredSeries;
  readonly labels: readonly string[];
}

export interface PartsOfWhole {
  readonly whole: string;
  readonly parts: number;
}

export function missingFigure(reason: Reason, more: Partial<Figure> = {}): Figure {
  return {
    value: null,
    reason,
    provenance: null,
    records: [],
    wholeBesideParts: null,
    summedFromParts: null,
    leftOutSectors: [],
    gap: null,
    ...more,
  };
}
