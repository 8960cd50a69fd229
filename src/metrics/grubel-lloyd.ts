import type { Interval } from "../numbers/interval.ts";
import { bothFlows } from "./cell.ts";
import { areFlows, sumOf } from "./flow-list.ts";
import { flowInput } from "./flows.ts";
import { computed, type Metric, notComputable, valuesOf } from "./metric.ts";

/**
 * Grubel-Lloyd index of intra-industry trade: `(1 - sum |X_i - M_i| / sum (X_i + M_i)) * 100`, in
 * percent of all trade, over the products i of two lists of like order; with one product, its own
 * index. 0 where every product moves one way only, 100 where each is exported as much as imported.
 * Null without trade, and where a flow is negative or not a number.
 * Source: Grubel and Lloyd, Intra-Industry Trade (1975), chapter 2.
 */
export function grubelLloyd(exports: readonly number[], imports: readonly number[]): number | null {
  const sums = tradeSums(exports, imports);
  return sums && (1 - sums.gaps / sums.trade) * 100;
}

/**
 * Grubel-Lloyd index corrected for the imbalance of all trade, which keeps the plain index below
 * 100: `(sum (X_i + M_i) - sum |X_i - M_i|) / (sum (X_i + M_i) - |sum X_i - sum M_i|) * 100`.
 * Never below the plain index. Null where that is, and where all trade is one way, so that the
 * divisor is zero.
 * Source: Grubel and Lloyd, Intra-Industry Trade (1975), chapter 2, on the adjustment for the trade imbalance.
 */
export function correctedGrubelLloyd(
  exports: readonly number[],
  imports: readonly number[],
): number | null {
  const sums = tradeSums(exports, imports);
  if (!sums || sums.trade === sums.imbalance) return null;
  return ((sums.trade - sums.gaps) / (sums.trade - sums.imbalance)) * 100;
}

/**
 * Aquino's index: the Grubel-Lloyd index after exports and imports of every product are scaled as
 * if the two totals were equal, `(1 - sum |X_i / X - M_i / M| / 2) * 100`. Null where either total
 * is zero, and where a flow is negative or not a number.
 * Source: Aquino, Intra-industry trade and inter-industry specialization, Weltwirtschaftliches
 * Archiv 114 (1978), 275-296.
 */
export function aquinoIndex(exports: readonly number[], imports: readonly number[]): number | null {
  if (!tradeSums(exports, imports)) return null;
  const [allExports, allImports] = [sumOf(exports), sumOf(imports)];
  if (allExports === 0 || allImports === 0) return null;
  const gaps = exports.map((flow, at) => Math.abs(flow / allExports - imports[at]! / allImports));
  return (1 - sumOf(gaps) / 2) * 100;
}

function tradeSums(exports: readonly number[], imports: readonly number[]) {
  if (exports.length !== imports.length || !areFlows(exports) || !areFlows(imports)) return null;
  const [allExports, allImports] = [sumOf(exports), sumOf(imports)];
  const trade = allExports + allImports;
  if (trade === 0) return null;
  const gaps = sumOf(exports.map((flow, at) => Math.abs(flow - imports[at]!)));
  return { trade, gaps, imbalance: Math.abs(allExports - allImports) };
}

type Flows = { readonly exports: Interval; readonly imports: Interval };
type Pair = readonly [exports: number, imports: number];

/**
 * Every value of the index while each flow stays in its interval. The index is twice the sum of the
 * smaller flows over the sum of all, so it can reach a level exactly where the sum of
 * `2 min(X_i, M_i) - level (X_i + M_i)` can reach zero, on which each product bears alone.
 */
function indexInterval(products: readonly Flows[]): Interval | null {
  const ends = products.flatMap(({ exports, imports }) => [exports, imports]);
  if (ends.some(({ low }) => low < 0) || sumOf(ends.map(({ low }) => low)) === 0) return null;
  const corners = products.map(cornersOf);
  const extreme = (sign: 1 | -1) => {
    const pairs = extremePairs(corners, sign);
    return grubelLloyd(
      pairs.map(([x]) => x),
      pairs.map(([, m]) => m),
    )!;
  };
  return { low: extreme(-1), high: extreme(1) };
}

