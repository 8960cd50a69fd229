import { divideIntervals, linearInterval } from "../numbers/interval.ts";
import { computed, type Metric, notComputable } from "./metric.ts";

/** A published indicator of trade in value added. */
export interface ValueAddedMeasure {
  readonly code: string;
  readonly title: string;
  readonly formula: string;
}

/**
 * The measures of OECD's Trade in Value Added (TiVA), 2025 edition. All are in percent.
 * Source: OECD, Guide to OECD's Trade in Value Added Indicators. Editions of the data before 2025
 * wrote the first two EXGR_DVASH and EXGR_FVASH.
 */
export const valueAddedMeasures: readonly ValueAddedMeasure[] = [
  {
    code: "EXGR_DVA",
    title: "Domestic value added share of gross exports",
    formula: "domestic value added in gross exports / gross exports * 100",
  },
  {
    code: "EXGR_FVA",
    title: "Foreign value added share of gross exports",
    formula: "foreign value added in gross exports / gross exports * 100",
  },
  {
    code: "FEXGR_DVA",
    title: "Domestic value added in foreign exports, share of gross exports",
    formula: "own value added in the exports of others / own gross exports * 100",
  },
  {
    code: "FFD_DVA",
    title: "Domestic value added in foreign final demand, share of value added",
    formula: "own value added in final demand abroad / own value added * 100",
  },
];

/**
 * Share of value added in gross exports: `valueAdded / grossExports * 100`, in percent. Null when
 * gross exports are zero.
 */
export const valueAddedMetric: Metric<"valueAdded" | "grossExports"> = {
  id: "value-added",
  title: "Value added share of gross exports",
  summary: "who made what a country exports, as a share of its gross exports",
  unit: "percent",
  valueTitle: "Share",
  formula: "value added / gross exports * 100",
  sign: "between 0 and 100",
  nullWhen: "the area or year is not published (no-data), or gross exports are zero (no-exports)",
  sources: ["OECD, Trade in Value Added (TiVA), 2025 edition"],
  examples: [
    "trade-metrics value-added --partner MX,CA,US --period 2020",
    "trade-metrics value-added shares --partner MX --measure EXGR_FVA,FEXGR_DVA",
    "trade-metrics value-added origin --exporter MX",
  ],
  inputs: [
    { name: "valueAdded", title: "Value added", unit: "USD", required: true },
    { name: "grossExports", title: "Gross exports", unit: "USD", required: true },
  ],
  derived: [],
  components: ["valueAdded", "grossExports"],
  options: [],
  request: () => ({}),
  compute({ valueAdded, grossExports }) {
    return grossExports === 0
      ? notComputable("no-exports")
      : computed((valueAdded / grossExports) * 100);
  },
  interval({ valueAdded, grossExports }) {
    const quotient = divideIntervals(valueAdded, grossExports);
    return quotient && linearInterval(quotient, 100);
  },
};
