import type { Format, Layout } from "./format.ts";

/**
 * Rows are distinguished by unit, state, route and customs office, which no record has: they add up.
 * Countries are numbers of its own, which its table `PAIS.csv` names.
 */
const common = {
  period: { column: "CO_ANO", month: "CO_MES" },
  partner: { columns: ["CO_PAIS"], codes: "table" },
  reporter: { is: "BR" },
  products: [{ column: "CO_NCM", system: { is: "hs" }, all: [], digits: 8 }],
  unit: { is: "USD" },
  missing: [""],
  addedUpBy: ["CO_UNID", "SG_UF_NCM", "CO_VIA", "CO_URF"],
  unplaced: "named",
  repeats: "once",
} satisfies Partial<Layout>;

/** Brazil's Comex Stat, exports and imports by NCM; imports have freight and insurance beside them. */
export const comexStat: Format = {
  id: "comex-stat",
  title: "Comex Stat (Brazil)",
  publisher: "Brazil, Secretariat of Foreign Trade",
  codeTable: { code: "CO_PAIS", name: ["CO_PAIS_ISOA3", "NO_PAIS_ING"], file: "PAIS.csv" },
  layouts: [
    {
      ...common,
      title: "imports",
      header: ["CO_ANO", "CO_MES", "CO_NCM", "CO_PAIS", "VL_FOB", "VL_FRETE"],
      figures: [{ column: "VL_FOB", says: { flow: "import", valuation: "fob" } }],
    },
    {
      // Exports and imports have the same columns; only the name of the file tells them apart.
      ...common,
      title: "by municipality",
      header: ["CO_ANO", "CO_MES", "SH4", "CO_PAIS", "SG_UF_MUN", "CO_MUN", "VL_FOB"],
      products: [{ column: "SH4", system: { is: "hs" }, all: [], digits: 4 }],
      figures: [{ column: "VL_FOB", says: { valuation: "fob" } }],
      addedUpBy: ["SG_UF_MUN", "CO_MUN"],
      asks: ["flow"],
    },
    {
      ...common,
      title: "exports",
      header: ["CO_ANO", "CO_MES", "CO_NCM", "CO_PAIS", "VL_FOB"],
      without: ["VL_FRETE", "VL_SEGURO"],
      figures: [{ column: "VL_FOB", says: { flow: "export", valuation: "fob" } }],
    },
  ],
};
