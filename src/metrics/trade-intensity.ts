import { asPartners, lifted } from "./cell.ts";
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
 * Trade intensity: `(x_ij / X_i) / (x_wj / X_w)`, the partner's share in an economy's exports
 * against its share in the world's. No unit; from 0; above 1 where the two trade more with each
 * other than the partner's weight in world trade would have it. Null where the economy exports
 * nothing or nobody exports to the partner.
 * Source: Brown, Applied Economics (1949); World Bank, WITS, Trade Outcomes Indicators, trade
 * intensity index; Mikic and Gilbert (UN ESCAP, 2009).
 */
export function tradeIntensity(flows: TwoShares): number | null {
  return ratioOfShares(flows);
}

/**
 * Kojima's trade intensity: `(x_ij / X_i) / (x_wj / (X_w - x_wi))`: the world's exports without
 * those to the economy itself, to which it cannot export. Null where the plain index is, and where
 * the world exports to nobody else.
 * Source: Kojima, The pattern of international trade among advanced countries, Hitotsubashi Journal
 * of Economics 5 (1964), 16-36.
 */
export function kojimaIntensity(
  flows: TwoShares & { readonly worldExportsToReporter: number },
): number | null {
  const worldTotal = flows.worldTotal - flows.worldExportsToReporter;
  return worldTotal <= 0 ? null : tradeIntensity({ ...flows, worldTotal });
}

export const tradeIntensityMetric: Metric<keyof TwoShares | "toReporter"> = {
  id: "trade-intensity",
  title: "Trade intensity",
  alsoCalled: ["TII", "trade intensity index"],
  summary: "a partner's share of exports relative to its share of the world's",
  unit: "ratio",
  valueTitle: "Intensity",
  formula: "(x_ij / X_i) / (x_wj / X_w); Kojima: X_w without the world's exports to i",
  sign: "above 1 where the two trade more than the partner's weight in world trade would have it",
  nullWhen:
    "the data have no other reporters (no-world), the economy exports nothing (no-exports), nobody exports to the partner (no-whole), or a flow is missing (no-data, incomplete-period)",
  sources: [
    "Brown, Applied Economics (1949); World Bank, World Integrated Trade Solution, Trade Outcomes Indicators",
    "Kojima, Hitotsubashi Journal of Economics 5 (1964), 16-36",
  ],
  examples: ["trade-metrics trade-intensity --values 334.0,2063.0,618.4,24000"],
  inputs: [
    flowInput("exports", "Exports to the partner"),
    flowInput("totalExports", "All exports"),
    flowInput("worldExports", "World exports to the partner"),
    flowInput("worldTotal", "All world exports"),
    {
      name: "toReporter",
      title: "World exports to the economy",
      unit: "USD",
      required: false,
      dispensable: true,
    },
  ],
  derived: [
    { name: "share", title: "Share", unit: "percent" },
    { name: "worldShare", title: "World share", unit: "percent" },
    { name: "kojima", title: "Kojima", unit: "ratio" },
  ],
  components: [
    "exports",
    "totalExports",
    "worldExports",
    "worldTotal",
    "share",
    "worldShare",
    "kojima",
  ],
  untabled: ["totalExports", "worldExports", "worldTotal"],
  asks: {
    about: "pair",
    product: true,
    additive: false,
    ranking: { by: "value", first: "largest", title: "most intense" },
  },
  figures(at) {
    const of = "exports";
    const world = lifted(at, "reporter");
    return {
      exports: { of, at },
      totalExports: { of, at: lifted(at, "partner") },
      worldExports: { of, at: world },
      worldTotal: { of, at: lifted(world, "partner") },
      toReporter: { of, at: { ...world, partner: asPartners(at.reporter) } },
    };
  },
  compute({ toReporter, ...flows }) {
    const value = tradeIntensity(flows);
    const derived = {
      ...sharesOf(flows),
      ...(toReporter !== undefined && {
        kojima: kojimaIntensity({ ...flows, worldExportsToReporter: toReporter }),
      }),
    };
    return value === null ? notComputable(ratioReason(flows)!, derived) : computed(value, derived);
  },
  interval: ratioInterval,
};
