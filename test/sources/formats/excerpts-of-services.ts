import { zipSync } from "fflate";
import type { Excerpt } from "./excerpts.ts";

const archive = (files: Record<string, string>) =>
  zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])),
  );

const bulk =
  "REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,PRODUCT_SITC,PRODUCT_CPA21,PRODUCT_CPA22,PRODUCT_BEC,PRODUCT_BEC5,PRODUCT_SECTION,FLOW,STAT_PROCEDURE,SUPPL_UNIT,PERIOD,VALUE_EUR,VALUE_NAC,QUANTITY_KG,QUANTITY_SUPPL_UNIT";
const bulkRow = (product: string, flow: number, procedure: number, period: string, value: number) =>
  `DE,US,E,${product},78120,2910,2910,510,311210,17,${flow},${procedure},NO_SU,${period},${value},1,1,0`;

const bulkBefore =
  "DECLARANT,DECLARANT_ISO,PARTNER,PARTNER_ISO,TRADE_TYPE,PRODUCT_NC,PRODUCT_SITC,PRODUCT_CPA2002,PRODUCT_CPA2008,PRODUCT_CPA2_1,PRODUCT_BEC,PRODUCT_SECTION,FLOW,STAT_REGIME,SUPP_UNIT,PERIOD,VALUE_IN_EUROS,QUANTITY_IN_KG,SUP_QUANTITY";