/** The corners of a product's intervals, and where its flows can be alike. */
function cornersOf({ exports, imports }: Flows): Pair[] {
  const sides = [exports.low, exports.high];
  const alike = [...sides, imports.low, imports.high].filter(
    (flow) =>
      flow >= Math.max(exports.low, imports.low) && flow <= Math.min(exports.high, imports.high),
  );
  return [
    ...sides.flatMap((x): Pair[] => [
      [x, imports.low],
      [x, imports.high],
    ]),
    ...alike.map((flow): Pair => [flow, flow]),
  ];
}

/** So many halvings leave nothing of a double's digits. */
const HALVINGS = 60;

/** The flows of each product that make the index largest (1) or smallest (-1). */
function extremePairs(corners: readonly (readonly Pair[])[], sign: 1 | -1): Pair[] {
  const score = ([x, m]: Pair, level: number) => 2 * Math.min(x, m) - level * (x + m);
  const best = (level: number) =>
    corners.map((pairs) =>
      pairs.reduce((a, b) => (sign * (score(b, level) - score(a, level)) > 0 ? b : a)),
    );
  let [below, above] = [0, 1];
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (below + above) / 2;
    if (sumOf(best(middle).map((pair) => score(pair, middle))) >= 0) below = middle;
    else above = middle;
  }
  return best((below + above) / 2);
}

export const grubelLloydMetric: Metric<never, "exports" | "imports"> = {
  id: "grubel-lloyd",
  title: "Grubel-Lloyd intra-industry trade",
  alsoCalled: ["GL", "GLI", "GL index", "Grubel-Lloyd index", "IIT", "intra-industry trade"],
  summary: "how much of trade is two-way trade in the same products",
  unit: "percent",
  valueTitle: "Grubel-Lloyd",
  formula:
    "(1 - sum |X_i - M_i| / sum (X_i + M_i)) * 100; corrected: divided by sum (X_i + M_i) - |X - M| instead",
  sign: "never negative: 0 for one-way trade, 100 where each product is exported as much as imported",
  nullWhen:
    "there is no trade (no-whole), or a flow of a product is missing (no-data, incomplete-period)",
  sources: [
    "Grubel and Lloyd, Intra-Industry Trade (1975), chapter 2",
    "Aquino, Intra-industry trade and inter-industry specialization, Weltwirtschaftliches Archiv 114 (1978)",
  ],
  examples: [
    "trade-metrics grubel-lloyd --partner MX,CA,WORLD --period 2023,2024",
    "trade-metrics grubel-lloyd --exports 80 --imports 160",
    "trade-metrics grubel-lloyd --exports 80,150 --imports 160,100",
  ],
  inputs: [
    flowInput("exports", "Exports", { list: true }),
    flowInput("imports", "Imports", { list: true }),
  ],
  derived: [
    { name: "products", title: "Products", unit: "count" },
    { name: "corrected", title: "Corrected", unit: "percent" },
    { name: "aquino", title: "Aquino", unit: "percent" },
  ],
  components: ["exports", "imports", "products", "corrected", "aquino"],
  asks: {
    about: "pair",
    each: ["product"],
    product: true,
    additive: false,
    ranking: { by: "value", first: "largest", title: "most two-way trade" },
  },
  figures(at, { each }) {
    const { exports, imports } = bothFlows(at);
    return { exports: { ...exports, each }, imports: { ...imports, each } };
  },
  compute({ exports, imports }) {
    const flows = [valuesOf(exports), valuesOf(imports)] as const;
    const value = grubelLloyd(...flows);
    const derived = {
      products: exports.length,
      corrected: correctedGrubelLloyd(...flows),
      aquino: aquinoIndex(...flows),
    };
    return value === null ? notComputable("no-whole", derived) : computed(value, derived);
  },
  interval: ({ exports, imports }) =>
    indexInterval(exports.map((one, at) => ({ exports: one, imports: imports[at]! }))),
};
