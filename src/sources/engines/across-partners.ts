import type { PartnerDirectory } from "../../partners/directory.ts";
import { isYear, type Period } from "../../records/period.ts";
import type { Flow } from "../../records/record.ts";
import { type AcrossPartners, isWhole } from "../dataset.ts";
import type { Numbered } from "../records/growing.ts";
import type { Kind } from "../records/kept-series.ts";
import { NeedsRows } from "./needs-rows.ts";
import type { SumKey } from "./sum-collection.ts";

/** The sums of one reporter, flow and year by product. */
interface Sums {
  readonly kind: Kind;
  /** By the number of the product. */
  byProduct: Float64Array;
}

/** Whether figures of a partner are added up over all partners: aggregates hold others, and are not. */
export function isMember(code: string, partners: PartnerDirectory): boolean {
  return !isWhole({ code, kind: partners.get(code)?.kind ?? "aggregate" });
}

/** Sums by product over all partners of a reporter that are not aggregates. */
export class ProductSums implements AcrossPartners {
  readonly #products: Pick<Numbered<string>, "find">;
  /** By reporter, and then by flow and year. */
  readonly #sums = new Map<string, Map<string, Sums>>();

  /** @param products the products, each by its number. */
  constructor(products: Pick<Numbered<string>, "find">) {
    this.#products = products;
  }

  /** @throws NeedsRows where sums are of several kinds, or of parts of years. */
  add(
    { kind, reporter, period }: Omit<SumKey, "partner"> & { readonly period: Period },
    products: readonly number[],
    values: readonly number[],
  ) {
    if (!isYear(period)) throw new NeedsRows("products of all partners are of parts of years");
    const own = this.#sums.get(reporter) ?? new Map<string, Sums>();
    this.#sums.set(reporter, own);
    const id = `${kind.flow}|${period.label}`;
    const sums = own.get(id) ?? { kind, byProduct: new Float64Array(64) };
    own.set(id, sums);
    if (sums.kind !== kind) throw new NeedsRows("a flow has figures of several kinds");
    for (const [at, product] of products.entries()) {
      if (product >= sums.byProduct.length) {
        const grown = new Float64Array(product * 2);
        grown.set(sums.byProduct);
        sums.byProduct = grown;
      }
      const value = sums.byProduct[product]! + values[at]!;
      if (!Number.isSafeInteger(value)) throw new NeedsRows("a sum is too large");
      sums.byProduct[product] = value;
    }
  }

  sumOf(reporter: string | null, flow: Flow, product: string, label: string): number {
    const number = this.#products.find(product);
    if (number < 0) return 0;
    const id = `${flow}|${label}`;
    if (reporter !== null) return this.#sums.get(reporter)?.get(id)?.byProduct[number] ?? 0;
    let sum = 0;
    for (const own of this.#sums.values()) sum += own.get(id)?.byProduct[number] ?? 0;
    return sum;
  }

  kindOf(reporter: string | null, flow: Flow, label: string): Kind | null {
    const id = `${flow}|${label}`;
    if (reporter !== null) return this.#sums.get(reporter)?.get(id)?.kind ?? null;
    for (const own of this.#sums.values()) if (own.has(id)) return own.get(id)!.kind;
    return null;
  }
}
