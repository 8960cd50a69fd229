import type { Excerpt } from "./excerpts.ts";

const legacyInR =
  '"","Classification","Year","Period","Period.Desc.","Aggregate.Level","Is.Leaf.Code","Trade.Flow.Code","Trade.Flow","Reporter.Code","Reporter","Reporter.ISO","Partner.Code","Partner","Partner.ISO","Commodity.Code","Commodity","Qty.Unit.Code","Qty.Unit","Qty","Netweight..kg.","Trade.Value..US..","Flag"';

const legacyInComtradr =
  "classification,year,period,period_desc,aggregate_level,is_leaf_code,trade_flow_code,trade_flow,reporter_code,reporter,reporter_iso,partner_code,partner,partner_iso,second_partner_code,customs_proc_code,mode_of_transport_code,commodity_code,commodity,trade_value_usd,cif_trade_value_usd,fob_trade_value_usd,flag";

/** The files of publishers as programs save them again, and reports with other names of columns. */
export const excerptsOfDresses: readonly Excerpt[] = [
  {
    // R's read.csv turns every sign of a name into a point; write.csv numbers the rows.
    title: "UN Comtrade before 2022, as R saves it",
    format: "comtrade",
    content: `${legacyInR}\n"1","H4",2019,2019,2019,0,0,1,"Import",842,"USA","USA",484,"Mexico","MEX","TOTAL","All Commodities",1,"No Quantity",NA,NA,361320000000,0\n`,
    read: 1,
    used: 1,
    holds: [["MX", "import", "total", "2019", 361_320_000_000]],
  },
  {
    // The columns of the R package comtradr before its version 0.4.
    title: "UN Comtrade before 2022, as comtradr gave it",
    format: "comtrade",
    content: `${legacyInComtradr}\nH4,2017,2017,2017,0,0,1,Import,842,USA,USA,484,Mexico,MEX,NA,NA,NA,TOTAL,All Commodities,316,316,NA,0\nH4,2017,2017,2017,0,0,2,Export,842,USA,USA,484,Mexico,MEX,NA,NA,NA,TOTAL,All Commodities,243,NA,243,0\nH4,2017,2017,2017,0,0,2,Export,842,USA,USA,484,Mexico,MEX,124,NA,NA,TOTAL,All Commodities,3,NA,3,0\n`,
    read: 3,
    used: 2,
    holds: [
      ["MX", "import", "total", "2017", 316],
      ["MX", "export", "total", "2017", 243],
    ],
    kinds: ["import - cif", "export - fob"],
  },
  {
    title: "UN Comtrade, some columns of a download",
    format: "comtrade",
    content:
      "refYear,reporterDesc,partnerDesc,flowDesc,cmdCode,cmdDesc,primaryValue,qty\n2023,USA,Mexico,Export,TOTAL,All Commodities,322,0\n2023,USA,Mexico,Import,TOTAL,All Commodities,475,0\n2023,USA,Mexico,Re-export,TOTAL,All Commodities,9,0\n2023,USA,Mexico,Domestic Export,TOTAL,All Commodities,300,0\n",
    read: 4,
    used: 3,
    holds: [["MX", "import", "total", "2023", 475]],
    kinds: ["export total -", "import - -", "export domestic -"],
  },
  {
    title: "UN Comtrade, some columns with a year and a month",
    format: "comtrade",
    content:
      "refYear,refMonth,reporterISO,partnerISO,flowCode,classificationCode,cmdCode,primaryValue\n2023,52,USA,MEX,X,H6,8703,8\n2023,11,USA,MEX,M,H6,8703,7\n",
    read: 2,
    used: 2,
    holds: [
      ["MX", "export", "hs:8703", "2023", 8],
      ["MX", "import", "hs:8703", "2023-11", 7],
    ],
  },
  {
    title: "ITC Trade Map by month",
    format: "trade-map",
    reading: { constant: ["reporter=US", "product=total"] },
    content:
      'Exporters\tImported value in 2023-M01\tImported value in 2023-M02\t\n"Mexico"\t36000\t35000\t\n',
    read: 2,
    used: 2,
    holds: [
      ["MX", "import", "total", "2023-01", 36_000_000],
      ["MX", "import", "total", "2023-02", 35_000_000],
    ],
  },
  {
    title: "ITC Trade Map by quarter",
    format: "trade-map",
    reading: { constant: ["reporter=US", "product=total"] },
    content: 'Importers\tExported value in 2019-Q2\n"Mexico"\t61\n',
    read: 1,
    used: 1,
    holds: [["MX", "export", "total", "2019-04/2019-06", 61_000]],
  },
  {
    title: "ITC Trade Map, products that one country imports",
    format: "trade-map",
    reading: { constant: ["reporter=US", "partner=WORLD"] },
    content:
      'Code\tProduct label\tImported value in 2022\n"\'TOTAL"\tAll products\t9\n"\'08"\tFruit\t4\n',
    read: 2,
    used: 2,
    holds: [
      ["WORLD", "import", "total", "2022", 9_000],
      ["WORLD", "import", "hs:08", "2022", 4_000],
    ],
  },
  {
    title: "ITC Trade Map, products that one country exports",
    format: "trade-map",
    reading: { constant: ["reporter=US", "partner=MX"] },
    content: 'Product code\tProduct label\tExported value in 2022\n"87"\tVehicles\t4\n',
    read: 1,
    used: 1,
    holds: [["MX", "export", "hs:87", "2022", 4_000]],
  },
  {
    title: "WITS, by product",
    format: "wits",
    content:
      "Reporter,TradeFlow,ProductCode,Product Description,Year,Partner,Trade Value 1000USD,Quantity,Quantity Unit\nUnited States,Import,300431,Medicaments; containing insulin,2022,Mexico,300.5,100,Kg\n",
    read: 1,
    used: 1,
    holds: [["MX", "import", "hs:300431", "2022", 300_500]],
  },
  {
    title: "WITS, advanced query with other words of flows",
    format: "wits",
    content:
      "Nomenclature,ReporterISO3,ProductCode,ReporterName,PartnerISO3,PartnerName,Year,TradeFlowName,TradeFlowCode,TradeValue in 1000 USD\nH5,USA,8703,United States,MEX,Mexico,2022,Gross Imports,5,12.5\nH5,USA,8703,United States,MEX,Mexico,2022,Gross Exports,6,5.5\nH5,USA,8703,United States,MEX,Mexico,2022,Re-Exports,7,1\n",
    read: 3,
    used: 2,
    holds: [
      ["MX", "import", "hs:8703", "2022", 12_500],
      ["MX", "export", "hs:8703", "2022", 5_500],
    ],
  },
  {
    // The states' exports by NAICS: the title above the table tells the system of the codes.
    title: "USA Trade Online by NAICS",
    format: "usa-trade-online",
    content:
      '"State Exports by NAICS Commodities"\n"Measures: Total Value ($US)"\n\n"State","Commodity","Country","Time","Total Value ($US)",\n"All States","336 Transportation Equipment","Mexico","2022","7,654,321",\n',
    read: 1,
    used: 1,
    holds: [["MX", "export", "naics:336", "2022", 7_654_321]],
  },
  {
    // The columns that published programs name in the reports that they read.
    title: "USA Trade Online, by ways of transport",
    format: "usa-trade-online",
    content:
      '"Port","Commodity","Country","Time","Vessel Customs Value (Gen) ($US)","Customs Containerized Vessel Value (Gen) ($US)","Vessel Value ($US)","Vessel Total Exports Value ($US)","Containerized Vessel Total Exports Value ($US)","Air Value ($US)","Air Total  Value ($US)","Customs  Value (Gen) ($US)"\n"All Ports","01 Live Animals","Mexico","Jul-16","7,185","6","5","4","3","2","1","8,000"\n',
    read: 8,
    used: 1,
    holds: [["MX", "import", "hs:01", "2016-07", 8_000]],
    asides: { "part-by-transport": 7 },
  },
  {
    title: "USA Trade Online as a report of several measures",
    format: "usa-trade-online",
    content:
      '"Commodities","Countries","Time","Customs Value (Gen) ($US) (Default Member)","Vessel Customs Value (Gen) ($US)"\n"2805 Alkali metals","China","2023","1,234","1,200"\n',
    read: 2,
    used: 1,
    holds: [["CN", "import", "hs:2805", "2023", 1_234]],
    kinds: ["import general customs"],
  },
];
