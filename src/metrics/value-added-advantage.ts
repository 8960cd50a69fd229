import type { DescribedMetric } from "./metric.ts";

/** Revealed comparative advantage in value added, beside that in gross exports. */
export const advantageMetric: DescribedMetric = {
  id: "value-added-rca",
  command: "value-added rca",
  title: "Revealed comparative advantage in value added",
  summary: "in which industries an economy is specialised, by the value added that it exports",
  unit: "ratio",
  formula:
    "(value added of the industry in the economy's exports / of all its industries) / (the same of the world); value added v (I - A_ss)^-1 e, by the industry that adds it",
  sign: "above 1 where the economy is more specialised in the industry than the world",
  nullWhen: "the economy exports nothing, or nobody exports value added of the industry (no-whole)",
  sources: [
    "Balassa (1965), The Manchester School 33(2), 99-123",
    "Koopman, Wang and Wei (2014), American Economic Review 104(2), section V",
    "Wang, Wei and Zhu (2013), NBER Working Paper 19677, equation 39",
  ],
  examples: ["trade-metrics value-added rca --exporter US --top 5"],
  components: [
    { name: "exporter", title: "The exporting economy, by code", unit: "text" },
    { name: "exporterName", title: "Its name", unit: "text" },
    { name: "industry", title: "The industry that adds the value", unit: "text" },
    { name: "grossExports", title: "Gross exports of the industry", unit: "USD" },
    { name: "valueAdded", title: "Its value added in all exports of its economy", unit: "USD" },
    { name: "grossAdvantage", title: "The index of gross exports", unit: "ratio" },
  ],
};
