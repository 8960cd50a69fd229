import type { ReadingWords } from "../../../src/sources/formats/reading-words.ts";
import { type CellValue, workbook } from "../workbook-file.ts";
import { excerptsOfDataweb } from "./excerpts-of-dataweb.ts";
import { excerptsOfDresses } from "./excerpts-of-dresses.ts";
import { excerptsOfOffices } from "./excerpts-of-offices.ts";
import { excerptsOfParts } from "./excerpts-of-parts.ts";
import { excerptsOfServices } from "./excerpts-of-services.ts";
import { excerptsOfWords } from "./excerpts-of-words.ts";

/** A few rows of a publisher's file, retyped, with what is known about them. */
export interface Excerpt {
  readonly title: string;
  readonly format: string;
  readonly content: string | Uint8Array;
  /** Figures in it, and those that are records. */
  readonly read: number;
  readonly used: number;
  /** One figure: partner, flow, product, period and whole dollars. */
  readonly holds: readonly [
    partner: string,
    flow: string,
    product: string,
    period: string,
    value: number,
  ][];
  /** Each kind of figure in it, as flow, flow basis and valuation. */
  readonly kinds?: readonly string[];
  /** All figures by flow, flow basis, valuation and period, and `services` where they are, added up. */
  readonly sums?: Readonly<Record<string, number>>;
  /** Every reporter in it. */
  readonly reporters?: readonly string[];
  /** Some of the figures that are set aside, by reason. */
  readonly asides?: Readonly<Record<string, number>>;
  /** What its reader has to say that the file does not. */
  readonly reading?: Partial<ReadingWords>;
}

const comtradeHeader =
  "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,flowDesc,partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,classificationCode,classificationSearchCode,isOriginalClassification,cmdCode,cmdDesc,aggrLevel,isLeaf,customsCode,customsDesc,mosCode,motCode,motDesc,qtyUnitCode,qtyUnitAbbr,qty,isQtyEstimated,altQtyUnitCode,altQtyUnitAbbr,altQty,isAltQtyEstimated,netWgt,isNetWgtEstimated,grossWgt,isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,legacyEstimationFlag,isReported,isAggregate";

/** One row of a Comtrade download, whose last field the header lacks. */
export function comtradeRow(row: {
  flow: string;
  partner: readonly [number: string, iso: string, name: string];
  cif?: string;
  fob?: string;
  value: string;
  customs?: string;
  partner2?: string;
  product?: string;
}): string {
  const { flow, partner, cif = "", fob = "", value, customs = "C00", partner2 = "0" } = row;
  return `"C","A","20220101","2022","52","2022","842","USA","USA","${flow}","x",${partner.map((one) => `"${one}"`).join(",")},"${partner2}","W00","World","H6","HS","true","${row.product ?? "TOTAL"}","x","0","false","${customs}","x","0","0","TOTAL MOT","-1","N/A","0","false","-1","N/A","0","false","0","true","0","false","${cif}","${fob}","${value}","4","false","true",`;
}

export function comtradeFile(rows: readonly string[]): string {
  return `${[comtradeHeader, ...rows].join("\r\n")}\r\n`;
}

const world = ["0", "W00", "World"] as const;
const curacao = ["531", "CUW", "Curaçao"] as const;
const nes = ["899", "_X ", "Areas, nes"] as const;

const months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

function countryRow(
  year: string,
  code: string,
  name: string,
  imports: readonly number[],
  exports: readonly number[],
): CellValue[] {
  const flow = (figures: readonly number[]) => [
    ...months.map((_, at) => figures[at] ?? 0),
    figures.reduce((sum, figure) => sum + figure, 0),
  ];
  return [year, code, name, ...flow(imports), ...flow(exports)];
}

const canada2024 = [35, 34, 36, 37, 36, 34, 33, 35, 34, 35, 33, 34];

