import type { Partner } from "../partners/directory.ts";
import type { Relations } from "../products/hs-relation.ts";
import type { ProductSelection } from "../products/product.ts";
import { type Flow, type Series, type SeriesKey, WORLD } from "../records/record.ts";
import type { DatasetDescription } from "./description.ts";
import type { SummedRecords } from "./records/summed.ts";

/** A series and the table that it comes from. */
export interface StoredSeries extends Series {
  /** The vintage of the table that holds it. */
  readonly vintage: string | null;
  /** The step in US dollars to which its figures are rounded; absent: exact dollars. */
  readonly rounding?: number;
  /** Where figures of several vintages were joined: whose the one of a period is. */
  originOf?(label: string): Pick<StoredSeries, "vintage" | "rounding"> | undefined;
  /** What the publisher says of a figure, such as `provisional`; empty where nothing. */
  readonly statusOf?: ((label: string) => string) | undefined;
  /** The records of narrower products whose sum it is; then its code ends with `*`. */
  readonly sumOf?: SummedRecords | undefined;
}

/** One dated state of a dataset. */
export interface DatasetVintage {
  /** The name by which it is chosen, mostly the month of its release: `2025-04`. */
  readonly vintage: string;
  /** The day of its release: `2025-04-03`. */
  readonly released: string;
  /** The annual revision that it belongs to, such as `2025`; null where there is none. */
  readonly revision: string | null;
  /** Whether its figures are exact dollars. */
  readonly isExact: boolean;
  /** The kinds of figures that it holds, each by an id of its own. */
  readonly kinds: readonly string[];
  /** Its figures alone. */
  readonly data: TradeDataset;
}

/** How many records were looked at, and what became of them: read = used + skipped. */
export interface RowCounts {
  readonly read: number;
  readonly used: number;
  readonly skipped: Readonly<Record<string, number>>;
}

/** Sums by product over all partners of a reporter that are not aggregates, year by year. */
export interface AcrossPartners {
  /** The sum of one product; 0 without a record. Of all reporters together where it is null. */
  sumOf(reporter: string | null, flow: Flow, product: string, label: string): number;
  /** What kind of figures are added up; null without any. */
  kindOf(
    reporter: string | null,
    flow: Flow,
    label: string,
  ): Omit<SeriesKey, "reporter" | "partner" | "product"> | null;
}

/** What is known of flows that are not listed, of data whose publisher lists only flows above zero. */
export interface UnlistedFlows {
  /**
   * Why it is not known that there was no such flow, in words, or without any where the partner is not
   * listed at all; null where it was a flow of nothing.
   */
  unknownBecause(asked: {
    readonly reporter: string | null;
    readonly partner: string;
    readonly codes: readonly string[];
  }): string | null;
}

/** What a file lists in all, whoever's figures were asked for. */
export interface ListedInAll {
  /** The codes of its products; null where rows with others were left out unread. */
  readonly products: readonly string[] | null;
  /** Every reporter and partner with any figure; null where rows of others were left out. */
  readonly pairs: (() => Iterable<readonly [reporter: string, partner: string]>) | null;
}

/** Whether a partner's figures hold those of others, so that they are never added to them. */
export function isWhole({ code, kind }: Pick<Partner, "code" | "kind">): boolean {
  return kind === "aggregate" || code === WORLD;
}

/** Figures of trade that can be asked for partner by partner. */
export interface TradeDataset {
  readonly description: DatasetDescription;
  /** The partners that it names, aggregates and residuals included. */
  readonly partners: readonly Partner[];
  /** The wholes and residuals among its reporters, where there are any. */
  readonly reporters?: readonly Partner[];
  /** The product systems that it holds, beside `total`. */
  readonly productSystems: ReadonlySet<string>;
  /**
   * Its vintages side by side, in the order in which they are asked: the latest annual revision
   * first; of one revision exact dollars before rounded ones, then the latest release. The dataset
   * itself then joins them, each figure from the first that has it. Absent where there is but one.
   */
  readonly vintages?: readonly DatasetVintage[];
  /** The annual revision that all of it belongs to; absent where that is not looked at. */
  readonly revision?: string | null;
  /** The vintages that it was taken from. */
  readonly siblings?: readonly DatasetVintage[];
  /** Whether it lists only some of the partners that trade, so that they add up to no whole. */
  readonly somePartners?: boolean;
  /** Of data whose publisher lists only flows above zero, so that one without a record may be zero. */
  readonly unlisted?: UnlistedFlows;
  /** The totals of all reporters and partners, where its own records are those of some alone. */
  readonly totals?: TradeDataset;
  /** What it lists in all; absent where nothing is told from that. */
  readonly listed?: ListedInAll;
  /** The conditions through which its rows came, such as `STATE=TX`. */
  readonly filter?: string;
  /** What became of its product codes from one edition to another, where it states editions. */
  readonly relations?: Relations;
  /** Whether records that were not asked for were left out, which may have products of others. */
  readonly leavesOut?: boolean;
  /** Every series of a partner, by the partner's code; empty where there is none. */
  seriesOf(partner: string): readonly StoredSeries[];
  /** Sums by product over partners, where these alone were asked for and their series were not kept. */
  readonly acrossPartners?: AcrossPartners;
  /**
   * Of files, whose classifications may be unknown.
   * @throws InputError where one code is the sum of others with which it would be added up.
   */
  readonly refuseHiddenWhole?: (
    all: readonly { readonly series: StoredSeries; readonly labels: readonly string[] }[],
    place: string,
  ) => void;
  /** Records that were set aside while reading, by reason. */
  readonly rejected: Readonly<Record<string, number>>;
  /** How many records the dataset holds in all where it was read whole; null where it was not. */
  readonly recordsRead: number | null;
}

/** The open datasets, from which each figure is taken by its products. */
export interface OpenDatasets {
  /** The dataset that holds these products. Throws InputError where none does. */
  forProduct(product: ProductSelection): TradeDataset;
  /** The first dataset with products of a system, or of any. Throws InputError where none has. */
  withProducts(system: string | null): TradeDataset;
  /**
   * The datasets that have the system of these products, or of some products where they are members,
   * in the order in which they are asked; each is opened when it is called. Left out where there is
   * no choice.
   */
  candidates?(product: ProductSelection, isByProduct: boolean): readonly (() => TradeDataset)[];
  /**
   * A dataset of these with the vintages that are wished for.
   * @throws InputError where it is the first that is asked for and has none of them.
   */
  ofVintage?(dataset: TradeDataset): TradeDataset;
}
