import type { AccountingBasis, Flow, FlowBasis, Sector, Valuation } from "../records/record.ts";

/** What a column of a table says for every row, when the table leaves the column out. */
export interface RecordDefaults {
  readonly period?: string;
  readonly reporter?: string;
  readonly partner?: string;
  readonly flow?: Flow;
  readonly product?: string;
  readonly sector?: Sector;
  readonly flowBasis?: FlowBasis;
  readonly valuation?: Valuation;
  readonly basis?: AccountingBasis;
  readonly unit?: string;
  readonly edition?: string;
  readonly adjusted?: string;
  readonly prices?: string;
}

/** One table of a dataset, with the vintage of its own and the figures that it holds. */
export interface TableDescription {
  readonly name: string;
  readonly title: string;
  /** When the publisher had last revised the figures: `2025-04`. */
  readonly vintage: string | null;
  readonly sha256: string | null;
  readonly defaults: RecordDefaults;
  readonly rows: number;
  /** The day on which the publisher released it; absent where that is not known. */
  readonly released?: string;
  /** The table of which this one lists only what differs. */
  readonly changes?: string;
  /** Partners of that table that this one does not list. */
  readonly without?: readonly string[];
  /** The periods that it covers, where it lists only what differs. */
  readonly covers?: { readonly first: string; readonly last: string };
  /** Who measured the members of its groups, where another did than of the dataset. */
  readonly groups?: string;
  /** Whether it lists only some of the partners that trade, so that they do not add up to a whole. */
  readonly somePartners?: true;
  /** The step in US dollars to which its figures are rounded; absent: exact dollars. */
  readonly rounding?: number;
}

/** What a dataset is and where it comes from. */
export interface DatasetDescription {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly publisher: string;
  /** The publisher's page from which the figures were taken. */
  readonly sourceUrl: string | null;
  readonly licence: string | null;
  /**
   * `trade`: records of flows in US dollars. `shares`: published indicators in percent. `prices`: an
   * index of prices by month.
   * `input-output`: a table of flows between industries.
   */
  readonly kind: "trade" | "shares" | "prices" | "input-output";
  /** One vintage for the whole, or null where the tables differ; then each table has its own. */
  readonly vintage: string | null;
  /** SHA-256 of the tables: of the file itself where there is one, else of the list of their hashes. */
  readonly sha256: string | null;
  readonly basis: AccountingBasis | null;
  /** The unit in which the values are stored: `USD`, or `percent` for shares. */
  readonly unit: string;
  /** The labels of the first and last period and the step between periods. */
  readonly coverage: { readonly first: string; readonly last: string; readonly step: string };
  readonly tables: readonly TableDescription[];
  /** Whether its products are parts of its own total alone, which counts other trade than elsewhere. */
  readonly ownTotal?: true;
  /** The month of the publisher's annual revision, such as `06`; absent where there is none. */
  readonly annualRevision?: string;
  readonly notes: readonly string[];
  /** The file in which the members of its groups were measured. */
  readonly groups?: string;
}

/** One name in a dataset's list of partners (or areas). */
export interface PartnerDescription {
  /** ISO 3166 alpha-2 for countries; otherwise a code of the dataset's own, in capitals. */
  readonly code: string;
  readonly name: string;
  /** The publisher's own code, where it has one. */
  readonly sourceCode: string | null;
  /** `aggregate`: a whole of other partners; `residual`: neither (unidentified, organisations). */
  readonly kind: "country" | "aggregate" | "residual";
}
