import {
  addIntervals,
  type Interval,
  pointInterval,
  subtractIntervals,
} from "../numbers/interval.ts";
import type { ProductSelection } from "../products/product.ts";
import { bothFlows } from "./cell.ts";
import { exportInput, flowInput, importInput } from "./flows.ts";
import { computed, type Metric, type OwnParameters } from "./metric.ts";

export interface PetroleumFlows {
  readonly exports: number;
  readonly imports: number;
  /** Left out where petroleum is taken out of imports only. */
  readonly petroleumExports?: number | undefined;
  readonly petroleumImports: number;
}

/**
 * Non-petroleum balance: `(exports - petroleumExports) - (imports - petroleumImports)`, in whole US
 * dollars. Positive for a surplus. Which product set is petroleum, and whether it is taken out of
 * both flows or of imports only, decides the answer: the United States is a net exporter of
 * petroleum to some partners, so that taking out imports only flatters the balance.
 * Source: FT-900, exhibit 9, "Petroleum and Non-Petroleum End-Use Category Totals", which takes
 * petroleum out of both flows.
 */
export function nonPetroleumBalance(flows: PetroleumFlows): number {
  return flows.exports - (flows.petroleumExports ?? 0) - (flows.imports - flows.petroleumImports);
}

type Input = "exports" | "imports" | "petroleumExports" | "petroleumImports";

export const nonPetroleumMetric: Metric<Input> = {
  id: "non-petroleum",
  title: "Non-petroleum balance",
  alsoCalled: ["non-oil balance", "balance without oil"],
  summary: "the trade balance without petroleum",
  unit: "USD",
  valueTitle: "Without petroleum",
  formula: "(exports - petroleumExports) - (imports - petroleumImports)",
  sign: "negative for a deficit, positive for a surplus",
  nullWhen: "any of the flows is missing (no-data, incomplete-period)",
  sources: [
    "US Census Bureau and Bureau of Economic Analysis, FT-900, exhibit 9: petroleum and non-petroleum end-use category totals",
  ],
  examples: [
    "trade-metrics non-petroleum --partner MX,CA --period 2024",
    "trade-metrics non-petroleum --partner MX --period 2024 --petroleum naics211-324 --petroleum-flows imports",
  ],
  inputs: [
    exportInput,
    importInput,
    {
      name: "petroleumExports",
      title: "Petroleum exports",
      unit: "USD",
      required: false,
      flow: true,
      unless: { parameter: "petroleumFlows", is: "imports" },
    },
    flowInput("petroleumImports", "Petroleum imports"),
  ],
  derived: [
    { name: "balance", title: "Balance", unit: "USD" },
    { name: "petroleumBalance", title: "Petroleum balance", unit: "USD" },
  ],
  components: [
    "exports",
    "imports",
    "balance",
    "petroleumExports",
    "petroleumImports",
    "petroleumBalance",
  ],
  untabled: ["exports", "imports", "petroleumBalance"],
  asks: {
    about: "partner",
    parameters: [
      {
        name: "petroleum",
        kind: "products",
        subject: "petroleum",
        default: "hs27",
        description: "what petroleum is",
      },
      {
        name: "petroleumFlows",
        kind: "choice",
        choices: ["both", "imports"],
        default: "both",
        description: "which flows it is taken out of",
        meanings: {
          both: "petroleum taken out of exports and imports",
          imports: "petroleum taken out of imports only",
        },
      },
    ],
    additive: true,
    ranking: { by: "value", first: "smallest", title: "largest deficits without petroleum" },
  },
  mistakenFor: [
    {
      id: "with-petroleum",
      says: "petroleum not taken out at all",
      of: ({ exports = 0, imports = 0 }) => exports - imports,
    },
  ],
  waterfall: {
    start: { name: "balance", label: "Balance" },
    changes: [
      { name: "petroleumExports", label: "less petroleum exports", sign: -1 },
      { name: "petroleumImports", label: "plus petroleum imports", sign: 1 },
    ],
    end: { name: "value", label: "Balance without petroleum" },
    axis: "Balance",
    best: true,
  },
  note({ petroleum, petroleumFlows }) {
    const flows = petroleumFlows === "both" ? "exports and imports" : "imports only";
    return `Petroleum: ${titleOf(petroleum)}, taken out of ${flows}`;
  },
  figures(at, { own }) {
    const flows = bothFlows({ ...at, product: own.petroleum as ProductSelection });
    return {
      ...bothFlows(at),
      petroleumImports: flows.imports,
      ...(own.petroleumFlows === "both" && { petroleumExports: flows.exports }),
    };
  },
  compute(flows) {
    const { exports, imports, petroleumExports, petroleumImports } = flows;
    return computed(nonPetroleumBalance(flows), {
      balance: exports - imports,
      petroleumBalance: petroleumExports === undefined ? null : petroleumExports - petroleumImports,
    });
  },
  interval({ exports, imports, petroleumExports, petroleumImports }) {
    const takenOut: Interval = petroleumExports ?? pointInterval(0);
    return addIntervals(
      subtractIntervals(subtractIntervals(exports, takenOut), imports),
      petroleumImports,
    );
  },
};

/** The title of a set; printed numbers have none. */
function titleOf(petroleum: OwnParameters[string] | undefined): string {
  return typeof petroleum === "object" ? petroleum.title : "as given";
}
