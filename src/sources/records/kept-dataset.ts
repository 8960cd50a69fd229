import { aggregates } from "../../partners/aggregates.ts";
import { partnerGroups } from "../../partners/groups.ts";
import { productSystem } from "../../products/product.ts";
import type { TradeDataset } from "../dataset.ts";
import { refuseHiddenWhole } from "./hidden-wholes.ts";
import { type KeptColumns, KeptSeries } from "./kept-series.ts";

/** What is known of records beside the records themselves. */
export interface KeptAbout
  extends Pick<TradeDataset, "description" | "partners" | "rejected" | "recordsRead"> {
  /** Whether records that were not asked for were left out. */
  readonly leavesOut: boolean;
}

/**
 * Records as a dataset; series in an order that does not depend on that of the records.
 * @param reporter whose series alone are asked for, where there are any; null: those of all.
 */
export function keptDataset(
  columns: KeptColumns,
  reporter: string | null,
  { leavesOut, ...about }: KeptAbout,
): TradeDataset {
  const kept = new KeptSeries(columns, reporter);
  const products = columns.words.products.things;
  const systems = products.map(productSystem);
  return {
    ...about,
    reporters: reportersOf(columns),
    refuseHiddenWhole,
    productSystems: new Set(systems.filter((system) => system !== null)),
    leavesOut,
    listed: {
      products: leavesOut ? null : products,
      pairs: leavesOut ? null : () => kept.pairs(),
    },
    seriesOf: (partner) => kept.of(partner),
  };
}

function reportersOf({ words }: KeptColumns) {
  const known = new Set(aggregates.map(({ code }) => code));
  const groups = partnerGroups.flatMap(({ id, name }) =>
    known.has(id) ? [] : [{ code: id, name, kind: "aggregate" as const, aliases: [] }],
  );
  return [...aggregates, ...groups].filter(({ code }) => words.reporters.find(code) >= 0);
}
