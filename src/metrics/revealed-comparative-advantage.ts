import { type Cell, type FigureRequest, lifted } from "./cell.ts";
import { flowInput } from "./flows.ts";
import { computed, type Metric, notComputable } from "./metric.ts";
import {
  ratioInterval,
  ratioOfShares,
  ratioReason,
  sharesOf,
  type TwoShares,
} from "./ratio-of-shares.ts";

/**
 * Revealed comparative advantage: `(x_ij / X_i) / (x_wj / X_w)`, the share of a product in an
 * economy's exports against its share in the world's. No unit; from 0; above 1 for an advantage.
 * Null where the economy exports nothing or the world does not export the product.
 * Source: Balassa, Trade liberalisation and "revealed" comparative advantage, The Manchester School
 * 33 (1965), 99-123; in this form World Bank, WITS, Trade Indicators.
 */
export function revealedComparativeAdvantage(flows: TwoShares): number | null {
  return ratioOfShares(flows);
}

/**
 * Symmetric revealed comparative advantage: `(RCA - 1) / (RCA + 1)`, from -1, no exports of the
 * product, to below 1; 0 where the share is the world's. Null where RCA is.
 * Source: Dalum, Laursen and Villumsen, Structural change in OECD export specialisation patterns,
 * International Review of Applied Economics 12 (1998), 423-443; Laursen, Eurasian Business Review 5
 * (2015), 99-115.
 */
export function symmetricComparativeAdvantage(advantage: number | null): number | null {
  return advantage === null ? null : (advantage - 1) / (advantage + 1);
}

/** The four flows of a cell: the product's and all, of the reporter and of all reporters. */
function exportStructure(at: Cell): Record<keyof TwoShares, FigureRequest> {
  const of = "exports";
  return {
    exports: { of, at },
    totalExports: { of, at: lifted(at, "product") },
    worldExports: { of, at: lifted(at, "reporter") },
    worldTotal: { of, at: lifted(at, "reporter", "product") },
  };
}

export const comparativeAdvantageMetric: Metric<keyof TwoShares> = {
  id: "rca",
  title: "Revealed comparative advantage",
  alsoCalled: ["Balassa index", "comparative advantage", "RSCA"],
  summary: "a product's share of exports relative to its share of the world's",
  unit: "ratio",
  valueTitle: "RCA",
  formula: "(x_ij / X_i) / (x_wj / X_w); symmetric (RCA - 1) / (RCA + 1)",
  sign: "above 1 for an advantage, below 1 for a disadvantage; symmetric above or below 0",
  nullWhen:
    "the data have no other reporters (no-world), the economy exports nothing (no-exports), the world does not export the product (no-whole), or a flow is missing (no-data, incomplete-period)",
  sources: [
    "Balassa, Trade liberalisation and 'revealed' comparative advantage, The Manchester School 33 (1965), 99-123",
    "Dalum, Laursen and Villumsen, International Review of Applied Economics 12 (1998), 423-443; Laursen, Eurasian Business Review 5 (2015), 99-115",
  ],
  examples: [
    "trade-metrics rca --values 11,140,42,12000",
    "trade-metrics rca --exports 11 --total-exports 140 --world-exports 42 --world-total 12000",
  ],
  inputs: [
    flowInput("exports", "Exports of the product"),
    flowInput("totalExports", "All exports"),
    flowInput("worldExports", "World exports of the product"),
    flowInput("worldTotal", "All world exports"),
  ],
  derived: [
    { name: "share", title: "Share", unit: "percent" },
    { name: "worldShare", title: "World share", unit: "percent" },
    { name: "symmetric", title: "Symmetric", unit: "ratio" },
    { name: "advantage", title: "Advantage", unit: "flag" },
  ],
  components: [
    "exports",
    "totalExports",
    "worldExports",
    "worldTotal",
    "share",
    "worldShare",
    "symmetric",
    "advantage",
  ],
  untabled: ["totalExports", "worldExports", "worldTotal"],
  asks: {
    about: "reporter",
    by: ["product"],
    product: true,
    additive: false,
    ranking: { by: "value", first: "largest", title: "largest advantages" },
    years: 1,
  },
  figures: exportStructure,
  // The flag is decided on the unrounded value.
  compute(flows) {
    const value = revealedComparativeAdvantage(flows);
    const derived = {
      ...sharesOf(flows),
      symmetric: symmetricComparativeAdvantage(value),
      advantage: value === null ? null : value > 1,
    };
    return value === null ? notComputable(ratioReason(flows)!, derived) : computed(value, derived);
  },
  interval: ratioInterval,
};