/** Every format, with figures of the files that its publisher gave out. */
const excerptsOfPublishers: readonly Excerpt[] = [
  {
    title: "UN Comtrade, CSV",
    format: "comtrade",
    content: Buffer.from(
      comtradeFile([
        comtradeRow({
          flow: "M",
          partner: world,
          cif: "3372902165775",
          fob: "3243389128166",
          value: "3372902165775",
        }),
        comtradeRow({ flow: "X", partner: world, fob: "2062089832731", value: "2062089832731" }),
        comtradeRow({ flow: "X", partner: curacao, fob: "5", value: "5" }),
        comtradeRow({ flow: "M", partner: nes, cif: "6", value: "6" }),
        comtradeRow({ flow: "RX", partner: world, fob: "7", value: "7" }),
      ]),
      "latin1",
    ),
    read: 5,
    used: 4,
    holds: [
      ["WORLD", "import", "total", "2022", 3_372_902_165_775],
      ["CW", "export", "total", "2022", 5],
      ["AREAS-NES", "import", "total", "2022", 6],
    ],
  },
  {
    title: "UN Comtrade, API v1",
    format: "comtrade",
    content: JSON.stringify({
      elapsedTime: "2.16 secs",
      count: 1,
      data: [
        {
          ...{ typeCode: "C", freqCode: "A", refYear: 2023, period: "2023" },
          ...{ reporterCode: 842, reporterISO: "USA", reporterDesc: "USA", flowCode: "M" },
          ...{ partnerCode: 392, partnerISO: "JPN", partnerDesc: "Japan", partner2Code: 0 },
          ...{ classificationCode: "H6", cmdCode: "TOTAL", customsCode: "C00", mosCode: "0" },
          ...{ motCode: 0, cifvalue: 151580564290, fobvalue: 147340317186 },
          primaryValue: 151580564290,
        },
      ],
      error: "",
    }),
    read: 1,
    used: 1,
    holds: [["JP", "import", "total", "2023", 151_580_564_290]],
  },
  {
    title: "Census API, exports by HS code",
    format: "census-api",
    content:
      '[["ALL_VAL_MO","COMM_LVL","E_COMMODITY","CTY_CODE","time"],\n["155905","HS10","2710121510","1220","2016-01"],\n["260801","HS10","2710121510","1220","2016-02"]]',
    read: 2,
    used: 2,
    holds: [["CA", "export", "hs:2710121510", "2016-01", 155_905]],
  },
  {
    title: "Census API, imports by NAICS, year to date",
    format: "census-api",
    content:
      '[["CTY_CODE","CTY_NAME","GEN_VAL_MO","GEN_VAL_YR","CON_VAL_YR","NAICS","YEAR","MONTH"],["5700","CHINA, PEOPLES REP","10","35","30","336","2024","05"],["-","TOTAL FOR ALL COUNTRIES","20","70","60","-","2024","05"],["5XXX","ASIA","20","70","60","336","2024","05"]]',
    read: 9,
    used: 9,
    holds: [
      ["CN", "import", "naics:336", "2024-05", 10],
      ["CN", "import", "naics:336", "2024-01/2024-05", 35],
      ["WORLD", "import", "total", "2024-05", 20],
      ["ASIA", "import", "naics:336", "2024-05", 20],
    ],
  },
  {
    title: "Census API as saved by R",
    format: "census-api",
    content:
      '"","V1","V2","V3","V4","V5","V6"\n"1","AIR_VAL_YR","ALL_VAL_YR","CTY_CODE","CTY_NAME","E_COMMODITY","time"\n"2","571012374","900000000","-","TOTAL FOR ALL COUNTRIES","01","2024-12"\n',
    read: 2,
    used: 1,
    holds: [["WORLD", "export", "hs:01", "2024", 900_000_000]],
  },
  {
    title: "Census general imports by chapter",
    format: "census-api",
    content:
      'YEAR,CTY_CODE,CTY_NAME,I_COMMODITY,I_COMMODITY_SDESC,gen_imports_usd\n2023,-,TOTAL FOR ALL COUNTRIES,03,"FISH, CRUSTACEANS & AQUATIC INVERTEBRATES",19870478801\n2023,2010,MEXICO,00,ALL PRODUCTS,5\n',
    read: 2,
    used: 2,
    holds: [
      ["WORLD", "import", "hs:03", "2023", 19_870_478_801],
      ["MX", "import", "total", "2023", 5],
    ],
  },
  {
    title: "Census country workbook",
    format: "census-country",
    content: workbook({
      country: [
        [
          ...["year", "CTY_CODE", "CTYNAME"],
          ...[...months, "YR"].map((month) => `I${month}`),
          ...[...months, "YR"].map((month) => `E${month}`),
        ],
        countryRow("2024", "1220", "Canada", canada2024, canada2024),
        countryRow(
          "2025",
          "1220",
          "Canada",
          [38338.463539, 34924.705129],
          [27334.563954, 28317.92438],
        ),
        countryRow("2025", "5082", "West Bank admin. by Israel", [1, 2], [3]),
        countryRow("2025", "5083", "Gaza Strip admin. by Israel", [0.5, 0], [1]),
        countryRow("2025", "0022", "USMCA with Canada (Consump)", [1], []),
      ],
    }),
    read: 130,
    used: 26 + 3 * 6,
    holds: [
      ["CA", "import", "total", "2025-02", 34_924_705_129],
      ["CA", "export", "total", "2025-01/2025-02", 55_652_488_334],
      ["CA", "import", "total", "2024", 416_000_000],
      ["PS", "import", "total", "2025-01", 1_500_000],
    ],
  },
  {
    title: "DataWeb, one row a month",
    format: "dataweb",
    content: workbook({
      "Query Parameters": [
        ["Trade Flow", "Imports For Consumption"],
        ["Data To Report", "Customs Value, Calculated Duties"],
      ],
      "Customs Value": [
        ["Data Type", "Year", "Month", "NAIC Number", "Description", "Customs Value"],
        ["Customs Value", 2024, 1, "312", "BEVERAGES & TOBACCO PRODUCTS", 2255106150],
        ["Total:", null, null, null, null, "2,255,106,150"],
      ],
      "Calculated Duties": [
        ["Data Type", "Year", "Month", "NAIC Number", "Description", "Calculated Duties"],
        ["Calculated Duties", 2024, 1, "312", "BEVERAGES & TOBACCO PRODUCTS", 8844178],
      ],
    }),
    read: 3,
    used: 1,
    holds: [["WORLD", "import", "naics:312", "2024-01", 2_255_106_150]],
  },
  {
    title: "DataWeb, one column a year",
    format: "dataweb",
    content: workbook({
      "Query Results": [
        ["Data Type", "Country", "Year 2018", "Year 2019", "Percent Change 2018 - 2019"],
        ["General Imports", "Korea", "74,204,000,000", 77_000_000_000, 3.8],
        [
          "Total Exports FAS - General Imports Customs Val.",
          "Angola",
          -2_178_293_318,
          -418_370_147,
          80.75,
        ],
        ["Total:", null, 1, 2, 3],
      ],
    }),
    read: 6,
    used: 2,
    holds: [["KR", "import", "total", "2018", 74_204_000_000]],
  },
  {
    title: "WITS by partner",
    format: "wits",
    content: workbook(
      {
        Sheet1: [],
        Partner: [
          [
            ...["Reporter Name", "Partner Name", "Year", "Trade Flow", "Product Group"],
            ...["Import (US$ Thousand)", "Import Product Share (%)"],
          ],
          ["United States", "Afghanistan", 2022, "Import", "  All Products", 23806.37, 100],
          ["United States", "Korea, Rep.", 2022, "Import", "  All Products", 2.5, 100],
        ],
      },
      { addresses: false },
    ),
    read: 2,
    used: 2,
    holds: [
      ["AF", "import", "total", "2022", 23_806_370],
      ["KR", "import", "total", "2022", 2500],
    ],
  },
  {
    title: "WITS country profile",
    format: "wits",
    content:
      "Reporter,Partner,Product categories,Indicator Type,Indicator,2015,2014\nUnited States,...,...,Development,GDP (current US$ Mil),       18036648.00,       17393103.00\nUnited States,World,All Products,Export,Exports (in US$ Mil),        1503870.44,        1619742.86\nUnited States,World,Capital goods,Import,Import(US$ Mil),         788915.13,\n",
    read: 6,
    used: 3,
    holds: [
      ["WORLD", "export", "total", "2015", 1_503_870_440_000],
      ["WORLD", "import", "wits:capitalgoods", "2015", 788_915_130_000],
    ],
  },
  {
    title: "BEA, answer of its service with international transactions",
    format: "bea",
    content: JSON.stringify({
      BEAAPI: {
        Request: {},
        Results: {
          Data: [
            ...[
              ["ExpGds", "KoreaRepOf", "A", "2023", "65441", " "],
              ["ImpServ", "AllCountries", "QSA", "2024Q1", "196000", " "],
              ["BalGds", "KoreaRepOf", "A", "2023", "-51000", " "],
              ["ExpServ", "UnitedKingdom", "A", "2023", "0", "(D)"],
            ],
          ].map(([Indicator, AreaOrCountry, Frequency, TimePeriod, DataValue, NoteRef]) => ({
            ...{ Indicator, AreaOrCountry, Frequency, TimePeriod, DataValue, NoteRef },
            ...{ Year: TimePeriod!.slice(0, 4), CL_UNIT: "Level", UNIT_MULT: "6" },
          })),
        },
      },
    }),
    read: 4,
    used: 2,
    holds: [
      ["KR", "export", "total", "2023", 65_441_000_000],
      ["WORLD", "import", "total", "2024-01/2024-03", 196_000_000_000],
    ],
  },
  {
    title: "BEA, trade by selected countries and areas",
    format: "bea",
    content: workbook({
      Readme: [
        ["Last updated March 6, 2025"],
        ["Table 6. U.S. International Trade by Selected Countries and Areas - Balance on Goods"],
      ],
      "Table 4": [
        ["Table 4. U.S. International Trade by Selected Countries and Areas"],
        ["Exports of Goods"],
        ["[Millions of dollars, quarters seasonally adjusted]"],
        [null],
        ["Period", "Canada", "Korea, South", "South/\r\nCentral America"],
        ["Annual", null, null, null],
        [2023, 357260, 65441, 220000],
        ["Quarterly", null, null, null],
        ["2024 1 (R)", 90000, "n.a.", 54000],
        ["NOTES:", null, null, null],
        ["* Countries may be included in more than one area.", null, null, null],
      ],
    }),
    read: 18,
    used: 5,
    holds: [
      ["CA", "export", "total", "2023", 357_260_000_000],
      ["SOUTH-AND-CENTRAL-AMERICA", "export", "total", "2024-01/2024-03", 54_000_000_000],
    ],
  },
  {
    title: "OECD SDMX-CSV with labels",
    format: "sdmx",
    content:
      "STRUCTURE,STRUCTURE_ID,REF_AREA,Reference area,COUNTERPART_AREA,Counterpart area,TRADE_FLOW,Trade flow,PRODUCT,Product,UNIT_MEASURE,Unit of measure,FREQ,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nDATAFLOW,OECD.SDD.TPS:DSD_IMTS,USA,United States,MEX,Mexico,X,Exports,_T,Total,USD,US dollar,M,2024-M11,27.5,6\nDATAFLOW,OECD.SDD.TPS:DSD_IMTS,USA,United States,W,World,M,Imports,_T,Total,EUR,Euro,M,2024-M11,27.5,6\n",
    read: 2,
    used: 2,
    holds: [
      ["MX", "export", "total", "2024-11", 27_500_000],
      ["WORLD", "import", "total", "2024-11", 27_500_000],
    ],
  },
  {
    title: "OECD TiVA",
    format: "sdmx",
    content:
      "DATAFLOW,MEASURE,REF_AREA,ACTIVITY,COUNTERPART_AREA,UNIT_MEASURE,FREQ,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nOECD.STI.PIE:DSD_TIVA_MAINSH@DF_MAINSH(1.1),FFD_DVA,AUS,_T,W,PT_VA,A,2018,20.424,0\n",
    read: 1,
    used: 0,
    holds: [],
  },
  {
    title: "Eurostat Comext, in euros and in dollars",
    format: "sdmx",
    content:
      "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG\nESTAT:DS-045409(1.0),15/01/25,M,DE,US,TOTAL,2,VALUE_IN_EUROS,2024-11,100,\nESTAT:DS-045409(1.0),15/01/25,M,DE,US,TOTAL,2,VALUE_IN_USD,2024-11,110,\n",
    read: 2,
    used: 2,
    holds: [["US", "export", "total", "2024-11", 110]],
  },
  {
    title: "BACI",
    format: "baci",
    content: "t,i,j,k,v,q\n2022,842,484,10121,1.5,2\n2022,251,842,270900,   3.25,NA\n",
    read: 4,
    used: 4,
    holds: [
      ["MX", "export", "hs:010121", "2022", 1500],
      ["US", "export", "hs:270900", "2022", 3250],
      ["FR", "import", "hs:270900", "2022", 3250],
    ],
  },
  {
    title: "our own records",
    format: "records",
    content:
      "period,partner,flow,value,unit\n2024,MX,export,334041.4,USD million\n2024-01/2024-11,CA,import,1,USD\n",
    read: 2,
    used: 2,
    holds: [["MX", "export", "total", "2024", 334_041_400_000]],
  },
];

export const excerpts: readonly Excerpt[] = [
  ...excerptsOfPublishers,
  ...excerptsOfOffices,
  ...excerptsOfDataweb,
  ...excerptsOfDresses,
  ...excerptsOfParts,
  ...excerptsOfServices,
  ...excerptsOfWords,
];
