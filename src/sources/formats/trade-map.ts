import type { Format, Layout } from "./format.ts";

/** Trade Map counts in thousands of dollars, and shows one product a table, which it does not name. */
const common = {
  period: "columns",
  unit: { is: "USD thousand" },
  missing: ["", "N/A", "-"],
  numbers: { decimal: ".", marks: [] },
  notesBelow: true,
  unplaced: "named",
  repeats: "once",
} satisfies Partial<Layout>;

/** Behind the period stands a unit only where it is the usual one. */
const PERIOD = String.raw`(?<period>\d{4}(?:-(?:Q[1-4]|M\d{2}))?)(?:[ ,(]+US Dollar thousand\)?)?$`;
const imported = {
  header: new RegExp(`^(?:Imported value|Value imported) in ${PERIOD}`, "i"),
  says: { flow: "import" },
} as const;
const exported = {
  header: new RegExp(`^(?:Exported value|Value exported) in ${PERIOD}`, "i"),
  says: { flow: "export" },
} as const;
/** Lists of the products of one country, whose codes stand behind an apostrophe. */
const byProduct = {
  reporter: { is: "" },
  partner: { is: "" },
  products: [{ column: ["Code", "Product code"], system: { is: "hs" }, all: ["TOTAL"] }],
  asks: ["reporter", "partner"],
} satisfies Partial<Layout>;

/** ITC Trade Map: lists of importers and exporters of one product, a column a year. */
export const tradeMap: Format = {
  id: "trade-map",
  title: "ITC Trade Map",
  publisher: "International Trade Centre, Trade Map",
  layouts: [
    {
      ...common,
      title: "list of importers in the world",
      header: ["Importers"],
      headerLike: imported.header,
      partner: { is: "WORLD" },
      reporter: { columns: ["Importers"] },
      figures: imported,
      asks: ["product"],
    },
    {
      ...common,
      title: "list of exporters in the world",
      header: ["Exporters"],
      headerLike: exported.header,
      partner: { is: "WORLD" },
      reporter: { columns: ["Exporters"] },
      figures: exported,
      asks: ["product"],
    },
    {
      ...common,
      title: "markets of one exporter",
      header: ["Importers"],
      headerLike: exported.header,
      partner: { columns: ["Importers"] },
      reporter: { is: "" },
      figures: exported,
      asks: ["reporter", "product"],
    },
    {
      ...common,
      title: "suppliers of one importer",
      header: ["Exporters"],
      headerLike: imported.header,
      partner: { columns: ["Exporters"] },
      reporter: { is: "" },
      figures: imported,
      asks: ["reporter", "product"],
    },
    {
      ...common,
      ...byProduct,
      title: "products that one country imports",
      header: [["Code", "Product code"], "Product label"],
      headerLike: imported.header,
      figures: imported,
    },
    {
      ...common,
      ...byProduct,
      title: "products that one country exports",
      header: [["Code", "Product code"], "Product label"],
      headerLike: exported.header,
      figures: exported,
    },
  ],
};
