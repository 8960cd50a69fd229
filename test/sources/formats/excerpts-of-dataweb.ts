import { workbook } from "../workbook-file.ts";
import type { Excerpt } from "./excerpts.ts";

/** One figure of a data type, what the query says of it, and the kind of figure, or why it is none. */
type Case = readonly [
  dataType: string,
  parameters: Readonly<Record<string, string>>,
  kind: string | { readonly aside: string },
];

const aside = (reason: string) => ({ aside: reason });

/** After the data types and trade flows of DataWeb's query form and of its results. */
const cases: readonly Case[] = [
  ["Total Exports FAS - General Imports Customs Val.", {}, aside("balance-of-two-flows")],
  ["Dutiable Value", { "Trade Flow": "Imports For Consumption" }, aside("dutiable-value")],
  ["Calculated Duties Value", { "Trade Flow": "General Imports" }, aside("no-value-of-trade")],
  ["C.I.F. Import Value", { "Trade Flow": "General Imports" }, "import general cif"],
  ["C.I.F. Import Value", {}, "import - cif"],
  ["Domestic Exports", {}, "export domestic fas"],
  ["Foreign Exports", {}, aside("re-exports")],
  ["Total Exports", {}, "export total fas"],
  ["General Imports", {}, "import general -"],
  ["Imports for Consumption", {}, "import consumption -"],
  ["Customs Value", { "Trade Flow": "General Imports" }, "import general customs"],
  ["Customs Value", { "Trade Flow": "Imports For Consumption" }, "import consumption customs"],
  ["Customs Value", {}, "import - customs"],
  ["FAS Value", { "Trade Flow": "Trade Balance" }, aside("balance-of-two-flows")],
  ["FAS Value", { "Trade Flow": "Foreign Exports" }, aside("re-exports")],
  ["FAS Value", { "Trade Flow": "Domestic Exports" }, "export domestic fas"],
  ["FAS Value", { "Trade Flow": "Total Exports" }, "export total fas"],
  ["FAS Value", {}, "export - fas"],
];

/** Held back, as DataWeb marks it, and a figure. */
const heldBack: Excerpt = {
  title: "DataWeb, a figure that is held back",
  format: "dataweb",
  content:
    '"General Imports|Annual Data",,\nData Type,Country,2023,2024\nCustoms Value,Mexico,*,5\n',
  read: 2,
  used: 1,
  holds: [["MX", "import", "total", "2024", 5]],
  asides: { suppressed: 1 },
};

const several = {
  "Trade Flow": "General Imports",
  "Country List": "Mexico, Canada",
  "Country Aggregation": "Aggregate Countries",
};

/** What stands around the table: the sheet of query parameters of the workbooks. */
function resultsOf(
  parameters: Readonly<Record<string, string>>,
  rows: readonly (readonly (string | number | null)[])[],
): Uint8Array {
  return workbook({
    ...(Object.keys(parameters).length > 0 && { "Query Parameters": Object.entries(parameters) }),
    Results: rows.map((row) => [...row]),
  });
}

function excerptOf(
  title: string,
  content: Uint8Array,
  kind: Case[2],
  holds: Excerpt["holds"] = [["MX", "", "total", "2024-01", 5]],
): Excerpt {
  const common = { title: `DataWeb, ${title}`, format: "dataweb", content, read: 1 };
  if (typeof kind !== "string") {
    return { ...common, used: 0, holds: [], asides: { [kind.aside]: 1 } };
  }
  const flow = kind.split(" ")[0]!;
  const [[partner, , product, period, value]] = holds as [Excerpt["holds"][number]];
  return {
    ...common,
    used: 1,
    holds: [[partner, flow, product, period, value]],
    kinds: [kind],
  };
}

const productColumns = [
  ["NAICS Number", "312", "naics:312"],
  ["Schedule B Number", "2709", "hs:2709"],
  ["SITC Number", "333", "sitc:333"],
  ["End Use Number", "10000", "enduse:10000"],
] as const;

/** Each data type by itself, and each column of products. */
export const excerptsOfDataweb: readonly Excerpt[] = [
  heldBack,
  ...cases.map(([type, parameters, kind]) =>
    excerptOf(
      `${type}, ${parameters["Trade Flow"] ?? "of which nothing tells the flow"}`,
      resultsOf(parameters, [
        ["Data Type", "Country", "Year", "Month", `${type} in`],
        [type, "Mexico", 2024, 1, 5],
      ]),
      kind,
    ),
  ),
  excerptOf(
    "several countries as one",
    resultsOf(several, [
      ["Data Type", "Year", "Month", "Customs Value"],
      ["Customs Value", 2024, 1, 5],
    ]),
    aside("several-partners-together"),
  ),
  excerptOf(
    "several countries, of which the rows name one",
    resultsOf(several, [
      ["Data Type", "Partner", "Year", "Month", "Customs Value"],
      ["Customs Value", "Mexico", 2024, 1, 5],
    ]),
    "import general customs",
  ),
  ...productColumns.map(([column, code, product]) =>
    excerptOf(
      `products by ${column}`,
      resultsOf({ "Trade Flow": "General Imports" }, [
        ["Data Type", column, "Year", "Month", "Customs Value"],
        ["Customs Value", code, 2024, 1, 5],
      ]),
      "import general customs",
      [["WORLD", "", product, "2024-01", 5]],
    ),
  ),
  ...productColumns.map(([column, code, product]) =>
    excerptOf(
      `products by ${column}, years as columns`,
      resultsOf({ "Trade Flow": "General Imports" }, [
        ["Data Type", column, "2024"],
        ["Customs Value", code, 5],
      ]),
      "import general customs",
      [["WORLD", "", product, "2024", 5]],
    ),
  ),
];
