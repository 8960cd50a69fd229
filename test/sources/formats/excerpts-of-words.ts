import { workbook } from "../workbook-file.ts";
import type { Excerpt } from "./excerpts.ts";

const beaTable = (words: string, value: number) => [
  ["Table. U.S. International Trade by Selected Countries and Areas"],
  [words],
  ["Period", "Canada", "Mexico"],
  ["Annual", null, null],
  [2023, value, null],
];

/** Rows by which each word of a layout is told from every other: other reporters, products, sectors. */
export const excerptsOfWords: readonly Excerpt[] = [
  {
    title: "BEA, one table of each flow and sector",
    format: "bea",
    content: workbook({
      "Table 4": beaTable("Exports of Goods", 1),
      "Table 5": beaTable("Imports of Goods", 2),
      "Table 7": beaTable("Exports of Services", 3),
      "Table 8": beaTable("Imports of Services", 4),
    }),
    read: 16,
    used: 4,
    holds: [],
    sums: {
      ...{ "export - - 2023": 1e6, "import - - 2023": 2e6 },
      ...{ "export - - 2023 services": 3e6, "import - - 2023 services": 4e6 },
    },
  },
  {
    title: "WITS by partner, exports of another reporter",
    format: "wits",
    content: workbook({
      Partner: [
        [
          ...["Reporter Name", "Partner Name", "Year", "Trade Flow", "Product Group"],
          ...["Import (US$ Thousand)", "Export (US$ Thousand)"],
        ],
        ["Germany", "Mexico", 2022, "Export", "  Capital goods", null, 7],
      ],
    }),
    read: 2,
    used: 1,
    holds: [["MX", "export", "wits:capitalgoods", "2022", 7_000]],
    reporters: ["DE"],
  },
  {
    title: "WITS, advanced query of another reporter in names alone",
    format: "wits",
    content:
      "Nomenclature,ReporterISO3,ProductCode,ReporterName,PartnerISO3,PartnerName,Year,TradeFlowName,TradeFlowCode,TradeValue in 1000 USD\nS3,,33,Germany,,Mexico,2022,Import,1,2\nH5,DEU,87,x,MEX,x,2022,Export,2,3\n",
    read: 2,
    used: 2,
    holds: [
      ["MX", "import", "sitc:33", "2022", 2_000],
      ["MX", "export", "hs:87", "2022", 3_000],
    ],
    reporters: ["DE"],
  },
  {
    // The sheet Partner-Timeseries of its workbook.
    title: "WITS, time series by partner",
    format: "wits",
    content:
      "Reporter Name,Partner Name,Trade Flow,Product Group,Indicator,2021,2022\nGermany,Mexico,Export,All Products,Export (US$ Thousand),1.5,2\nGermany,Mexico,Import,Capital goods,Import (US$ Thousand),,3\nGermany,Mexico,Export,All Products,Export Partner Share (%),7,8\n",
    read: 6,
    used: 3,
    holds: [
      ["MX", "export", "total", "2021", 1_500],
      ["MX", "import", "wits:capitalgoods", "2022", 3_000],
    ],
    sums: { "export - fob 2021": 1_500, "export - fob 2022": 2_000, "import - cif 2022": 3_000 },
    asides: { "no-flow-of-trade": 2 },
    reporters: ["DE"],
  },
  {
    title: "WITS by product and country profile of another reporter",
    format: "wits",
    content:
      "Reporter,TradeFlow,ProductCode,Product Description,Year,Partner,Trade Value 1000USD,Quantity,Quantity Unit\nGermany,Export,87,Vehicles,2022,Mexico,5,1,Kg\n",
    read: 1,
    used: 1,
    holds: [["MX", "export", "hs:87", "2022", 5_000]],
    reporters: ["DE"],
  },
  {
    title: "WITS country profile of another reporter",
    format: "wits",
    content:
      "Reporter,Partner,Product categories,Indicator Type,Indicator,2015\nGermany,World,All Products,Export,Exports (in US$ Mil),5\n",
    read: 1,
    used: 1,
    holds: [["WORLD", "export", "total", "2015", 5_000_000]],
    reporters: ["DE"],
  },
  {
    title: "our own records with every column",
    format: "records",
    content:
      "period,partner,flow,value,reporter,product,sector,flowBasis,valuation,basis,unit,edition,adjusted\n2024,MX,export,1,DE,hs:87,services,domestic,fob,bop,EUR,H6,yes\n",
    read: 1,
    used: 1,
    holds: [["MX", "export", "hs:87", "2024", 1]],
    sums: { "export domestic fob 2024 services": 1 },
    reporters: ["DE"],
  },
  {
    title: "our own records with a currency, a power of ten, prices and a status",
    format: "records",
    content:
      "period,partner,flow,value,currency,unit mult,prices,status\n2024,MX,export,1,EUR,6,constant prices,p\n",
    read: 1,
    used: 1,
    holds: [["MX", "export", "total", "2024", 1_000_000]],
  },
  {
    title: "IMF, Direction of Trade of another reporter",
    format: "imf",
    reading: { constant: ["unit=USD million"] },
    content:
      '"Country Name","Country Code","Counterpart Country Name","Counterpart Country Code","Time Period","Goods, Value of Exports, Free on board (FOB), US Dollars (TXG_FOB_USD)"\n"Germany","134","Mexico","273","2022",3\n',
    read: 1,
    used: 1,
    holds: [["MX", "export", "total", "2022", 3_000_000]],
    reporters: ["DE"],
  },
  {
    title: "IMF, SDMX-CSV under the names of the older database",
    format: "imf",
    content:
      "REF_AREA,COUNTERPART_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT\nDE,MX,TMG_FOB_USD,2022,3,E,3\n",
    read: 1,
    used: 1,
    holds: [["MX", "import", "total", "2022", 3_000]],
    kinds: ["import - fob"],
    reporters: ["DE"],
  },
  {
    // As the IMF's data explorer gives it out: names in place of codes.
    title: "IMF, SDMX-CSV with names",
    format: "imf",
    content: `DATASET,SERIES_CODE,OBS_MEASURE,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE,UNIT
IMF.STA:IMTS(1.0.0),CHN.XG_FOB_USD.MEX.A,OBS_VALUE,"China, People's Republic of","Exports of goods, Free on board (FOB), US dollar",Mexico,Annual,2023,81.5,Millions,US dollar
IMF.STA:IMTS(1.0.0),CHN.MG_CIF_USD.MEX.A,OBS_VALUE,"China, People's Republic of","Imports of goods, Cost insurance freight (CIF), US dollar",Mexico,Annual,2023,18.5,Millions,US dollar
IMF.STA:IMTS(1.0.0),CHN.TBG_USD.MEX.A,OBS_VALUE,"China, People's Republic of","Trade balance goods, US dollar",Mexico,Annual,2023,63,Millions,US dollar
`,
    read: 3,
    used: 2,
    holds: [["MX", "export", "total", "2023", 81_500_000]],
    kinds: ["export - fob", "import - cif"],
    sums: { "export - fob 2023": 81_500_000, "import - cif 2023": 18_500_000 },
    reporters: ["CN"],
    asides: { "no-flow-of-trade": 1 },
  },
  {
    title: "Comext and SDMX-CSV with a product and a figure held back",
    format: "sdmx",
    content:
      "REPORTER,PARTNER,FLOW,COMMODITY,CURRENCY,TIME_PERIOD,OBS_VALUE,OBS_CONF,OBS_FLAG,UNIT_MULT\nDE,MX,EXP,87,EUR,2022,3,,,0\nDE,MX,IMP,87,EUR,2022,,C,,0\nDE,MX,IMP,86,EUR,2022,,,c,0\n",
    read: 3,
    used: 1,
    holds: [["MX", "export", "hs:87", "2022", 3]],
    asides: { suppressed: 2 },
    reporters: ["DE"],
  },
  {
    title: "SDMX-CSV, adjusted, at other prices and provisional",
    format: "sdmx",
    content:
      "REF_AREA,COUNTERPART_AREA,TRADE_FLOW,UNIT_MEASURE,ADJUSTMENT,PRICE_BASE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT\nDEU,MEX,X,EUR,N,V,2024-01,5,P,6\nDEU,MEX,X,EUR,Y,V,2024-01,6,A,6\nDEU,MEX,X,EUR,N,L,2024-01,4,A,6\n",
    read: 3,
    used: 3,
    holds: [["MX", "export", "total", "2024-01", 5_000_000]],
    reporters: ["DE"],
  },
  {
    title: "Comext with a figure that is estimated",
    format: "sdmx",
    content:
      "freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG\nM,DE,US,TOTAL,2,VALUE_IN_EUROS,2024-11,100,e\n",
    read: 1,
    used: 1,
    holds: [["US", "export", "total", "2024-11", 100]],
    reporters: ["DE"],
  },
  {
    title: "Eurostat's tab-separated files with products, and marks",
    format: "eurostat",
    content:
      "freq,reporter,partner,product,flow,indicators\\TIME_PERIOD\t2023 \nA,DE,US,87,2,VALUE_EUR\t1 e\nA,DE,US,86,2,VALUE_EUR\t2 s\nA,DE,US,85,2,VALUE_EUR\t3 b\nA,DE,US,84,2,VALUE_EUR\t4 d\nA,DE,US,83,2,VALUE_EUR\t5 r\nA,DE,US,82,2,VALUE_EUR\t6 u\nA,DE,US,81,2,VALUE_EUR\t7 ep\n",
    read: 7,
    used: 7,
    holds: [
      ["US", "export", "hs:87", "2023", 1],
      ["US", "export", "hs:81", "2023", 7],
    ],
    reporters: ["DE"],
  },
  {
    title: "Eurostat, trade by partner of a group of products",
    format: "eurostat",
    content:
      "freq,indic_et,sitc06,partner,geo\\TIME_PERIOD\t2023 \nA,MIO_EXP_VAL,SITC33,US,DE\t1.5\n",
    read: 1,
    used: 1,
    holds: [["US", "export", "sitc:sitc33", "2023", 1_500_000]],
    reporters: ["DE"],
  },
  {
    title: "Census country workbook by names alone",
    format: "census-country",
    content: workbook({
      country: [
        ["year", "CTY_CODE", "CTYNAME", "IJAN", "IYR", "EJAN", "EYR"],
        ["2024", "", "Canada", 1, 1, 2, 2],
      ],
    }),
    // The latest year has one month, which is the year so far as well.
    read: 4,
    used: 2,
    holds: [["CA", "import", "total", "2024-01", 1_000_000]],
  },
  {
    title: "USA Trade Online by state, district and port",
    format: "usa-trade-online",
    content:
      '"State","District","Port","Commodity","Country","Time","Total Value ($US)","Domestic Value ($US)"\n"All States","All Districts","All Ports","87 Vehicles","Mexico","2022","9","8"\n"Texas","All Districts","All Ports","87 Vehicles","Mexico","2022","4","4"\n"All States","Laredo","All Ports","87 Vehicles","Mexico","2022","3","3"\n"All States","All Districts","El Paso","87 Vehicles","Mexico","2022","2","2"\n',
    read: 8,
    used: 2,
    holds: [["MX", "export", "hs:87", "2022", 9]],
    asides: { "part-of-whole": 6 },
    sums: { "export total fas 2022": 9, "export domestic fas 2022": 8 },
  },
  {
    // ISIC has a section D, electricity and gas, which is not the whole.
    title: "OECD, by industry",
    format: "sdmx",
    content:
      "DATAFLOW,REF_AREA,COUNTERPART_AREA,TRADE_FLOW,ACTIVITY,UNIT_MEASURE,FREQ,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nOECD:DF(1.0),DEU,MEX,X,_T,USD,A,2021,9,6\nOECD:DF(1.0),DEU,MEX,X,D,USD,A,2021,2,6\nOECD:DF(1.0),DEU,MEX,X,C26,USD,A,2021,3,6\n",
    read: 3,
    used: 3,
    holds: [
      ["MX", "export", "total", "2021", 9_000_000],
      ["MX", "export", "isic:d", "2021", 2_000_000],
      ["MX", "export", "isic:c26", "2021", 3_000_000],
    ],
    reporters: ["DE"],
  },
  {
    title: "IMF, one column a period, of another reporter",
    format: "imf",
    content:
      '"DATASET","COUNTRY","INDICATOR","COUNTERPART_COUNTRY","FREQUENCY","SCALE","2022"\n"IMTS","Germany","Imports of goods, Free on board (FOB), US dollar","Mexico","Annual","Units","3"\n',
    read: 1,
    used: 1,
    holds: [["MX", "import", "total", "2022", 3]],
    kinds: ["import - fob"],
    reporters: ["DE"],
  },
  {
    title: "ONS, with a partner in a name alone and in a code alone",
    format: "united-kingdom",
    content:
      "v4_1,mmm-yy,Time,sitc,countries-and-territories,CountriesAndTerritories,direction,Direction\n4,jan-24,Jan-24,T,,France,EX,Exports\n5,jan-24,Jan-24,T,DE,,EX,Exports\n",
    read: 2,
    used: 2,
    holds: [
      ["FR", "export", "total", "2024-01", 4_000_000],
      ["DE", "export", "total", "2024-01", 5_000_000],
    ],
    reporters: ["GB"],
  },
  {
    title: "HMRC, overseas trade statistics of several ports",
    format: "united-kingdom",
    content:
      "MonthId,FlowTypeId,CommodityId,PortId,SuppressionIndex,Value,CountryCodeAlpha\n202401,3,87032390,1,0,5,US\n202401,3,87032390,2,0,6,US\n202401,3,87032390,2,1,7,US\n",
    read: 3,
    used: 3,
    holds: [["US", "import", "hs:87032390", "2024-01", 18]],
  },
];
