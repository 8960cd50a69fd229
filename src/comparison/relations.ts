import type { HsEdition, HsRelation } from "../products/hs-relation.ts";

/** What is known of codes in several editions; of the Harmonized System, the UN's correlation. */
export interface Relations {
  relation(from: HsEdition, code: string, to: HsEdition): HsRelation;
}
