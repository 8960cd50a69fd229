import type { Excerpt } from "./excerpts.ts";

/** A row for the whole, and one for a part by each of some columns, whose values are 1, 2, 3 and so on. */
function rowsOfParts(
  whole: Readonly<Record<string, string>>,
  value: string,
  parts: Readonly<Record<string, string>>,
): Record<string, string>[] {
  const others = Object.entries(parts).map(([column, code], at) => ({
    ...whole,
    [column]: code,
    [value]: String(at + 1),
  }));
  return [{ ...whole }, ...others];
}

function csvOf(rows: readonly Readonly<Record<string, string>>[]): string {
  const columns = Object.keys(rows[0]!);
  const lines = rows.map((row) => columns.map((column) => row[column] ?? "").join(","));
  return `${[columns.join(","), ...lines].join("\n")}\n`;
}

const trade = {
  ...{ typeCode: "C", period: "2023", reporterCode: "124", flowCode: "X", partnerCode: "484" },
  ...{ partner2Code: "0", classificationCode: "H6", isOriginalClassification: "true" },
  ...{ cmdCode: "87", customsCode: "C00", mosCode: "0", motCode: "0", primaryValue: "10" },
};
const { typeCode, ...others } = trade;
const moved = {
  typeCode,
  ...{ freqCode: "A", refPeriodId: "20230101", refYear: "2023" },
  ...others,
};
const services = { typeCode: "S", classificationCode: "EB10", cmdCode: "SC", primaryValue: "20" };
const partsOfTrade = {
  ...{ partner2Code: "251", customsCode: "C01", mosCode: "1", motCode: "2100" },
  isOriginalClassification: "false",
};
const { reporterCode: _, ...kept } = { ...trade, reporterISO: "CAN" };

const answer = {
  ...{ pfCode: "S3", period: "2019", rgCode: "1", rtCode: "124", ptCode: "484", ptCode2: "0" },
  ...{
    cstCode: "C00",
    motCode: "0",
    cmdCode: "78",
    TradeValue: "10",
  },
};

const census = {
  ...{ CTY_CODE: "2010", CTY_NAME: "MEXICO", time: "2024-01", GEN_VAL_MO: "10" },
  ...{ PORT: "-", DISTRICT: "-", STATE: "-", DF: "-", RP: "-" },
};
const partsOfCensus = { PORT: "2304", DISTRICT: "23", STATE: "TX", DF: "1", RP: "69" };

/** What one product is called in each of the Census Bureau's endpoints. */
const endpoints = [
  ["I_ENDUSE", "30000", "enduse:30000"],
  ["SITC", "78", "sitc:78"],
  ["USDA", "1", "programme:1"],
] as const;

const gazaAndWestBank = [
  ["API answer", "CTY_CODE,time,GEN_VAL_MO\n5082,2024-01,3\n5083,2024-01,4\n", 7],
  [
    "monthly exports",
    "exports,CTY_CODE,CTY_NAME,time,E_COMMODITY\n3,5082,,2024-01,00\n4,5083,,2024-01,00\n",
    7,
  ],
  [
    "monthly imports",
    "imports,duty,CTY_CODE,CTY_NAME,time\n3,1,5082,,2024-01\n4,1,5083,,2024-01\n",
    7,
  ],
  ["annual", "YEAR,gen_imports_usd,CTY_CODE\n2024,3,5082\n2024,4,5083\n", 7],
] as const;

