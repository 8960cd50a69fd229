import type { Breakdown, Column, Fact, Format, Layout, ProductFact } from "./format.ts";

/** Classifications of goods and services, by UN Comtrade's code. */
function systemIn(column: Column): Fact {
  return {
    column,
    codes: {
      ...codes("hs", ["HS", "H0", "H1", "H2", "H3", "H4", "H5", "H6", "H7"]),
      ...codes("sitc", ["SS", "ST", "S1", "S2", "S3", "S4"]),
      ...codes("bec", ["BE", "BEC", "B4", "B5"]),
      ...codes("ebops", ["EB", "EB02", "EB10", "EB10S", "EBSDMX"]),
    },
  };
}

function codes(system: string, all: readonly string[]): Record<string, string> {
  return Object.fromEntries(all.map((code) => [code, system]));
}

/** `200` and `S` are all services in EBOPS 2002 and 2010. */
function productsIn(column: Column, system: Column): readonly ProductFact[] {
  return [{ column, system: systemIn(system), all: ["TOTAL", "200", "S", "AG0"] }];
}

/** A row that breaks a flow down names a part; the row that counts every part has these codes. */
const breakdowns: readonly Breakdown[] = [
  { column: "partner2Code", whole: ["0", "NA", ""] },
  { column: "customsCode", whole: ["C00", "NA", ""] },
  { column: "mosCode", whole: ["0", "NA", ""] },
  { column: "motCode", whole: ["0", "NA", ""] },
  // What was reported in one classification and converted to another is one figure.
  {
    column: "isOriginalClassification",
    whole: ["true", "True", "TRUE", "1", ""],
  },
];

/** Flows beside exports and imports; the letters of UN Comtrade. */
const parts = /^(MIP|XIP|MOP|XOP|FM|XRP|MRP)$/;

/** H0 to H7 are editions; HS alone is whatever the reporter used, which nobody says. */
function editionIn(column: Column): Fact {
  const editions = [
    ...["H0", "H1", "H2", "H3", "H4", "H5", "H6", "H7", "S1", "S2", "S3", "S4"],
    ...["B4", "B5", "EB02", "EB10", "EB10S", "EBSDMX"],
  ];
  const none = ["HS", "SS", "ST", "BE", "BEC", "EB", ""];
  return {
    column,
    codes: Object.fromEntries([
      ...editions.map((code) => [code, code]),
      ...none.map((code) => [code, ""]),
    ]),
  };
}

/** The letters of flows, and the words beside them. */
const flows = {
  ...{ M: "import", X: "export", DX: "export", IMPORT: "import", EXPORT: "export" },
  ...{ "DOMESTIC EXPORT": "export", "RE-EXPORT": "re-export", "RE-IMPORT": "re-import" },
} as const;
// X counts re-exports, DX does not; M is general or special trade, as the reporter compiles it.
const flowBases = {
  ...{ X: "total", DX: "domestic", M: "", IMPORT: "", EXPORT: "total" },
  ...{ "DOMESTIC EXPORT": "domestic", "RE-EXPORT": "", "RE-IMPORT": "" },
} as const;
const flowColumn = ["flowCode", "flowDesc"] as const;
const typeCode = "typeCode";

const common = {
  unit: { is: "USD" },
  missing: ["", "N/A", "NA"],
  trailingField: true,
  unplaced: "named",
  repeats: "once",
} satisfies Partial<Layout>;

const download: Layout = {
  ...common,
  shifted: { column: typeCode, like: /^[AMQ]\|\d{8}\|\d{4}\|/ },
  title: "download",
  header: [
    ...["typeCode", "reporterCode", "flowCode", "partnerCode"],
    ...["cmdCode", "primaryValue", "period"],
  ],
  period: { column: "period" },
  // The number comes first: BEL is Belgium and Belgium-Luxembourg, MCO also a residual of Europe.
  partner: {
    columns: ["partnerCode", "partnerDesc", "partnerISO"],
    codes: "comtrade",
  },
  reporter: {
    columns: ["reporterCode", "reporterDesc", "reporterISO"],
    codes: "comtrade",
  },
  flow: { column: flowColumn, codes: flows },
  products: productsIn("cmdCode", "classificationCode"),
  sector: { column: typeCode, codes: { C: "goods", S: "services" } },
  flowBasis: { column: flowColumn, codes: flowBases },
  valuedLike: { cifvalue: "cif", fobvalue: "fob" },
  basis: { column: typeCode, codes: { S: "bop", C: "" } },
  edition: editionIn("classificationCode"),
  figures: [{ column: "primaryValue" }],
  aside: [
    { column: flowColumn, when: ["RX", "RM"], because: "re-exports-and-re-imports" },
    { column: flowColumn, when: parts, because: "part-of-flow" },
  ],
  breakdowns,
};

