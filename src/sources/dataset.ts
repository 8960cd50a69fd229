import type { Relations } from "../comparison/relations.ts";
import type { Partner } from "../partners/directory.ts";
import type { ProductSelection } from "../products/product.ts";
import type { Series } from "../records/record.ts";
import type { DatasetDescription } from "./description.ts";

/** A series and the table that it comes from. */
export interface StoredSeries extends Series {
  /** The vintage of the table that holds it. */
  readonly vintage: string | null;
}

/** How many records were looked at, and what became of them: read = used + skipped. */
export interface RowCounts {
  readonly read: number;
  readonly used: number;
  readonly skipped: Readonly<Record<string, number>>;
}

/** Figures of trade that can be asked for partner by partner. */
export interface TradeDataset {
  readonly description: DatasetDescription;
  /** The partners that it names, aggregates and residuals included. */
  readonly partners: readonly Partner[];
  /** The product systems that it holds, beside `total`. */
  readonly productSystems: ReadonlySet<string>;
  /** Whether its publisher lists only flows above zero, so that one without a record is zero. */
  readonly absentIsZero?: boolean;
  /** The conditions through which its rows came, such as `STATE=TX`. */
  readonly filter?: string;
  /** What became of its product codes from one edition to another, where it states editions. */
  readonly relations?: Relations;
  /** Whether records that were not asked for were left out, which may have products of others. */
  readonly leavesOut?: boolean;
  /** Every series of a partner, by the partner's code; empty where there is none. */
  seriesOf(partner: string): readonly StoredSeries[];
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
}
