import type { Format } from "./format.ts";

/**
 * CEPII BACI: one row a year, exporter, importer and HS6 product, in thousands of dollars f.o.b. Each
 * row is the exporter's export and the importer's import, reconciled into one figure. Only flows
 * above zero are listed (Gaulier and Zignago, CEPII working paper 2010-23). Its numbers of countries
 * are UN Comtrade's.
 */
export const baci: Format = {
  id: "baci",
  title: "CEPII BACI",
  publisher: "CEPII, BACI",
  layouts: [
    {
      title: "year, exporter, importer, product",
      header: ["t", "i", "j", ["k", "hs6"], "v"],
      period: { column: "t" },
      partner: { columns: ["j"], codes: "comtrade" },
      reporter: { columns: ["i"], codes: "comtrade" },
      products: [{ column: ["k", "hs6"], system: { is: "hs" }, all: [], digits: 6 }],
      editionInName: {
        like: /(?:^|[^a-z])HS(\d\d)(?!\d)/i,
        codes: { 92: "H0", 96: "H1", "02": "H2", "07": "H3", 12: "H4", 17: "H5", 22: "H6" },
      },
      valuation: { is: "fob" },
      unit: { is: "USD thousand" },
      figures: [
        { column: "v", says: { flow: "export" } },
        { column: "v", says: { flow: "import" }, mirrored: true },
      ],
      missing: ["", "NA"],
      unplaced: "named",
      repeats: "once",
      absentIsZero: true,
    },
  ],
  codeTable: {
    code: "country_code",
    name: ["country_name", "country_name_full"],
    file: "country_codes.csv",
  },
};
