import type { Format } from "./format.ts";

/** Statistics Canada, table 12-10-0011: merchandise trade by principal trading partners, in dollars of Canada. */
export const statcan: Format = {
  id: "statcan",
  title: "Statistics Canada, table 12-10-0011",
  publisher: "Statistics Canada",
  layouts: [
    {
      title: "principal trading partners",
      header: [
        "REF_DATE",
        "Trade",
        "Basis",
        "Principal trading partners",
        "SCALAR_FACTOR",
        "VALUE",
      ],
      period: { column: "REF_DATE" },
      partner: {
        columns: ["Principal trading partners"],
        names: { "All countries": "WORLD", "Total of all merchandise": "WORLD" },
      },
      reporter: { is: "CA" },
      flow: {
        column: "Trade",
        codes: {
          ...{ EXPORT: "export", "DOMESTIC EXPORT": "export", IMPORT: "import" },
          ...{ "RE-EXPORT": "re-export", "TRADE BALANCE": "" },
        },
      },
      flowBasis: {
        column: "Trade",
        codes: {
          ...{ EXPORT: "total", "DOMESTIC EXPORT": "domestic" },
          ...{ IMPORT: "", "RE-EXPORT": "", "TRADE BALANCE": "" },
        },
      },
      basis: { column: "Basis", codes: { "BALANCE OF PAYMENTS": "bop", CUSTOMS: "" } },
      unit: {
        column: "SCALAR_FACTOR",
        codes: {
          ...{ UNITS: "CAD", THOUSANDS: "CAD thousand" },
          ...{ MILLIONS: "CAD million", BILLIONS: "CAD billion" },
        },
      },
      figures: [{ column: "VALUE" }],
      missing: ["", "..", "x", "F"],
      aside: [{ column: "Trade", when: ["Trade Balance"], because: "balance-of-two-flows" }],
      suppressed: [{ column: "STATUS", when: /^x$/i }],
      adjusted: {
        column: "Seasonal adjustment",
        codes: { "SEASONALLY ADJUSTED": "yes", UNADJUSTED: "no", "": "" },
      },
      unplaced: "named",
      repeats: "once",
    },
  ],
};
