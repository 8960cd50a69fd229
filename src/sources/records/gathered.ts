import type { Partner } from "../../partners/directory.ts";
import type { Period } from "../../records/period.ts";
import type { AccountingBasis, SeriesKey } from "../../records/record.ts";
import type { StoredSeries, TradeDataset } from "../dataset.ts";
import type { DatasetDescription } from "../description.ts";
import type { SumOfParts } from "./added-parts.ts";

/** Where records were read: a table whose rows have numbers. */
export interface Places {
  place(line: number): string;
}

/** Records that were gathered, one by one or as sums. */
export interface GatheredRecords {
  /** How many records are in use. */
  readonly count: number;
  readonly partnerCodes: readonly string[];
  /** The labels of all periods that any series has. */
  readonly periods: ReadonlySet<string>;
  readonly bases: ReadonlySet<AccountingBasis | null>;
  readonly rivals: readonly Rivals[];
  /** Whether any of its products states an edition of its classification. */
  readonly hasEditions: boolean;
  /** Every figure that adds up parts; absent where there are only sums. */
  sumsOfParts?(): readonly SumOfParts[];
  /** Every series, one at a time; absent where there are only sums. */
  eachSeries?(): Iterable<StoredSeries>;
  toDataset(
    description: DatasetDescription,
    partners: readonly Partner[],
    rejected: Readonly<Record<string, number>>,
    notSelected?: number,
    reporter?: string | null,
  ): TradeDataset;
}

/** A record to add, and which part of its figure it is; empty for the whole. */
export interface AddedRecord {
  readonly key: SeriesKey;
  readonly period: Period;
  readonly value: number;
  readonly part: string;
  /** The code under which it adds to others; null where it stands alone. */
  readonly member: string | null;
  /** What the publisher says of it, such as `provisional`. */
  readonly status?: string;
}

/** An earlier record of the same figure, and whether it has the same value. */
export interface Earlier {
  readonly place: string;
  readonly same: boolean;
  /** Whether it was in use until now. */
  readonly wasUsed: boolean;
}

/** Two parts of one figure, none of which is the whole. */
export interface Rivals {
  readonly place: string;
  readonly line: number;
  readonly part: string;
  readonly earlier: { readonly place: string; readonly part: string };
  readonly key: SeriesKey;
  readonly period: string;
}
