import type { Format } from "./format.ts";

const flows = {
  I: { flow: "import", flowBasis: "general", valuation: "customs" },
  E: { flow: "export", flowBasis: "total", valuation: "fas" },
} as const;

/** US Census Bureau, "U.S. Trade in Goods by Country": one row a partner and year; also its other dresses. */
export const censusCountry: Format = {
  id: "census-country",
  title: "US Census Bureau, trade in goods by country (workbook)",
  publisher: "US Census Bureau",
  groups: "census-country",
  layouts: [
    {
      title: "one column a month",
      header: ["year", "CTY_CODE", "CTYNAME", "IJAN", "IYR", "EJAN", "EYR"],
      period: "columns",
      partner: { columns: ["CTY_CODE", "CTYNAME"], codes: "census" },
      reporter: { is: "US" },
      basis: { is: "census" },
      unit: { is: "USD million" },
      figures: {
        header: /^(?<flow>[IE])(?:(?<wholeYear>YR)|(?<month>[A-Z]{3}))$/,
        year: "year",
        flows,
      },
      missing: [""],
      addedUpBy: ["CTY_CODE"],
      aside: [
        {
          column: "CTY_CODE",
          when: ["0005", "0006", "0021", "0022"],
          because: "imports-under-a-preference-programme",
        },
      ],
      zerosAtEndAreUnpublished: true,
      unplaced: "named",
      repeats: "once",
    },
    {
      title: "seasonally adjusted",
      header: ["year", "cty_code", "cty_desc", "EJAN", "IJAN"],
      period: "columns",
      partner: { columns: ["cty_code", "cty_desc"], codes: "census" },
      reporter: { is: "US" },
      adjusted: { is: "yes" },
      basis: { is: "census" },
      unit: { is: "USD" },
      figures: { header: /^(?<flow>[IE])(?<month>[A-Z]{3})$/, year: "year", flows },
      missing: [""],
      unplaced: "named",
      repeats: "once",
    },
    {
      // A page of one country as programs save it: its table as Markdown, its partner above.
      title: "page of one country",
      header: ["Year", "Month", "Export (M USD)", "Import (M USD)"],
      above: /Partner\W+[^\n]*\(\d{4}\)/,
      period: { column: "Year", month: "Month" },
      partner: { columns: [], around: /Partner\W+[^\n]*\((\d{4})\)/, codes: "census" },
      reporter: { is: "US" },
      basis: { is: "census" },
      unit: { is: "USD million" },
      figures: [
        { column: "Export (M USD)", says: flows.E },
        { column: "Import (M USD)", says: flows.I },
      ],
      missing: [""],
      aside: [{ column: "Year", when: /^-+$/, because: "heading" }],
      notesBelow: true,
      unplaced: "named",
      repeats: "once",
    },
  ],
};
