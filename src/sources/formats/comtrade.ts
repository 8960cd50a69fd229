import type { Breakdown, Fact, Format, Layout, ProductFact } from "./format.ts";

/** Classifications of goods and services, by UN Comtrade's code. */
const system: Fact = {
  column: "classificationCode",
  codes: {
    ...Object.fromEntries(["HS", "H0", "H1", "H2", "H3", "H4", "H5", "H6", "H7"].map(hs)),
    ...Object.fromEntries(["SS", "S1", "S2", "S3", "S4"].map((code) => [code, "sitc"])),
    ...Object.fromEntries(["BE", "B4", "B5"].map((code) => [code, "bec"])),
    ...Object.fromEntries(["EB", "EB02", "EB10", "EB10S", "EBSDMX"].map((code) => [code, "ebops"])),
  },
};

function hs(code: string): [string, string] {
  return [code, "hs"];
}

const products: readonly ProductFact[] = [
  // `200` and `S` are all services in EBOPS 2002 and 2010.
  { column: "cmdCode", system, all: ["TOTAL", "200", "S", "AG0"] },
];

/** A row that breaks a flow down names a part; the row that counts every part has these codes. */
const breakdowns: readonly Breakdown[] = [
  { column: "partner2Code", whole: ["0", ""] },
  { column: "customsCode", whole: ["C00", ""] },
  { column: "mosCode", whole: ["0", ""] },
  { column: "motCode", whole: ["0", ""] },
  // What was reported in one classification and converted to another is one figure.
  { column: "isOriginalClassification", whole: ["true", "True", "TRUE", "1", ""] },
];

const figures: Layout = {
  title: "download",
  header: [
    "typeCode",
    "reporterCode",
    "flowCode",
    "partnerCode",
    "cmdCode",
    "primaryValue",
    "period",
  ],
  period: { column: "period" },
  // The number comes first: BEL is Belgium and Belgium-Luxembourg, MCO also a residual of Europe.
  partner: { columns: ["partnerCode", "partnerDesc", "partnerISO"], codes: "comtrade" },
  reporter: { columns: ["reporterCode", "reporterDesc", "reporterISO"], codes: "comtrade" },
  flow: {
    column: "flowCode",
    codes: { M: "import", X: "export", DX: "export" },
  },
  products,
  sector: { column: "typeCode", codes: { C: "goods", S: "services" } },
  // X counts re-exports, DX does not; M is general or special trade, as the reporter compiles it.
  flowBasis: { column: "flowCode", codes: { X: "total", DX: "domestic", M: "" } },
  valuedLike: { cifvalue: "cif", fobvalue: "fob" },
  basis: { column: "typeCode", codes: { S: "bop", C: "" } },
  // H0 to H6 are editions; HS alone is whatever the reporter used, which nobody says.
  edition: {
    column: "classificationCode",
    codes: Object.fromEntries(
      [...["H0", "H1", "H2", "H3", "H4", "H5", "H6", "H7"], ...["S1", "S2", "S3", "S4"]]
        .concat(["B4", "B5", "EB02", "EB10", "EB10S", "EBSDMX"])
        .map((code) => [code, code])
        .concat([...["HS", "SS", "BE", "EB", ""]].map((code) => [code, ""])),
    ),
  },
  unit: { is: "USD" },
  figures: [{ column: "primaryValue" }],
  missing: ["", "N/A"],
  aside: [
    { column: "flowCode", when: ["RX", "RM"], because: "re-exports-and-re-imports" },
    { column: "flowCode", when: /^(MIP|XIP|MOP|XOP|FM|XRP|MRP)$/, because: "part-of-flow" },
  ],
  breakdowns,
  trailingField: true,
  unplaced: "named",
  repeats: "once",
};

/** United Nations Comtrade: the web download, and the answers of API v1. */
export const comtrade: Format = {
  id: "comtrade",
  title: "UN Comtrade",
  publisher: "United Nations, UN Comtrade",
  layouts: [figures],
};
