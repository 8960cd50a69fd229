import { datawebQueryWords } from "./dataweb-query.ts";
import type { ContextFact, Format, Layout, ProductFact, SetAside } from "./format.ts";
import { decimalPoint } from "./numbers.ts";

const products: readonly ProductFact[] = [
  { column: ["NAIC Number", "NAICS Number"], system: { is: "naics" }, all: [] },
  { column: ["HTS Number", "Schedule B Number", "HS Number"], system: { is: "hs" }, all: [] },
  { column: "SITC Number", system: { is: "sitc" }, all: [] },
  { column: "End Use Number", system: { is: "enduse" }, all: [] },
];

const total = { flow: "export", flowBasis: "total", valuation: "fas" } as const;
const domestic = { flow: "export", flowBasis: "domestic", valuation: "fas" } as const;
const general = { flow: "import", flowBasis: "general" } as const;
const consumption = { flow: "import", flowBasis: "consumption" } as const;

/**
 * What a "Data Type" counts; the first phrase that fits. `FAS Value` and `Customs Value` do not say of
 * which flow: that the sheet of query parameters says, or the line above the header.
 */
const context: readonly ContextFact[] = [
  { text: /exports? .*-.*imports?|balance/i, aside: "balance-of-two-flows" },
  { text: /dutiable/i, aside: "dutiable-value" },
  { text: /dut(y|ies)|quantity|charges|unit value/i, aside: "no-value-of-trade" },
  { text: /c\.?i\.?f/i, says: { valuation: "cif" } },
  { text: /domestic exports/i, says: domestic },
  { text: /re-?exports|foreign exports/i, aside: "re-exports" },
  { text: /total exports/i, says: total },
  { text: /general (imports|customs)/i, says: general },
  { text: /imports for consumption|consumption customs/i, says: consumption },
  { text: /customs val/i, says: { valuation: "customs" } },
  { around: true, text: /^(Trade Flow: )?Trade Balance\b/im, aside: "balance-of-two-flows" },
  { around: true, text: /^(Trade Flow: )?(Foreign Exports|Re-?exports)\b/im, aside: "re-exports" },
  {
    around: true,
    text: /^Country Aggregation: Aggregate Countries$/im,
    unless: ["Country", "Partner"],
    butFor: /^Select Type: Use All Countries$|^Country List: [^,\n]+$/im,
    aside: "several-partners-together",
  },
  { around: true, text: /^(Trade Flow: )?Domestic Exports\b/im, says: domestic },
  { around: true, text: /^(Trade Flow: )?Total Exports\b/im, says: total },
  { around: true, text: /^(Trade Flow: )?General Imports\b/im, says: general },
  { around: true, text: /^(Trade Flow: )?Imports For Consumption\b/im, says: consumption },
  { text: /fas value/i, says: { flow: "export", valuation: "fas" } },
  // Only imports have customs and c.i.f. values; of which imports they are, nothing says here.
  { text: /customs val|c\.?i\.?f/i, says: { flow: "import" } },
];

const aside: readonly SetAside[] = [
  { column: { first: true }, when: /^total:?$/i, because: "footer" },
];

const common = {
  partner: {
    columns: ["Country", "Partner"],
    around: /^Country List: ([^,\n]+)$/im,
    otherwise: "WORLD",
  },
  reporter: { is: "US" },
  products,
  basis: { is: "census" },
  unit: { is: "USD" },
  missing: ["", "NA", "N/A"],
  heldBack: ["*"],
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
  title: "USITC DataWeb (workbook, CSV, or answer of its service)",
  publisher: "US International Trade Commission, DataWeb",
  queryWords: datawebQueryWords,
  layouts: [
    {
      ...common,
      title: "one column a month",
      header: ["Data Type", "Year", "January", "February"],
      period: "columns",
      figures: {
        header:
          /^(?<month>January|February|March|April|May|June|July|August|September|October|November|December)$/,
        year: "Year",
      },
    },
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
      headerLike: /^(Year )?\d{4}$/,
      period: "columns",
      figures: { header: /^(?:Year )?(?<year>\d{4})$/ },
    },
  ],
};
