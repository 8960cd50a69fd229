import type { AccountingBasis, Flow, FlowBasis, Sector, Valuation } from "../records/record.ts";

/** What a source says of a figure, beside whose trade in which products and when. */
export interface Kind {
  readonly dataset: string;
  readonly vintage: string | null;
  readonly flow: Flow;
  readonly flowBasis: FlowBasis | null;
  readonly valuation: Valuation | null;
  readonly basis: AccountingBasis | null;
  readonly sectors: readonly Sector[];
  /** The edition of the classification; null for all products, and where it is not stated. */
  readonly edition: string | null;
  readonly adjusted: boolean | null;
  /** ISO 4217. */
  readonly currency: string;
  /** Empty for the prices of the period itself. */
  readonly prices: string;
  /** The conditions through which its rows came, such as `STATE=TX`; empty where all were taken. */
  readonly filter: string;
}

/** A figure as the gate sees it: what it counts, of whom, in which products and when. */
export interface Identity extends Kind {
  /** Who reported it, where the question names nobody; empty where it does. */
  readonly reporter: string;
  readonly partner: string;
  /** The product's code, or `total`. */
  readonly product: string;
  /** The label of its period. */
  readonly period: string;
  /** The areas that it counts, which no border has cut; null where nobody knows them. */
  readonly territory: readonly string[] | null;
}

/** The parts of an identity that figures may differ in although a question sets them together. */
export const parts = [
  "reporter",
  "sector",
  "basis",
  "adjusted",
  "currency",
  "prices",
  "filter",
  "flowBasis",
  "valuation",
  "edition",
  "territory",
  "vintage",
] as const;
export type Part = (typeof parts)[number];

/**
 * What a question does with figures: nets exports and imports, compares periods, or sets figures of
 * one flow and period side by side, as parts of a whole, members of a sum or of a list.
 */
export const operations = ["net", "compare", "add"] as const;
export type Operation = (typeof operations)[number];

/** A figure before the gate, and the cell that it was asked for. */
export interface Compared {
  readonly identity: Identity;
  /** The same for figures of one cell in several periods. */
  readonly cell: string;
  /** Whether only the edition of its products is known, because there is no figure. */
  readonly isMissing?: boolean;
  /** Whom it adds up, where it is the whole of all that have figures; else left out. */
  readonly addedUp?: readonly string[];
  /** Whose trade it adds up, where it is netted and is that of all reporters; else left out. */
  readonly reporters?: readonly string[];
}

/** A remark: computed, or refused, with the code of the warning that says so. */
export interface Remark {
  readonly code: string;
  readonly message: string;
}

/** What a rule finds: a refusal, or a note. */
export interface Finding {
  readonly refused?: Remark;
  readonly note?: Remark;
}