/** Files in which parts of a figure stand beside the whole, by each column that tells them apart. */
export const excerptsOfParts: readonly Excerpt[] = [
  ...[
    { title: "UN Comtrade, parts of a figure and services of another reporter", whole: trade },
    { title: "UN Comtrade, the same without the number of the reporter", whole: kept },
  ].map(({ title, whole }) => ({
    title,
    format: "comtrade",
    content: csvOf([
      ...rowsOfParts(whole, "primaryValue", partsOfTrade),
      { ...whole, ...services },
    ]),
    read: 7,
    used: 2,
    holds: [["MX", "export", "hs:87", "2023", 10]] as Excerpt["holds"],
    sums: { "export total - 2023": 10, "export total - 2023 services": 20 },
    reporters: ["CA"],
    asides: { "part-of-whole": 5 },
  })),
  {
    title: "UN Comtrade before 2022, a part by customs procedure, and valuations",
    format: "comtrade",
    content:
      "Classification,Period,Trade Flow Code,Reporter Code,Partner Code,Customs Proc. Code,Commodity Code,TradeValue,CIF TradeValue,FOB Trade Value (US$)\nH4,2016,1,124,484,C00,87,7,7,6\nH4,2016,2,124,484,C00,87,8,9,8\nH4,2016,1,124,484,C04,87,1,1,1\n",
    read: 3,
    used: 2,
    holds: [["MX", "import", "hs:87", "2016", 7]],
    kinds: ["import - cif", "export - fob"],
    reporters: ["CA"],
    asides: { "part-of-whole": 1 },
  },
  {
    title: "UN Comtrade, API before 2022, parts of a figure by SITC, and valuations",
    format: "comtrade",
    content: JSON.stringify({
      dataset: [
        ...rowsOfParts(answer, "TradeValue", { ptCode2: "251", cstCode: "C04", motCode: "2100" }),
        { ...answer, ptCode: "842", CIFValue: "10", FOBValue: "9" },
        { ...answer, ptCode: "842", rgCode: "2", TradeValue: "9", CIFValue: "10", FOBValue: "9" },
      ],
    }),
    read: 6,
    used: 3,
    holds: [["MX", "import", "sitc:78", "2019", 10]],
    kinds: ["import - -", "import - cif", "export - fob"],
    reporters: ["CA"],
    asides: { "part-of-whole": 3 },
  },
  {
    title: "Census API, parts of a figure",
    format: "census-api",
    content: JSON.stringify(rowsOfParts(census, "GEN_VAL_MO", partsOfCensus)),
    read: 6,
    used: 1,
    holds: [["MX", "import", "total", "2024-01", 10]],
    kinds: ["import general customs"],
    asides: { "part-of-whole": 5 },
  },
  {
    // Exports of foreign goods stand under one of two names beside all exports.
    title: "Census API, exports of foreign goods",
    format: "census-api",
    content: "CTY_NAME,time,ALL_VAL_MO,FAS_FLAG\nMEXICO,2024-01,10,1\n",
    read: 2,
    used: 1,
    holds: [["MX", "export", "total", "2024-01", 10]],
    asides: { "foreign-exports": 1 },
  },
  {
    title: "UN Comtrade, values one column to the left of their names",
    format: "comtrade",
    content: `${Object.keys(moved).join(",")}\n${Object.values(moved).slice(1).join(",")},\n`,
    read: 1,
    used: 1,
    holds: [["MX", "export", "hs:87", "2023", 10]],
    reporters: ["CA"],
  },
  // Two codes of the Census Bureau's fall to one partner: the Gaza Strip and the West Bank.
  ...gazaAndWestBank.map(([layout, content, value]) => ({
    title: `Census, two codes of one partner, ${layout}`,
    format: "census-api",
    content,
    read: 2,
    used: 2,
    holds: [["PS", layout === "monthly exports" ? "export" : "import", "total", "2024", value]].map(
      ([partner, flow, product, year, amount]) =>
        [partner, flow, product, layout === "annual" ? year : `${year}-01`, amount] as const,
    ) as unknown as Excerpt["holds"],
  })),
  ...endpoints.map(([column, code, product]) => ({
    title: `Census API by ${column}`,
    format: "census-api",
    content: JSON.stringify([
      ["CTY_CODE", "CTY_NAME", "time", "GEN_VAL_MO", column],
      ["2010", "MEXICO", "2024-01", "10", code],
    ]),
    read: 1,
    used: 1,
    holds: [["MX", "import", product, "2024-01", 10]] as Excerpt["holds"],
  })),
];
