import type { ContextFact, Format, Layout, ProductFact, SetAside } from "./format.ts";
import { decimalPoint } from "./numbers.ts";

const products: readonly ProductFact[] = [
  { column: ["NAIC Number", "NAICS Number"], system: { is: "naics" }, all: [] },
  { column: ["HTS Number", "Schedule B Number", "HS Number"], system: { is: "hs" }, all: [] },
  { column: "SITC Number", system: { is: "sitc" }, all: [] },
  { column: "End Use Number", system: { is: "enduse" }, all: [] },
];

/** What a "Data Type" counts; the first phrase that fits. */
const context: readonly ContextFact[] = [
  { text: /exports? .*-.*imports?|balance/i, aside: "balance-of-two-flows" },
  { text: /dut(y|ies)|quantity|charges|unit value/i, aside: "no-value-of-trade" },
  { text: /c\.?i\.?f/i, says: { valuation: "cif" } },
  { text: /domestic exports/i, says: { flow: "export", flowBasis: "domestic", valuation: "fas" } },
  { text: /re-?exports|foreign exports/i, aside: "re-exports" },
  {
    text: /total exports|fas value/i,
    says: { flow: "export", flowBasis: "total", valuation: "fas" },
  },
  { text: /general imports/i, says: { flow: "import", flowBasis: "general" } },
  { text: /imports for consumption/i, says: { flow: "import", flowBasis: "consumption" } },
  { text: /customs val/i, says: { valuation: "customs" } },
];

const aside: readonly SetAside[] = [
  { column: { first: true }, when: /^total:?$/i, because: "footer" },
];

const common = {
  partner: { columns: ["Country", "Partner"], otherwise: "WORLD" },
  reporter: { is: "US" },
  products,
  basis: { is: "census" },
  unit: { is: "USD" },
  missing: ["", "NA", "N/A"],
  aside,
  context,
  contextColumn: "Data Type",
  numbers: decimalPoint,
  unplaced: "named",
  repeats: "once",
} satisfies Partial<Layout>;

/** USITC DataWeb: a sheet of query parameters, then one of results for each type of data. */
export const dataweb: Format = {
  id: "dataweb",
  title: "USITC DataWeb (workbook or CSV)",
  publisher: "US International Trade Commission, DataWeb",
  layouts: [
    {
      ...common,
      title: "one row a period",
      header: ["Data Type", "Year"],
      period: { column: "Year", month: "Month" },
      figures: {
        header:
          /^(?!Data Type$|Year$|Month$|Quarter$|Country$|Partner$|Description$|Unit|Percent).*(Value|Exports|Imports|Duties|Quantity|CIF|Charges).*$/i,
      },
    },
    {
      ...common,
      title: "one column a year",
      header: ["Data Type"],
      headerLike: /^Year \d{4}$/,
      period: "columns",
      figures: { header: /^Year (?<year>\d{4})$/ },
    },
  ],
};
