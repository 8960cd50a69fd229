import type { PartnerDirectory } from "../../partners/directory.ts";
import { isYear, parsePeriod } from "../../records/period.ts";
import type { AskedCodes } from "../asked.ts";
import type { AcrossPartners, StoredSeries } from "../dataset.ts";
import { Numbered } from "../records/growing.ts";
import { KeyWords } from "../records/kept-series.ts";
import { isMember, ProductSums } from "./across-partners.ts";
import { liftedTo } from "./lifting.ts";
import { NeedsRows, unlessRowsAreNeeded } from "./needs-rows.ts";

/**
 * Sums by product over all partners that are no wholes, made of records in memory as a database makes
 * them; null where only the records one by one tell what they are.
 */
export function recordsAcross(
  all: Iterable<StoredSeries>,
  { acrossPartners, products }: AskedCodes,
  directory: PartnerDirectory,
): AcrossPartners | null {
  if (!acrossPartners) return null;
  const targets = new Numbered<string>();
  const kinds = new KeyWords();
  const sums = new ProductSums(targets);
  try {
    for (const { key, values, gaps } of all) {
      const { reporter, partner, flow, product, edition } = key;
      if (edition !== undefined) throw new NeedsRows("products may be of several editions");
      if (reporter === partner) throw new NeedsRows("an economy trades with itself");
      if (gaps && gaps.size > 0) throw new NeedsRows("cells are held back or missing");
      const target = products === "each" ? product : liftedTo(products, product).target;
      if (target.length !== (targets.things[0] ?? target).length) {
        throw new NeedsRows("products are of several levels");
      }
      const number = targets.numberOf(target);
      if (!acrossPartners.includes(flow) || !isMember(partner, directory)) continue;
      const kind = kinds.kinds[kinds.kindOf(key)]!;
      for (const [label, value] of values) {
        const period = parsePeriod(label);
        if (!isYear(period)) throw new NeedsRows("products are of parts of years");
        sums.add({ kind, reporter, period }, [number], [value]);
      }
    }
  } catch (error) {
    return unlessRowsAreNeeded(error);
  }
  return sums;
}
