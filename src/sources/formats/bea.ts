import type { Format } from "./format.ts";

/** BEA, U.S. international trade by selected countries and areas: one column a partner. */
export const bea: Format = {
  id: "bea",
  title: "US Bureau of Economic Analysis, trade by selected countries and areas (workbook)",
  publisher: "US Bureau of Economic Analysis",
  layouts: [
    {
      title: "one column a partner",
      header: ["Period"],
      headerLike: /^(Canada|European Union)$/,
      above: /International Trade by Selected Countries and Areas/i,
      period: { column: "Period" },
      partner: "columns",
      reporter: { is: "US" },
      basis: { is: "bop" },
      unit: { is: "USD million" },
      figures: { header: /^(?!Period$)(?<partner>.+)$/s },
      missing: ["", "n.a."],
      aside: [
        {
          column: { first: true },
          when: ["", "Annual", "Quarterly", "NOTES:"],
          because: "heading",
        },
        { column: { first: true }, when: /^(?!\d{4}( [1-4])?( \(R\))?$)/, because: "footnote" },
      ],
      context: [
        { text: /Balance on /i, aside: "balance-of-two-flows" },
        { text: /(Exports|Imports) of Goods and Services/i, aside: "goods-and-services-together" },
        { text: /Exports of Goods/i, says: { flow: "export", sector: "goods" } },
        { text: /Imports of Goods/i, says: { flow: "import", sector: "goods" } },
        { text: /Exports of Services/i, says: { flow: "export", sector: "services" } },
        { text: /Imports of Services/i, says: { flow: "import", sector: "services" } },
      ],
      unplaced: "named",
      repeats: "once",
    },
  ],
};
