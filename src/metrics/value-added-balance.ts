import type { DescribedMetric } from "./metric.ts";

/** The balance with each partner in value added, beside the gross balance. */
export const balanceMetric: DescribedMetric = {
  id: "value-added-balance",
  command: "value-added balance",
  title: "Trade balance in value added",
  summary: "the balance with each partner, gross and in value added, from an input-output table",
  unit: "USD",
  formula:
    "value-added exports - value-added imports; value added of one economy absorbed in the final demand of the other, by whatever route",
  sign: "negative for a deficit; over all partners it equals the gross balance",
  nullWhen: "the balance never; the VAX ratio where there are no exports (no-exports)",
  sources: [
    "Johnson and Noguera (2012), Journal of International Economics 86(2), 224-236: VAX and bilateral balances",
    "OECD, Trade in Value Added: BALGR and BALVAFD",
  ],
  examples: [
    "trade-metrics value-added balance",
    "trade-metrics value-added balance --reporter US --partner CN,MX --fields partner,grossBalance,value,difference",
    "trade-metrics value-added balance --reporter USMCA --together --top 3",
  ],
  components: [
    { name: "reporter", title: "The economy whose balance it is, by code", unit: "text" },
    { name: "reporterName", title: "Its name", unit: "text" },
    { name: "exports", title: "Gross exports to the partner", unit: "USD" },
    { name: "imports", title: "Gross imports from the partner", unit: "USD" },
    { name: "grossBalance", title: "exports - imports", unit: "USD" },
    {
      name: "valueAddedExports",
      title: "Own value added in the partner's final demand",
      unit: "USD",
    },
    {
      name: "valueAddedImports",
      title: "The partner's value added in own final demand",
      unit: "USD",
    },
    { name: "valueAddedBalance", title: "valueAddedExports - valueAddedImports", unit: "USD" },
    { name: "difference", title: "valueAddedBalance - grossBalance", unit: "USD" },
    { name: "vaxRatio", title: "valueAddedExports / exports", unit: "ratio" },
    { name: "kind", title: "rest or total, where the row is no single member", unit: "text" },
  ],
};
