import type { Format } from "./format.ts";

/** US Census Bureau, "U.S. Trade in Goods by Country": one row a partner and year. */
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
        flows: {
          I: { flow: "import", flowBasis: "general", valuation: "customs" },
          E: { flow: "export", flowBasis: "total", valuation: "fas" },
        },
      },
      missing: [""],
      addedUpBy: "CTY_CODE",
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
  ],
};
