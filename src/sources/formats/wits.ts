import type { Format } from "./format.ts";

/** Trade as the World Bank shows it; imports are c.i.f., exports f.o.b. */
const valuation = { import: "cif", export: "fob" } as const;

const queryFlows = {
  ...{ "GROSS IMP.": "import", IMPORT: "import", "GROSS EXP.": "export", EXPORT: "export" },
  ...{ "RE-EXP.": "re-export", "RE-IMP.": "re-import" },
  ...{ IMPORTS: "import", "GROSS IMPORTS": "import", "RE-IMPORTS": "re-import" },
  ...{ EXPORTS: "export", "GROSS EXPORTS": "export", "RE-EXPORTS": "re-export" },
  ...{ "GROSS IMPORT": "import", "RE-IMPORT": "re-import" },
  ...{ "GROSS EXPORT": "export", "RE-EXPORT": "re-export" },
} as const;

/** World Bank WITS: the workbook by partner, and the country profile as CSV. */
export const wits: Format = {
  id: "wits",
  title: "World Bank WITS (workbook or CSV)",
  publisher: "World Bank, WITS",
  layouts: [
    {
      title: "by partner",
      header: ["Reporter Name", "Partner Name", "Year", "Trade Flow", "Product Group"],
      headerLike: /^(Import|Export) \(US\$ Thousand\)$/,
      period: { column: "Year" },
      partner: { columns: ["Partner Name"] },
      reporter: { columns: ["Reporter Name"] },
      products: [
        { column: "Product Group", system: { is: "wits" }, all: ["All Products"], words: true },
      ],
      unit: { is: "USD thousand" },
      figures: [
        { column: "Import (US$ Thousand)", says: { flow: "import", valuation: valuation.import } },
        { column: "Export (US$ Thousand)", says: { flow: "export", valuation: valuation.export } },
      ],
      missing: ["", "..."],
      unplaced: "named",
      repeats: "once",
    },
    {
      // Its sheets Partner-Timeseries and Product-TimeSeries-Partner.
      title: "time series by partner",
      header: ["Reporter Name", "Partner Name", "Trade Flow", "Product Group", "Indicator"],
      without: ["Year"],
      period: "columns",
      partner: { columns: ["Partner Name"] },
      reporter: { columns: ["Reporter Name"] },
      products: [
        { column: "Product Group", system: { is: "wits" }, all: ["All Products"], words: true },
      ],
      unit: { is: "USD thousand" },
      figures: { header: /^(?<year>\d{4})$/ },
      missing: ["", "..."],
      contextColumn: "Indicator",
      context: [
        {
          text: /^Export ?\(US\$ Thousand\)$/,
          says: { flow: "export", valuation: valuation.export },
        },
        {
          text: /^Import ?\(US\$ Thousand\)$/,
          says: { flow: "import", valuation: valuation.import },
        },
        { text: /./, aside: "no-flow-of-trade" },
      ],
      unplaced: "named",
      repeats: "once",
    },
    {
      title: "advanced query",
      unverified: true,
      header: ["ReporterISO3", "PartnerISO3", "ProductCode", "Year", "TradeFlowName"],
      headerLike: /^TradeValue[ ._]+in[ ._]+1000[ ._]+USD$/i,
      period: { column: "Year" },
      partner: { columns: ["PartnerISO3", "PartnerName"], names: { WLD: "WORLD" } },
      reporter: { columns: ["ReporterISO3", "ReporterName"] },
      flow: { column: "TradeFlowName", codes: queryFlows },
      products: [
        {
          column: "ProductCode",
          system: {
            column: "Nomenclature",
            codes: {
              ...{ HS: "hs", H0: "hs", H1: "hs", H2: "hs", H3: "hs", H4: "hs", H5: "hs", H6: "hs" },
              ...{ S1: "sitc", S2: "sitc", S3: "sitc", S4: "sitc" },
            },
          },
          all: ["TOTAL", "Total"],
        },
      ],
      unit: { is: "USD thousand" },
      figures: [{ column: "TradeValue in 1000 USD" }],
      missing: ["", "..."],
      unplaced: "named",
      repeats: "once",
    },
    {
      title: "by product",
      header: ["Reporter", "TradeFlow", "ProductCode", "Year", "Partner", "Trade Value 1000USD"],
      period: { column: "Year" },
      partner: { columns: ["Partner"] },
      reporter: { columns: ["Reporter"] },
      flow: { column: "TradeFlow", codes: queryFlows },
      products: [{ column: "ProductCode", system: { is: "hs" }, all: ["Total", "TOTAL"] }],
      unit: { is: "USD thousand" },
      figures: [{ column: "Trade Value 1000USD" }],
      missing: ["", "...", "NA"],
      unplaced: "named",
      repeats: "once",
    },
    {
      title: "country profile",
      header: ["Reporter", "Partner", "Product categories", "Indicator Type", "Indicator"],
      period: "columns",
      partner: { columns: ["Partner"] },
      reporter: { columns: ["Reporter"] },
      products: [
        {
          column: "Product categories",
          system: { is: "wits" },
          all: ["All Products"],
          words: true,
        },
      ],
      unit: { is: "USD million" },
      figures: { header: /^(?<year>\d{4})$/ },
      missing: ["", "..."],
      contextColumn: "Indicator",
      context: [
        {
          text: /^(Exports? \(in US\$ Mil\)|Export\(US\$ Mil\)|Trade \(US\$ Mil\)-Top 5 Export Partner)$/,
          says: { flow: "export", valuation: valuation.export },
        },
        {
          text: /^(Imports? \(in US\$ Mil\)|Import\(US\$ Mil\)|Trade \(US\$ Mil\)-Top 5 Import Partner)$/,
          says: { flow: "import", valuation: valuation.import },
        },
        { text: /./, aside: "no-flow-of-trade" },
      ],
      unplaced: "named",
      repeats: "once",
    },
  ],
};
