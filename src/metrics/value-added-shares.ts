import { divideIntervals, linearInterval } from "../numbers/interval.ts";
import { computed, type Formula, notComputable } from "./metric.ts";

/**
 * Share of value added in gross exports: `valueAdded / grossExports * 100`, in percent. Null when
 * gross exports are zero.
 */
export const valueAddedMetric: Formula<"valueAdded" | "grossExports"> = {
  id: "value-added",
  title: "Value added share of gross exports",
  summary: "who made what a country exports",
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
