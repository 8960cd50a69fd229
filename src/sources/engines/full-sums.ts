import type { TableReader } from "../formats/table-reader.ts";
import { isMember } from "./across-partners.ts";
import { NeedsRows } from "./needs-rows.ts";
import type { SummedProducts } from "./summed-products.ts";

/**
 * Holds that every partner has all members wherever it has any. Their sums over all partners are then
 * those of the records; a partner without one of them has an unknown figure, and no zero, where a
 * layout does not say that it lists all there is.
 */
export class FullSums {
  readonly #products: SummedProducts;
  readonly #partners: TableReader["context"]["partners"];
  /** Products of groups that were looked at; most groups have the same. */
  readonly #known = new Set<Uint8Array>();

  constructor(products: SummedProducts, { context }: TableReader) {
    this.#products = products;
    this.#partners = context.partners;
  }

  /** @throws NeedsRows where members are missing, or the partner holds others. */
  take(partner: string, products: Uint8Array): void {
    if (!isMember(partner, this.#partners)) throw new NeedsRows("partners hold others");
    if (this.#known.has(products)) return;
    const { memberOf, targets } = this.#products;
    const members = new Set(memberOf.filter((_, bit) => products[bit >> 3]! & (128 >> (bit & 7))));
    if (members.size < targets.things.length) throw new NeedsRows("partners have other products");
    this.#known.add(products);
  }
}
