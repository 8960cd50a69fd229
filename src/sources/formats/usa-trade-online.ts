import type { Format } from "./format.ts";

const general = { flow: "import", flowBasis: "general" } as const;
const consumption = { flow: "import", flowBasis: "consumption" } as const;
const total = { flow: "export", flowBasis: "total", valuation: "fas" } as const;
const domestic = { flow: "export", flowBasis: "domestic", valuation: "fas" } as const;

/** US Census Bureau, USA Trade Online: one row a commodity, country and period, as CSV. */
export const usaTradeOnline: Format = {
  id: "usa-trade-online",
  title: "US Census Bureau, USA Trade Online",
  publisher: "US Census Bureau",
  layouts: [
    {
      title: "commodity, country and time",
      header: ["Commodity", "Country", "Time"],
      period: { column: "Time" },
      partner: { columns: ["Country"], names: { "World Total": "WORLD" } },
      reporter: { is: "US" },
      products: [
        {
          column: "Commodity",
          system: { is: "hs" },
          all: ["All Commodities", "Total All Commodities", "0 All Commodities"],
        },
      ],
      basis: { is: "census" },
      unit: { is: "USD" },
      figures: [
        { column: "Customs Value (Gen) ($US)", says: { ...general, valuation: "customs" } },
        { column: "CIF Value (Gen) ($US)", says: { ...general, valuation: "cif" } },
        { column: "Customs Value (Cons) ($US)", says: { ...consumption, valuation: "customs" } },
        { column: "CIF Value (Cons) ($US)", says: { ...consumption, valuation: "cif" } },
        { column: ["Total Exports Value ($US)", "Total Value ($US)"], says: total },
        { column: ["Domestic Exports Value ($US)", "Domestic Value ($US)"], says: domestic },
      ],
      numbers: { decimal: ".", marks: [] },
      breakdowns: [
        { column: "State", whole: ["All States", ""] },
        { column: "District", whole: ["All Districts", ""] },
        { column: "Port", whole: ["All Ports", ""] },
      ],
      missing: ["", "N/A", "-"],
      notesBelow: true,
      unplaced: "named",
      repeats: "once",
    },
  ],
};
