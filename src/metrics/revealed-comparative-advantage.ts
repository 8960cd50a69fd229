import { divideIntervals } from "../numbers/interval.ts";
import { allProducts } from "../products/product.ts";
import { type BreakdownMetric, firstMissing, type MemberOutcome, single } from "./breakdown.ts";
import { computed, notComputable } from "./metric.ts";
import type { Reason } from "./reason.ts";

/** The four flows that are set against each other, in one currency. */
export interface ExportStructure {
  /** Exports of the product by the economy. */
  readonly exports: number;
  /** All exports of the economy. */
  readonly totalExports: number;
  /** Exports of the product by the world, the economy included. */
  readonly worldExports: number;
  /** All exports of the world. */
  readonly worldTotal: number;
}

/**
 * Revealed comparative advantage: `(x_ij / X_i) / (x_wj / X_w)`, the share of a product in an
 * economy's exports against its share in the world's. No unit; from 0; above 1 for an advantage.
 * Null where the economy exports nothing or the world does not export the product.
 * Source: Balassa, Trade liberalisation and "revealed" comparative advantage, The Manchester School
 * 33 (1965), 99-123; in this form World Bank, WITS, Trade Indicators.
 */
export function revealedComparativeAdvantage(flows: ExportStructure): number | null {
  if (structureReason(flows)) return null;
  return flows.exports / flows.totalExports / (flows.worldExports / flows.worldTotal);
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

function structureReason(flows: ExportStructure): Reason | null {
  if (flows.totalExports === 0) return "no-exports";
  return flows.worldExports === 0 || flows.worldTotal === 0 ? "no-whole" : null;
}

type Input = keyof ExportStructure;

export const comparativeAdvantageMetric: BreakdownMetric<Input> = {
  id: "rca",
  title: "Revealed comparative advantage",
  summary: "the share of each product in exports against its share in the world's exports",
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
  examples: ["trade-metrics rca --values 11,140,42,12000"],
  components: [
    { name: "exports", title: "Exports", unit: "USD" },
    { name: "totalExports", title: "All exports", unit: "USD" },
    { name: "worldExports", title: "World exports", unit: "USD" },
    { name: "worldTotal", title: "All world exports", unit: "USD" },
    { name: "share", title: "Share", unit: "percent" },
    { name: "worldShare", title: "World share", unit: "percent" },
    { name: "symmetric", title: "Symmetric", unit: "ratio" },
    { name: "advantage", title: "Advantage", unit: "flag" },
  ],
  untabled: ["totalExports", "worldExports", "worldTotal"],
  dimensions: ["product"],
  measures: [],
  eachMember: true,
  about: "reporter",
  change: false,
  request({ reporter, partners, product, period }) {
    const own = { of: "exports", reporters: [reporter], partners, period } as const;
    const world = { ...own, reporters: "world" } as const;
    return {
      exports: { ...own, product, by: "product" },
      totalExports: { ...own, product: allProducts, by: null },
      worldExports: { ...world, product, by: "product" },
      worldTotal: { ...world, product: allProducts, by: null },
    };
  },
  compute({ exports, totalExports, worldExports, worldTotal }) {
    return exports.map((own, at): MemberOutcome => {
      const figures = [own, single(totalExports), worldExports[at]!, single(worldTotal)];
      const flows = {
        exports: figures[0]!.value,
        totalExports: figures[1]!.value,
        worldExports: figures[2]!.value,
        worldTotal: figures[3]!.value,
      };
      const row = { kind: "member", member: own.member } as const;
      const missing = firstMissing(figures);
      if (missing) return { ...row, value: null, reason: missing, components: flows };
      return { ...row, ...advantageOf(flows as ExportStructure) };
    });
  },
  printed: {
    inputs: [
      { name: "exports", title: "Exports of the product", unit: "USD", required: true },
      { name: "totalExports", title: "All exports", unit: "USD", required: true },
      { name: "worldExports", title: "World exports of the product", unit: "USD", required: true },
      { name: "worldTotal", title: "All world exports", unit: "USD", required: true },
    ],
    derived: [{ name: "symmetric", title: "Symmetric", unit: "ratio" }],
    components: ["exports", "totalExports", "worldExports", "worldTotal", "symmetric"],
    compute(numbers) {
      const { value, reason, components } = advantageOf(numbers as unknown as ExportStructure);
      const derived = { symmetric: components.symmetric as number | null };
      return value === null ? notComputable(reason!, derived) : computed(value, derived);
    },
    // Each number enters once, so the quotients of the ends bound it exactly.
    interval({ exports, totalExports, worldExports, worldTotal }) {
      const share = divideIntervals(exports!, totalExports!);
      const worldShare = divideIntervals(worldExports!, worldTotal!);
      return share && worldShare && divideIntervals(share, worldShare);
    },
  },
};

/** The flag is decided on the unrounded value. */
function advantageOf(flows: ExportStructure) {
  const value = revealedComparativeAdvantage(flows);
  const components = {
    ...flows,
    share: flows.totalExports === 0 ? null : (flows.exports / flows.totalExports) * 100,
    worldShare: flows.worldTotal === 0 ? null : (flows.worldExports / flows.worldTotal) * 100,
    symmetric: symmetricComparativeAdvantage(value),
    advantage: value === null ? null : value > 1,
  };
  return { value, reason: structureReason(flows), components };
}