/**
 * Some columns of a download, as programs keep them. What is left out of it cannot be told: parts of
 * a figure then stand side by side, and are refused as two values of one figure.
 */
const keptColumns: Layout = {
  ...download,
  title: "columns of a download",
  header: [
    ["reporterCode", "reporterDesc", "reporterISO"],
    ["partnerCode", "partnerDesc", "partnerISO"],
    flowColumn,
    ["period", "refYear"],
    ...["cmdCode", "primaryValue"],
  ],
  period: { column: ["period", "refYear"], month: "refMonth" },
};

/** The numbers of flows before 2022, and the words beside them. */
const oldFlows = {
  ...{ "1": "import", "2": "export", "3": "re-export", "4": "re-import" },
  ...{ IMPORT: "import", EXPORT: "export", "RE-EXPORT": "re-export", "RE-IMPORT": "re-import" },
  ...{ IMPORTS: "import", EXPORTS: "export", "RE-EXPORTS": "re-export", "RE-IMPORTS": "re-import" },
} as const;

/**
 * The CSV of the years to 2022, also as bulk files; some programs leave the blanks of its names out.
 * Its exports count re-exports, which stand beside them as a part.
 */
const legacy: Layout = {
  ...common,
  title: "download before 2022",
  header: [
    ["Trade Flow Code", "TradeFlow Code", "Trade Flow", "TradeFlow"],
    "Reporter Code",
    "Partner Code",
    "Commodity Code",
    "Classification",
  ],
  period: { column: ["Period", "Year"] },
  partner: { columns: ["Partner Code", "Partner", "Partner ISO"], codes: "comtrade" },
  reporter: { columns: ["Reporter Code", "Reporter", "Reporter ISO"], codes: "comtrade" },
  flow: {
    column: ["Trade Flow Code", "TradeFlow Code", "Trade Flow", "TradeFlow"],
    codes: oldFlows,
  },
  products: productsIn("Commodity Code", "Classification"),
  edition: editionIn("Classification"),
  valuedLike: {
    "CIF Trade Value (US$)": "cif",
    "CIF TradeValue": "cif",
    "FOB Trade Value (US$)": "fob",
    cif_trade_value_usd: "cif",
    fob_trade_value_usd: "fob",
  },
  figures: [{ column: ["Trade Value (US$)", "TradeValueUS", "TradeValue", "trade_value_usd"] }],
  breakdowns: [
    { column: ["2nd Partner Code", "second_partner_code"], whole: ["0", "NA", ""] },
    { column: "Customs Proc. Code", whole: ["C00", "0", "NA", ""] },
    { column: "Mode of Transport Code", whole: ["0", "NA", ""] },
  ],
};

/** The answers of the programming interface before 2022, `{validation, dataset}`. */
const legacyAnswer: Layout = {
  ...common,
  title: "API answer before 2022",
  header: ["rgCode", "rtCode", "ptCode", "cmdCode", "TradeValue", ["period", "yr"]],
  period: { column: ["period", "yr"] },
  partner: { columns: ["ptCode", "ptTitle", "pt3ISO"], codes: "comtrade" },
  reporter: { columns: ["rtCode", "rtTitle", "rt3ISO"], codes: "comtrade" },
  flow: { column: "rgCode", codes: oldFlows },
  products: productsIn("cmdCode", "pfCode"),
  edition: editionIn("pfCode"),
  valuedLike: { CIFValue: "cif", FOBValue: "fob" },
  figures: [{ column: "TradeValue" }],
  breakdowns: [
    { column: "ptCode2", whole: ["0", "NA", ""] },
    { column: "cstCode", whole: ["C00", "0", "NA", ""] },
    { column: "motCode", whole: ["0", "NA", ""] },
  ],
};

/** United Nations Comtrade: downloads, bulk files and API answers of its old and its new interface. */
export const comtrade: Format = {
  id: "comtrade",
  title: "UN Comtrade",
  publisher: "United Nations, UN Comtrade",
  layouts: [download, keptColumns, legacy, legacyAnswer],
};
