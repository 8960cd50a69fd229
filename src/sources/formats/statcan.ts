import type { Format, Layout } from "./format.ts";

const NAPCS = "North American Product Classification System (NAPCS)";

const flows = {
  ...{ EXPORT: "export", "DOMESTIC EXPORT": "export", IMPORT: "import" },
  ...{ "RE-EXPORT": "re-export", "TRADE BALANCE": "" },
} as const;
const flowBases = {
  ...{ EXPORT: "total", "DOMESTIC EXPORT": "domestic" },
  ...{ IMPORT: "", "RE-EXPORT": "", "TRADE BALANCE": "" },
} as const;

const common = {
  period: { column: "REF_DATE" },
  partner: {
    columns: ["Principal trading partners"],
    names: {
      ...{ "All countries": "WORLD", "Total of all countries": "WORLD" },
      "Total of all merchandise": "WORLD",
    },
  },
  reporter: { is: "CA" },
  flow: { column: "Trade", codes: flows },
  flowBasis: { column: "Trade", codes: flowBases },
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
  status: { column: "STATUS", codes: { p: "provisional", E: "low reliability" } },
  unplaced: "named",
  repeats: "once",
} satisfies Partial<Layout>;

/** Statistics Canada, tables 12-10-0011 and 12-10-0175: merchandise trade by principal trading partners, in dollars of Canada. */
export const statcan: Format = {
  id: "statcan",
  title: "Statistics Canada, tables 12-10-0011 and 12-10-0175",
  publisher: "Statistics Canada",
  layouts: [
    {
      ...common,
      title: "principal trading partners",
      header: [
        "REF_DATE",
        "Trade",
        "Basis",
        "Principal trading partners",
        "SCALAR_FACTOR",
        "VALUE",
      ],
      // As customs record what crosses the border: what the Census Bureau's basis is for the United States.
      basis: { column: "Basis", codes: { "BALANCE OF PAYMENTS": "bop", CUSTOMS: "census" } },
      adjusted: {
        column: "Seasonal adjustment",
        codes: { "SEASONALLY ADJUSTED": "yes", UNADJUSTED: "no", "": "" },
      },
    },
    {
      // The provinces are parts of Canada; products are words of the North American classification.
      ...common,
      title: "by province and product",
      header: [
        ...["REF_DATE", "GEO", "Trade", "Principal trading partners", "SCALAR_FACTOR", "VALUE"],
        NAPCS,
      ],
      without: ["Basis"],
      products: [
        {
          column: NAPCS,
          system: { is: "napcs" },
          all: ["Total of all merchandise"],
          words: true,
        },
      ],
      breakdowns: [{ column: "GEO", whole: ["Canada"] }],
    },
  ],
};
