import type { Format } from "./format.ts";

const general = { flow: "import", flowBasis: "general" } as const;
const consumption = { flow: "import", flowBasis: "consumption" } as const;
const total = { flow: "export", flowBasis: "total", valuation: "fas" } as const;
const domestic = { flow: "export", flowBasis: "domestic", valuation: "fas" } as const;

/** The measure that a report shows first is marked so. */
function shown(...names: readonly string[]): readonly string[] {
  return names.flatMap((name) => [name, `${name} (Default Member)`]);
}

/** Parts of the trade by the way that it went, as reports of ports, states and districts name them. */
const byTransport = [
  ...["Vessel Customs Value (Gen) ($US)", "Customs Containerized Vessel Value (Gen) ($US)"],
  ...["Vessel Value ($US)", "Vessel Total Exports Value ($US)"],
  ...["Containerized Vessel Total Exports Value ($US)", "Air Value ($US)", "Air Total Value ($US)"],
].map((name) => ({ column: shown(name), aside: "part-by-transport" }));

/** US Census Bureau, USA Trade Online: one row a commodity, country and period, as CSV. */
export const usaTradeOnline: Format = {
  id: "usa-trade-online",
  title: "US Census Bureau, USA Trade Online",
  publisher: "US Census Bureau",
  layouts: [
    {
      title: "commodity, country and time",
      header: [["Commodity", "Commodities"], ["Country", "Countries"], "Time"],
      period: { column: "Time" },
      partner: { columns: [["Country", "Countries"]], names: { "World Total": "WORLD" } },
      reporter: { is: "US" },
      products: [
        {
          column: ["Commodity", "Commodities"],
          system: { above: /\b(NAICS|HS)\b/ },
          usual: "hs",
          all: ["All Commodities", "Total All Commodities", "0 All Commodities"],
        },
      ],
      basis: { is: "census" },
      unit: { is: "USD" },
      figures: [
        { column: shown("Customs Value (Gen) ($US)"), says: { ...general, valuation: "customs" } },
        { column: shown("CIF Value (Gen) ($US)"), says: { ...general, valuation: "cif" } },
        {
          column: shown("Customs Value (Cons) ($US)"),
          says: { ...consumption, valuation: "customs" },
        },
        { column: shown("CIF Value (Cons) ($US)"), says: { ...consumption, valuation: "cif" } },
        { column: shown("Total Exports Value ($US)", "Total Value ($US)"), says: total },
        { column: shown("Domestic Exports Value ($US)", "Domestic Value ($US)"), says: domestic },
        ...byTransport,
      ],
      numbers: { decimal: ".", marks: [] },
      breakdowns: [
        { column: "State", whole: ["All States", "-", ""] },
        { column: "District", whole: ["All Districts", "-", ""] },
        { column: "Port", whole: ["All Ports", "-", ""] },
      ],
      missing: ["", "N/A", "-"],
      notesBelow: true,
      unplaced: "named",
      repeats: "once",
    },
  ],
};
