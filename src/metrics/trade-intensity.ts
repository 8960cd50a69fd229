import { asPartners, lifted } from "./cell.ts";
import { computed, type Metric, notComputable } from "./metric.ts";
import { ratioInterval, ratioOfShares, ratioReason, sharesOf } from "./ratio-of-shares.ts";

/** The flows whose shares are set against each other, in one currency. */
export interface TradeDirection {
  /** Exports of the economy to the partner. */
  readonly exports: number;
  /** All exports of the economy. */
  readonly totalExports: number;
  /** Exports of the world to the partner, the economy's included. */
  readonly worldExports: number;
  /** All exports of the world. */
  readonly worldTotal: number;
}

/**
 * Trade intensity: `(x_ij / X_i) / (x_wj / X_w)`, the partner's share in an economy's exports
 * against its share in the world's. No unit; from 0; above 1 where the two trade more with each
 * other than the partner's weight in world trade would have it. Null where the economy exports
 * nothing or nobody exports to the partner.
 * Source: Brown, Applied Economics (1949); World Bank, WITS, Trade Outcomes Indicators, trade
 * intensity index; Mikic and Gilbert (UN ESCAP, 2009).
 */
export function tradeIntensity(flows: TradeDirection): number | null {
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
  flows: TradeDirection & { readonly worldExportsToReporter: number },
): number | null {
  const worldTotal = flows.worldTotal - flows.worldExportsToReporter;
  return worldTotal <= 0 ? null : tradeIntensity({ ...flows, worldTotal });
}

export const tradeIntensityMetric: Metric<keyof TradeDirection | "toReporter"> = {
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
    { name: "exports", title: "Exports to the partner", unit: "USD", required: true, flow: true },
    { name: "totalExports", title: "All exports", unit: "USD", required: true, flow: true },
    {
      name: "worldExports",
      title: "World exports to the partner",
      unit: "USD",
      required: true,
      flow: true,
    },
    { name: "worldTotal", title: "All world exports", unit: "USD", required: true, flow: true },
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
