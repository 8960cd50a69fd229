import type { ProductLevel } from "../products/product.ts";
import type { Flow } from "../records/record.ts";

/**
 * Which products a question tells apart: each that has records, those of one level, or none where it
 * needs only the total. An engine may give the sums of those that are not told apart.
 */
export type ProductGrain = "each" | "total" | ProductLevel;

/** Which records a question needs. Of large files, all others are only counted. */
export interface AskedRecords {
  /** Lists of partners, as the question names them; null: all. */
  readonly partners: readonly string[] | null;
  /** The reporter, as the question names it; null: any. */
  readonly reporter: string | null;
  readonly years: YearSpan | null;
  readonly products: ProductGrain;
  /** Whether it asks as well who has figures with any partner, by totals beside the products of some. */
  readonly others?: boolean;
  /**
   * The flows of which products are asked for over all partners together, year by year, and of no
   * partner; null where a partner's products are asked for.
   */
  readonly acrossPartners: readonly Flow[] | null;
}

/** Calendar years, from the first to the last; null: all. */
export interface YearSpan {
  readonly first: number;
  readonly last: number;
}

/** The same by codes, as the records of a file have them. */
export interface AskedCodes {
  readonly partners: ReadonlySet<string> | null;
  readonly reporter: string | null;
  readonly years: YearSpan | null;
  readonly products: ProductGrain;
  /** Whether it asks as well who has figures with any partner, by totals beside the products of some. */
  readonly others?: boolean;
  /**
   * The flows of which products are asked for over all partners together, year by year, and of no
   * partner; null where a partner's products are asked for.
   */
  readonly acrossPartners: readonly Flow[] | null;
}

export const allRecords: AskedRecords & AskedCodes = {
  partners: null,
  reporter: null,
  years: null,
  products: "each",
  acrossPartners: null,
};