/** Layouts of services and of bulk files, with the headers that their users quote. */
export const excerptsOfServices: readonly Excerpt[] = [
  {
    title: "Comext in bulk",
    format: "eurostat",
    content: `${[bulk, bulkRow("87032390", 2, 1, "202402", 2700), bulkRow("87032390", 2, 2, "202402", 300), bulkRow("87032390", 1, 1, "202352", 900), bulkRow("87SSSSSS", 1, 1, "202402", 5), bulkRow("TOTAL", 2, 1, "202402", 9000)].join("\n")}\n`,
    read: 5,
    used: 4,
    holds: [
      ["US", "export", "hs:87032390", "2024-02", 3_000],
      ["US", "import", "hs:87032390", "2023", 900],
      ["US", "export", "total", "2024-02", 9_000],
    ],
  },
  {
    title: "Comext in bulk, before 2022",
    format: "eurostat",
    content: `${bulkBefore}\n004,DE,0400,XS,E,87032390,78120,3410,2910,2910,510,17,2,1,A,201902,2700,136,0\n`,
    read: 1,
    used: 1,
    holds: [["RS", "export", "hs:87032390", "2019-02", 2_700]],
  },
  {
    title: "Eurostat, trade by partner as SDMX-CSV",
    format: "eurostat",
    content:
      "DATAFLOW,LAST UPDATE,freq,indic_et,sitc06,partner,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\nESTAT:EXT_LT_INTERTRD(1.0),15/11/24,A,MIO_EXP_VAL,TOTAL,US,EL,2023,5.5,\nESTAT:EXT_LT_INTERTRD(1.0),15/11/24,A,MIO_IMP_VAL,TOTAL,US,EL,2023,3.5,p\nESTAT:EXT_LT_INTERTRD(1.0),15/11/24,A,PC_EXP,TOTAL,US,EL,2023,19.7,\nESTAT:EXT_LT_INTERTRD(1.0),15/11/24,A,MIO_IMP_VAL,TOTAL,US,DE,2023,:,c\n",
    read: 4,
    used: 2,
    holds: [
      ["US", "export", "total", "2023", 5_500_000],
      ["US", "import", "total", "2023", 3_500_000],
    ],
  },
  {
    title: "Eurostat, short-term trade as SDMX-CSV",
    format: "eurostat",
    content:
      "DATAFLOW,LAST UPDATE,freq,stk_flow,indic_et,partner,sitc06,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\nESTAT:EXT_ST_EU27_2020SITC(1.0),15/11/24,M,EXP,TRD_VAL,US,TOTAL,DE,2024-01,4.5,\nESTAT:EXT_ST_EU27_2020SITC(1.0),15/11/24,M,IMP,TRD_VAL_SCA,US,TOTAL,DE,2024-01,2.5,\nESTAT:EXT_ST_EU27_2020SITC(1.0),15/11/24,M,BAL_RT,TRD_VAL,US,TOTAL,DE,2024-01,1,\nESTAT:EXT_ST_EU27_2020SITC(1.0),15/11/24,M,IMP,IVOL,US,TOTAL,DE,2024-01,101,\n",
    read: 4,
    used: 2,
    holds: [
      ["US", "export", "total", "2024-01", 4_500_000],
      ["US", "import", "total", "2024-01", 2_500_000],
    ],
  },
  {
    title: "Eurostat, short-term trade, tab-separated",
    format: "eurostat",
    content:
      "freq,stk_flow,indic_et,partner,sitc06,geo\\TIME_PERIOD\t2024-01 \t2024-02 \nM,IMP,TRD_VAL,US,TOTAL,DE\t2.5 \t: \n",
    read: 2,
    used: 1,
    holds: [["US", "import", "total", "2024-01", 2_500_000]],
  },
  {
    title: "OECD.Stat",
    format: "sdmx",
    content:
      '"LOCATION","Country","PARTNER","Partner","FLOW","Flow","FREQUENCY","Frequency","TIME","Time","Unit Code","Unit","PowerCode Code","PowerCode","Reference Period Code","Reference Period","Value","Flag Codes","Flags"\n"USA","United States","MEX","Mexico","EXP","Exports","A","Annual","2019","2019","USD","US Dollar","6","Millions",,,256570.4,"E","Estimated value"\n"DEU","Germany","MEX","Mexico","IMPO","Imports","A","Annual","2019","2019","EUR","Euro","6","Millions",,,361320.1,,\n',
    read: 2,
    used: 2,
    holds: [
      ["MX", "export", "total", "2019", 256_570_400_000],
      ["MX", "import", "total", "2019", 361_320_100_000],
    ],
  },
  {
    title: "IMF, one column a period",
    format: "imf",
    content:
      '"DATASET","SERIES_CODE","COUNTRY","INDICATOR","COUNTERPART_COUNTRY","FREQUENCY","SCALE","2022","2023"\n"IMF.STA:IMTS(1.0.0)","USA.XG_FOB_USD.MEX.A","United States","Exports of goods, Free on board (FOB), US dollar","Mexico","Annual","Millions","324376.5",""\n"IMF.STA:IMTS(1.0.0)","USA.MG_CIF_USD.MEX.A","United States","Imports of goods, Cost insurance freight (CIF), US dollar","Mexico","Annual","Millions","459955.2","480000.1"\n"IMF.STA:IMTS(1.0.0)","USA.TBG_USD.MEX.A","United States","Trade balance of goods, US dollar","Mexico","Annual","Millions","1","2"\n',
    read: 6,
    used: 3,
    holds: [
      ["MX", "export", "total", "2022", 324_376_500_000],
      ["MX", "import", "total", "2023", 480_000_100_000],
    ],
    kinds: ["export - fob", "import - cif"],
  },
  {
    title: "Statistics Canada, by province and product",
    format: "statcan",
    content:
      '"REF_DATE","GEO","DGUID","Trade","North American Product Classification System (NAPCS)","Principal trading partners","UOM","UOM_ID","SCALAR_FACTOR","SCALAR_ID","VECTOR","COORDINATE","VALUE","STATUS","SYMBOL","TERMINATED","DECIMALS"\n"2024-01","Canada","2021A000011124","Import","Total of all merchandise","United States","Dollars","81","thousands","3","v1","1.1.1.1","31000500","","","","0"\n"2024-01","Canada","2021A000011124","Domestic export","Energy products [C12]","United States","Dollars","81","thousands","3","v1","1.1.1.1","12000500","E","","","0"\n"2024-01","Ontario","2021A000235","Import","Total of all merchandise","United States","Dollars","81","thousands","3","v1","1.1.1.1","20000500","","","","0"\n',
    read: 3,
    used: 2,
    holds: [
      ["US", "import", "total", "2024-01", 31_000_500_000],
      ["US", "export", "napcs:energyproductsc12", "2024-01", 12_000_500_000],
    ],
    kinds: ["import - -", "export domestic -"],
  },
  {
    title: "Comex Stat by municipality, with the table of countries",
    format: "comex-stat",
    reading: { constant: ["flow=export"] },
    content: archive({
      "EXP_2025_MUN.csv":
        '"CO_ANO";"CO_MES";"SH4";"CO_PAIS";"SG_UF_MUN";"CO_MUN";"KG_LIQUIDO";"VL_FOB"\n"2025";"01";"0901";"160";"MG";"3122306";1000;5000\n"2025";"01";"901";"160";"SP";"3550308";99;99\n',
      "PAIS.csv": '"CO_PAIS";"CO_PAIS_ISOA3"\n"160";"CHN"\n',
    }),
    read: 2,
    used: 2,
    holds: [["CN", "export", "hs:0901", "2025-01", 5_099]],
    kinds: ["export - fob"],
  },
  {
    // The R package uktrade joins the names of countries and of codes.
    title: "HMRC, overseas trade statistics as a table that joins names",
    format: "united-kingdom",
    content:
      "MonthId,FlowTypeId,FlowTypeDescription,SuppressionIndex,Cn8Code,CountryId,CountryCodeAlpha,CountryName,Value,NetMass\n202401,3,Non-EU Imports,0,87032390,400,US,United States,1500,20\n202401,2,EU Exports,0,87032390,1,FR,France,2500,20\n",
    read: 2,
    used: 2,
    holds: [
      ["US", "import", "hs:87032390", "2024-01", 1_500],
      ["FR", "export", "hs:87032390", "2024-01", 2_500],
    ],
  },
  {
    title: "HMRC, answer of its service with the country",
    format: "united-kingdom",
    content: JSON.stringify({
      "@odata.context": "https://api.uktradeinfo.com/$metadata#OTS",
      value: [
        {
          ...{ MonthId: 202401, FlowTypeId: 4, SuppressionIndex: 0, CommodityId: 1012100 },
          ...{ CountryId: 400, PortId: -1, Value: 148.0, NetMass: null },
          Country: { CountryId: 400, CountryCodeAlpha: "US", CountryName: "United States" },
        },
        {
          ...{ MonthId: 202401, FlowTypeId: 4, SuppressionIndex: 0, CommodityId: -990 },
          ...{ CountryId: 400, PortId: -1, Value: 7, NetMass: null },
          Country: { CountryId: 400, CountryCodeAlpha: "US", CountryName: "United States" },
        },
      ],
    }),
    read: 2,
    used: 1,
    holds: [["US", "export", "hs:01012100", "2024-01", 148]],
  },
  {
    title: "HMRC, answer of its service with its table of countries",
    format: "united-kingdom",
    content: archive({
      "ots.json": JSON.stringify({
        value: [
          {
            ...{ MonthId: 202401, FlowTypeId: 3, CommodityId: 87032390, CountryId: 400 },
            ...{ Value: 12 },
          },
        ],
      }),
      "Country.json": JSON.stringify({
        value: [{ CountryId: 400, CountryCodeAlpha: "US", CountryName: "United States" }],
      }),
    }),
    read: 1,
    used: 1,
    holds: [["US", "import", "hs:87032390", "2024-01", 12]],
  },
  {
    title: "ONS, with its own names and codes of countries",
    format: "united-kingdom",
    content:
      "v4_1,Data Marking,mmm-yy,Time,uk-only,Geography,sitc,StandardIndustrialTradeClassification,countries-and-territories,CountriesAndTerritories,direction,Direction\n4500,,jan-24,Jan-24,K02000001,United Kingdom,T,Total,US,United States inc Puerto Rico,EX,Exports\n900,,jan-24,Jan-24,K02000001,United Kingdom,7,Machinery,W1,Whole world,IM,Imports\n",
    read: 2,
    used: 2,
    holds: [
      ["US", "export", "total", "2024-01", 4_500_000_000],
      ["WORLD", "import", "sitc:7", "2024-01", 900_000_000],
    ],
  },
];
