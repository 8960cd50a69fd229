import { zipSync } from "fflate";
import { workbook } from "../workbook-file.ts";
import type { Excerpt } from "./excerpts.ts";

const archive = (files: Record<string, string>) =>
  zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])),
  );

const snakeHeader =
  "type_code,freq_code,period,reporter_code,reporter_iso,flow_code,partner_code,partner_iso,partner2_code,classification_code,cmd_code,customs_code,mos_code,mot_code,cifvalue,fobvalue,primary_value";

const oldHeader =
  "Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade Flow Code,Trade Flow,Reporter Code,Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,2nd Partner Code,Customs Proc. Code,Mode of Transport Code,Commodity Code,Commodity,Trade Value (US$),CIF Trade Value (US$),FOB Trade Value (US$),Flag";

const oldRow = (flow: string, code: string, value: string, cif: string, mode = "") =>
  `H4,2016,2016,2016,2,0,${flow},x,36,Australia,AUS,0,World,WLD,,,${mode},${code},Live animals,${value},${cif},,0`;

/** Layouts of statistical offices and of packages, with the source of each header. */
export const excerptsOfOffices: readonly Excerpt[] = [
  {
    // The names that the R package comtradr gives to the columns.
    title: "UN Comtrade as comtradr saves it",
    format: "comtrade",
    content: `${snakeHeader}\nC,A,2023,842,USA,X,484,MEX,0,H6,TOTAL,C00,0,0,,324300000000,324300000000\nC,A,2023,842,USA,M,484.0,MEX,0,H6,101,C00,0,0,480,,480\nC,A,2023,842,USA,DX,484,MEX,0,H6,TOTAL,C00,0,0,,,7\n`,
    read: 3,
    used: 3,
    holds: [
      ["MX", "export", "total", "2023", 324_300_000_000],
      ["MX", "import", "hs:0101", "2023", 480],
    ],
    kinds: ["export total fob", "import - cif", "export domestic -"],
  },
  {
    // The header of downloads before 2022.
    title: "UN Comtrade before 2022",
    format: "comtrade",
    content: `${[oldHeader, oldRow("1", "01", "91128858", "91128858"), oldRow("2", "TOTAL", "1398835890", ""), oldRow("3", "TOTAL", "5", ""), oldRow("4", "01", "4934172", ""), oldRow("2", "TOTAL", "9", "", "2100")].join("\n")}\n`,
    read: 5,
    used: 2,
    holds: [
      ["WORLD", "import", "hs:01", "2016", 91_128_858],
      ["WORLD", "export", "total", "2016", 1_398_835_890],
    ],
    kinds: ["import - cif", "export - -"],
  },
  {
    // The names of the programming interface before 2022.
    title: "UN Comtrade, API before 2022",
    format: "comtrade",
    content: JSON.stringify({
      validation: { status: { name: "Ok" } },
      dataset: [
        {
          ...{ pfCode: "H5", yr: 2019, period: 2019, rgCode: 1, rgDesc: "Import", rtCode: 842 },
          ...{ rtTitle: "USA", rt3ISO: "USA", ptCode: 484, ptTitle: "Mexico", pt3ISO: "MEX" },
          ...{ cstCode: "", motCode: "", cmdCode: "TOTAL", TradeValue: 361320000000 },
        },
      ],
    }),
    read: 1,
    used: 1,
    holds: [["MX", "import", "total", "2019", 361_320_000_000]],
  },
  {
    title: "USA Trade Online",
    format: "usa-trade-online",
    content:
      '"Commodity","Country","Time","Customs Value (Gen) ($US)","CIF Value (Gen) ($US)","Customs Value (Cons) ($US)","CIF Value (Cons) ($US)","Total Exports Value ($US)","Domestic Exports Value ($US)"\n"87 Vehicles, Except Railway Or Tramway, And Parts Etc","Mexico","January 2024","10,456,789,123","10,567,890,123","1","2","3","4"\n',
    read: 6,
    used: 6,
    holds: [["MX", "export", "hs:87", "2024-01", 3]],
    sums: {
      "import general customs 2024-01": 10_456_789_123,
      "import general cif 2024-01": 10_567_890_123,
      ...{ "import consumption customs 2024-01": 1, "import consumption cif 2024-01": 2 },
      ...{ "export total fas 2024-01": 3, "export domestic fas 2024-01": 4 },
    },
  },
  {
    title: "Census, monthly exports as a table",
    format: "census-api",
    content: "exports,CTY_NAME,time,E_COMMODITY\n12,MEXICO,2024-01,87\n5,JAPAN,2024-01,00\n",
    read: 2,
    used: 2,
    holds: [
      ["MX", "export", "hs:87", "2024-01", 12],
      ["JP", "export", "total", "2024-01", 5],
    ],
    kinds: ["export total fas"],
  },
  {
    title: "Census, monthly imports for consumption with duty as a table",
    format: "census-api",
    content: "imports,duty,CTY_NAME,time,NAICS\n12,1,MEXICO,2024-01,336\n",
    read: 1,
    used: 1,
    holds: [["MX", "import", "naics:336", "2024-01", 12]],
    kinds: ["import consumption customs"],
  },
  {
    title: "Census API, every value of the goods endpoints",
    format: "census-api",
    content:
      '[["ALL_VAL_MO","ALL_VAL_YR","DOM_VAL_MO","DOM_VAL_YR","GEN_VAL_MO","GEN_VAL_YR","CON_VAL_MO","CON_VAL_YR","GEN_CIF_MO","GEN_CIF_YR","CON_CIF_MO","CON_CIF_YR","AIR_VAL_MO","VES_VAL_MO","CNT_VAL_MO","AIR_VAL_YR","VES_VAL_YR","CNT_VAL_YR","FAS_VAL","CTY_CODE","time"],["1","10","2","20","3","30","4","40","5","50","6","60","7","7","7","7","7","7","8","2010","2024-02"]]',
    read: 19,
    used: 12,
    holds: [],
    sums: {
      ...{ "export total fas 2024-02": 1, "export total fas 2024-01/2024-02": 10 },
      ...{ "export domestic fas 2024-02": 2, "export domestic fas 2024-01/2024-02": 20 },
      ...{ "import general customs 2024-02": 3, "import general customs 2024-01/2024-02": 30 },
      "import consumption customs 2024-02": 4,
      "import consumption customs 2024-01/2024-02": 40,
      ...{ "import general cif 2024-02": 5, "import general cif 2024-01/2024-02": 50 },
      ...{ "import consumption cif 2024-02": 6, "import consumption cif 2024-01/2024-02": 60 },
    },
  },
  {
    title: "Census, seasonally adjusted",
    format: "census-country",
    content:
      "year,cty_code,cty_desc,BJAN,BFEB,EJAN,EFEB,EQ1,IJAN,IFEB,IQ1\n2009,2010,Mexico,-1.5,-2,10.25,11,21.25,11.75,13,24.75\n2009,20,All other countries,1,1,2,2,4,1,1,2\n",
    read: 8,
    used: 8,
    holds: [
      ["MX", "export", "total", "2009-01", 10],
      ["MX", "import", "total", "2009-02", 13],
    ],
    kinds: ["export total fas", "import general customs"],
  },
  {
    title: "Census, page of one country as Markdown",
    format: "census-country",
    content:
      "# Trade Balance with Germany\n\n- **Partner**: Germany (4280)\n\n| Year | Month | Export (M USD) | Import (M USD) | Balance (M USD) |\n|------|-------|----------------|----------------|------|\n| 2025 | September | 7262.6 | 11742.2 | -4479.7 |\n",
    read: 4,
    used: 2,
    holds: [["DE", "import", "total", "2025-09", 11_742_200_000]],
    kinds: ["export total fas", "import general customs"],
  },
  {
    title: "DataWeb, domestic exports by its query parameters",
    format: "dataweb",
    content: workbook({
      "Query Parameters": [
        ["Trade Flow", "Domestic Exports"],
        ["Data To Report", "FAS Value"],
        ["Country List", "China"],
        ["Country Aggregation", "Aggregate Countries"],
      ],
      "FAS Value": [
        ["Domestic Exports|Annual Data", null, null, null],
        ["Data Row Count", 97, null, null],
        ["Data Type", "HTS Number", "Description", "2023"],
        ["FAS Value", "01", "LIVE ANIMALS", 31289669],
        ["Total:", null, null, "31,289,669"],
      ],
    }),
    read: 2,
    used: 1,
    holds: [["CN", "export", "hs:01", "2023", 31_289_669]],
    kinds: ["export domestic fas"],
  },
  {
    title: "DataWeb, dutiable value beside customs value",
    format: "dataweb",
    content: workbook({
      "Query Parameters": [["Trade Flow", "Imports For Consumption"]],
      "Dutiable Value": [
        ["Data Type", "Country", "Year", "Month", "Dutiable Value"],
        ["Dutiable Value", "Mexico", 2024, 1, 50151600000],
      ],
      "Customs Value": [
        ["Data Type", "Country", "Year", "Month", "Customs Value"],
        ["Customs Value", "Mexico", 2024, 1, 5],
      ],
    }),
    read: 2,
    used: 1,
    holds: [["MX", "import", "total", "2024-01", 5]],
    kinds: ["import consumption customs"],
  },
  {
    title: "DataWeb, one column a month",
    format: "dataweb",
    content:
      '"General Imports|Monthly data for 2015",,,,\nData Row Count,50,,,\nData Type,Country,Year,January,February\nGeneral Customs Value,Australia,2015,814426.00,501619.00\n',
    read: 2,
    used: 2,
    holds: [["AU", "import", "total", "2015-02", 501_619]],
    kinds: ["import general customs"],
  },
  {
    title: "BEA, goods and services as time series",
    format: "bea",
    content: workbook({
      "Table 1": [
        ["Table 1. U.S. International Trade in Goods and Services"],
        ["Exports, Imports, and Balances"],
        ["Period", null, "Balance", null, null, "Exports", null, null, "Imports", null],
        [
          ...[null, "Total", "Goods 1", "Services", "Total", "Goods 1", "Services"],
          ...["Total", "Goods 1", "Services"],
        ],
        ["Annual", null, null, null, null, null, null, null, null, null],
        [2024, -917835, -1212989, 295154, 3190606, 2083247, 1107358, 4108441, 3296236, 812205],
        ["2025 Feb (R)", -1, -2, 1, 3, 1, 2, 7, 4, 3],
        ["(R) Revised", null, null, null, null, null, null, null, null, null],
      ],
    }),
    read: 36,
    used: 8,
    holds: [
      ["WORLD", "export", "total", "2024", 2_083_247_000_000],
      ["WORLD", "import", "total", "2025-02", 4_000_000],
    ],
  },
  {
    title: "WITS, advanced query",
    format: "wits",
    content:
      "Nomenclature,ReporterISO3,ProductCode,ReporterName,PartnerISO3,PartnerName,Year,TradeFlowName,TradeFlowCode,TradeValue in 1000 USD\nH5,USA,270900,United States,MEX,Mexico,2022,Gross Imp.,5,12.5\nH5,USA,Total,United States,WLD,World,2022,Gross Exp.,6,3\nH5,USA,Total,United States,WLD,World,2022,Re-Exp.,7,1\n",
    read: 3,
    used: 2,
    holds: [
      ["MX", "import", "hs:270900", "2022", 12_500],
      ["WORLD", "export", "total", "2022", 3_000],
    ],
  },
  {
    title: "Eurostat, Comext tab-separated",
    format: "eurostat",
    content:
      "freq,reporter,partner,product,flow,indicators\\TIME_PERIOD\t2023-01 \t2023-02 \nM,DE,US,TOTAL,2,VALUE_IN_USD\t120 p\t: c\nM,DE,US,TOTAL,1,VALUE_IN_USD\t80\t90\nM,DE,US,TOTAL,1,VALUE_IN_EUROS\t70\t80\nM,DE,US,TOTAL,1,QUANTITY_IN_100KG\t7\t8\n",
    read: 8,
    used: 5,
    holds: [
      ["US", "export", "total", "2023-01", 120],
      ["US", "import", "total", "2023-02", 90],
    ],
  },
  {
    title: "Eurostat, trade of the European Union in euros",
    format: "eurostat",
    content:
      "freq,indic_et,sitc06,partner,geo\\TIME_PERIOD\t2023 \t2022 \nA,MIO_EXP_VAL,TOTAL,US,DE\t157915.0\t156000\nA,MIO_BAL_VAL,TOTAL,US,DE\t63265\t1\n",
    read: 4,
    used: 2,
    holds: [["US", "export", "total", "2023", 157_915_000_000]],
  },
  {
    title: "IMF, Direction of Trade in bulk",
    format: "imf",
    reading: { constant: ["unit=USD million"] },
    content:
      '"Country Name","Country Code","Counterpart Country Name","Counterpart Country Code","Time Period","Goods, Value of Exports, Free on board (FOB), US Dollars (TXG_FOB_USD)","Goods, Value of Imports, Cost, Insurance, Freight (CIF), US Dollars (TMG_CIF_USD)","Goods, Value of Imports, Free on board (FOB), US Dollars (TMG_FOB_USD)",\n"United States","111","Mexico","273","2022",324376.5,459955.2,,\n"United States","111","World","001","2022",2062938.1,3372902.2,5,\n',
    read: 6,
    used: 5,
    holds: [
      ["MX", "export", "total", "2022", 324_376_500_000],
      ["WORLD", "import", "total", "2022", 3_372_902_200_000],
    ],
    sums: {
      "export - fob 2022": 324_376_500_000 + 2_062_938_100_000,
      "import - cif 2022": 459_955_200_000 + 3_372_902_200_000,
      "import - fob 2022": 5_000_000,
    },
  },
  {
    title: "IMF, Direction of Trade in bulk, one column a period",
    format: "imf",
    reading: { constant: ["unit=USD million"] },
    content:
      '"Country Name","Country Code","Counterpart Country Name","Counterpart Country Code","Indicator Name","Indicator Code","Attribute","2021","2022M01",\n"Mexico","273","United States","111","Goods, Value of Exports, Free on board (FOB), US Dollars","TXG_FOB_USD","Value","398.1","34.2",\n"Mexico","273","United States","111","Goods, Value of Imports, Cost, Insurance, Freight (CIF), US Dollars","TMG_CIF_USD","Value","221.3","",\n"Mexico","273","World","001","Goods, Value of Imports, Free on board (FOB), US Dollars","TMG_FOB_USD","Value","477.7","",\n"Mexico","273","World","001","Goods, Value of Trade Balance, US Dollars","TBG_USD","Value","17","1",\n"Mexico","273","United States","111","Goods, Value of Exports, Free on board (FOB), US Dollars","TXG_FOB_USD","Status","E","",\n',
    read: 10,
    used: 4,
    holds: [
      ["US", "export", "total", "2022-01", 34_200_000],
      ["WORLD", "import", "total", "2021", 477_700_000],
    ],
    kinds: ["export - fob", "import - cif", "import - fob"],
  },
  {
    title: "IMF, SDMX-CSV",
    format: "imf",
    content:
      "DATAFLOW,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE\nIMF.STA:IMTS(1.0.0),USA,XG_FOB_USD,MEX,M,2024-M01,26.5,6\nIMF.STA:IMTS(1.0.0),USA,MG_CIF_USD,G001,M,2024-M01,3,Millions\nIMF.STA:IMTS(1.0.0),USA,TBG_USD,MEX,M,2024-M01,-9,6\n",
    read: 3,
    used: 2,
    holds: [
      ["MX", "export", "total", "2024-01", 26_500_000],
      ["WORLD", "import", "total", "2024-01", 3_000_000],
    ],
    kinds: ["export - fob", "import - cif"],
  },
  {
    title: "ITC Trade Map, suppliers of one importer",
    format: "trade-map",
    reading: { constant: ["reporter=US", "product=hs:87"] },
    content:
      'Exporters\tImported value in 2021\tImported value in 2022\n"World"\t22000\t25000\n"Mexico"\t505\t604\n',
    read: 4,
    used: 4,
    holds: [["MX", "import", "hs:87", "2022", 604_000]],
  },
  {
    title: "ITC Trade Map, importers in the world",
    format: "trade-map",
    reading: { constant: ["product=total"] },
    content: 'Importers\tImported value in 2021\n"Mexico"\t505000000\n',
    read: 1,
    used: 1,
    holds: [["WORLD", "import", "total", "2021", 505_000_000_000]],
  },
  {
    title: "ITC Trade Map, exporters in the world",
    format: "trade-map",
    reading: { constant: ["product=total"] },
    content: 'Exporters\tExported value in 2021\n"Mexico"\t505000000\n',
    read: 1,
    used: 1,
    holds: [["WORLD", "export", "total", "2021", 505_000_000_000]],
  },
  {
    title: "ITC Trade Map, markets of one exporter",
    format: "trade-map",
    reading: { constant: ["reporter=DE", "product=total"] },
    content: 'Importers\tExported value in 2021\n"Mexico"\t5\n',
    read: 1,
    used: 1,
    holds: [["MX", "export", "total", "2021", 5_000]],
  },
  {
    title: "Comex Stat, exports with the table of countries",
    format: "comex-stat",
    content: archive({
      "EXP_2023.csv":
        '"CO_ANO";"CO_MES";"CO_NCM";"CO_UNID";"CO_PAIS";"SG_UF_NCM";"CO_VIA";"CO_URF";"QT_ESTAT";"KG_LIQUIDO";"VL_FOB"\n"2023";"10";"12019000";"10";"160";"MT";"1";"817800";1000;50000000;20000000\n"2023";"10";"12019000";"10";"160";"SP";"1";"817800";1000;50000000;5\n"2023";"10";"12019000";"10";"160";"SP";"1";"817800";1000;50000000;5\n',
      "PAIS.csv":
        '"CO_PAIS";"CO_PAIS_ISON3";"CO_PAIS_ISOA3";"NO_PAIS";"NO_PAIS_ING"\n"160";"156";"CHN";"China";"China"\n',
    }),
    read: 3,
    used: 2,
    holds: [["CN", "export", "hs:12019000", "2023-10", 20_000_005]],
    kinds: ["export - fob"],
  },
  {
    title: "Comex Stat, imports with the table of countries",
    format: "comex-stat",
    content: archive({
      "IMP_2023.csv":
        '"CO_ANO";"CO_MES";"CO_NCM";"CO_UNID";"CO_PAIS";"SG_UF_NCM";"CO_VIA";"CO_URF";"VL_FOB";"VL_FRETE";"VL_SEGURO"\n"2023";"10";"1019000";"10";"160";"MT";"1";"817800";7;1;1\n',
      "PAIS.csv": '"CO_PAIS";"CO_PAIS_ISOA3"\n"160";"CHN"\n',
    }),
    read: 1,
    used: 1,
    holds: [["CN", "import", "hs:01019000", "2023-10", 7]],
    kinds: ["import - fob"],
  },
  {
    title: "Statistics Canada 12-10-0011, in dollars of Canada",
    format: "statcan",
    content:
      '\ufeff"REF_DATE","GEO","DGUID","Trade","Basis","Seasonal adjustment","Principal trading partners","UOM","UOM_ID","SCALAR_FACTOR","SCALAR_ID","VECTOR","COORDINATE","VALUE","STATUS","SYMBOL","TERMINATED","DECIMALS"\n"2024-01","Canada","2016A000011124","Import","Balance of payments","Seasonally adjusted","All countries","Dollars","81","millions","6","v87008839","1.1.2.2.1","63010.5","p","","","1"\n"2024-02","Canada","2016A000011124","Import","Customs","Unadjusted","All countries","Dollars","81","millions","6","v87008840","1.1.1.1.1","61000.5","","","","1"\n',
    read: 2,
    used: 2,
    holds: [
      ["WORLD", "import", "total", "2024-01", 63_010_500_000],
      ["WORLD", "import", "total", "2024-02", 61_000_500_000],
    ],
  },
  {
    title: "ONS, trade in goods by country, in pounds",
    format: "united-kingdom",
    content:
      "v4_0,mmm-yy,Time,uk-only,Geography,sitc,StandardIndustrialTradeClassification,countries-and-territories,CountriesAndTerritories,direction,Direction\n100,jan-24,Jan-24,K02000001,United Kingdom,T,Total,US,United States,EX,Exports\n",
    read: 1,
    used: 1,
    holds: [["US", "export", "total", "2024-01", 100_000_000]],
  },
  {
    title: "HMRC, overseas trade statistics, in pounds",
    format: "united-kingdom",
    content:
      "MonthId,FlowTypeId,SuppressionIndex,CommodityId,CommoditySitcId,CountryId,PortId,Value,NetMass,SuppUnit,CountryCodeAlpha\n202401,3,0,87032390,7812,400,1,500,3,,US\n",
    read: 1,
    used: 1,
    holds: [["US", "import", "hs:87032390", "2024-01", 500]],
  },
  {
    title: "BACI with hs6",
    format: "baci",
    content: "t,hs6,i,j,v,q\n2007,10121,842,484,1.5,2\n",
    read: 2,
    used: 2,
    holds: [["MX", "export", "hs:010121", "2007", 1500]],
  },
];
