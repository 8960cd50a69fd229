import type { ContextFact, Format } from "./format.ts";

/** Areas as BEA's service writes them, where that is no other name of theirs. */
const areaNames = {
  ...{ AllCountries: "WORLD", EU: "EU", CaftaDrCountries: "CAFTA-DR" },
  ...{ CzechRep: "CZ", CostaRica: "CR", DominicanRep: "DO", ElSalvador: "SV", HongKong: "HK" },
  ...{ KoreaRepOf: "KR", NewZealand: "NZ", SaudiArabia: "SA", SouthAfrica: "ZA" },
  ...{ SouthAndCenAm: "SOUTH-AND-CENTRAL-AMERICA", UnitedKingdom: "GB" },
} as const;

/** Months and quarters are adjusted; years are their sums, so that all of a table is one series. */
const adjusted: ContextFact = {
  text: /(?:months|quarters) seasonally adjusted/i,
  says: { adjusted: "yes" },
};

/** BEA, U.S. international trade by selected countries and areas: one column a partner. */
export const bea: Format = {
  id: "bea",
  title: "US Bureau of Economic Analysis, trade by selected countries and areas",
  publisher: "US Bureau of Economic Analysis",
  layouts: [
    {
      // Two rows of names: the flows stand in the middle of the columns that they are for.
      title: "goods and services, time series",
      header: ["Period"],
      above: /International Trade in Goods and Services/i,
      named: {
        like: /^\|Total\|Goods( ?\(?\d\)?)?\|Services\|Total\|Goods( ?\(?\d\)?)?\|Services\|Total\|Goods( ?\(?\d\)?)?\|Services$/,
        names: [
          ...["Period", "Balance, total", "Balance, goods", "Balance, services"],
          ...["Exports, total", "Exports, goods", "Exports, services"],
          ...["Imports, total", "Imports, goods", "Imports, services"],
        ],
      },
      period: { column: "Period" },
      partner: { is: "WORLD" },
      reporter: { is: "US" },
      basis: { is: "bop" },
      unit: { is: "USD million" },
      figures: [
        ...["Balance, total", "Balance, goods", "Balance, services"].map((column) => ({
          column,
          aside: "balance-of-two-flows",
        })),
        ...["Exports, total", "Imports, total"].map((column) => ({
          column,
          aside: "goods-and-services-together",
        })),
        { column: "Exports, goods", says: { flow: "export", sector: "goods" } },
        { column: "Exports, services", says: { flow: "export", sector: "services" } },
        { column: "Imports, goods", says: { flow: "import", sector: "goods" } },
        { column: "Imports, services", says: { flow: "import", sector: "services" } },
      ],
      missing: ["", "n.a."],
      aside: [
        { column: "Period", when: ["", "Annual", "Monthly", "Quarterly"], because: "heading" },
        { column: "Period", when: /^(?!\d{4}( [A-Z][a-z]{2}\.?)?( \(R\))?$)/, because: "footnote" },
      ],
      context: [adjusted],
      repeats: "once",
    },
    {
      title: "answer of the service, international transactions",
      unverified: true,
      header: ["Indicator", "AreaOrCountry", "Frequency", "TimePeriod", "UNIT_MULT", "DataValue"],
      optional: ["Year", "TimeSeriesId", "TimeSeriesDescription", "CL_UNIT", "NoteRef"],
      period: { column: "TimePeriod" },
      partner: { columns: ["AreaOrCountry"], names: areaNames },
      reporter: { is: "US" },
      flow: {
        column: "Indicator",
        codes: { ExpGds: "export", ExpServ: "export", ImpGds: "import", ImpServ: "import" },
      },
      sector: {
        column: "Indicator",
        codes: { ExpGds: "goods", ImpGds: "goods", ExpServ: "services", ImpServ: "services" },
      },
      basis: { is: "bop" },
      adjusted: { column: "Frequency", codes: { A: "", QNSA: "no", QSA: "yes" } },
      unit: { column: "UNIT_MULT", codes: { "0": "USD", "3": "USD thousand", "6": "USD million" } },
      figures: [{ column: "DataValue" }],
      missing: [""],
      suppressed: [{ column: "NoteRef", when: /\(D\)/ }],
      aside: [
        { column: "Indicator", when: /^Bal/, because: "balance-of-two-flows" },
        { column: "Indicator", when: /^(Exp|Imp)GdsServ/, because: "goods-and-services-together" },
        {
          column: "Indicator",
          when: /^(?!(Exp|Imp)(Gds|Serv)$)/,
          because: "part-of-goods-or-services",
        },
      ],
      unplaced: "named",
      repeats: "once",
    },
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
        adjusted,
      ],
      unplaced: "named",
      repeats: "once",
    },
  ],
};
