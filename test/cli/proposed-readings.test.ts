import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run, runJson, temporaryFolder, written } from "./run.ts";

const folder = temporaryFolder();

/** A file as an office gives it out, the constants that it does not say, and a figure of its own. */
interface Proposed {
  readonly office: string;
  readonly content: string;
  readonly said?: readonly string[];
  readonly asked: readonly string[];
  /** Figures of the first row, each the file's own times its unit. */
  readonly holds: Readonly<Record<string, number>>;
}

const constant = (...pairs: string[]) => pairs.flatMap((pair) => ["--constant", pair]);
const balance = (reporter: string, partner: string, period: string) => [
  ...["balance", "--reporter", reporter, "--partner", partner, "--period", period],
];

/** After the published layouts of the offices; the rows are invented. */
const proposed: readonly Proposed[] = [
  {
    office: "FAOSTAT's trade matrix, whose quantities are no values",
    content: `Reporter Country Code,Reporter Country Code (M49),Reporter Countries,Partner Country Code,Partner Country Code (M49),Partner Countries,Item Code,Item Code (CPC),Item,Element Code,Element,Year Code,Year,Unit,Value,Flag
231,'840,United States of America,138,'484,Mexico,56,'0112,Maize (corn),5910,Export quantity,2022,2022,t,15400000,A
231,'840,United States of America,138,'484,Mexico,56,'0112,Maize (corn),5922,Export value,2022,2022,1000 USD,4920000,A
231,'840,United States of America,138,'484,Mexico,56,'0112,Maize (corn),5622,Import value,2022,2022,1000 USD,52000,A
`,
    asked: balance("US", "MX", "2022"),
    holds: { exports: 4_920_000_000, imports: 52_000_000 },
  },
  {
    office: "UNCTADstat in bulk",
    content: `"Year","Economy","Economy Label","Partner","Partner Label","Flow","Flow Label","SitcRev3Product","SitcRev3Product Label","US dollars at current prices in thousands","US dollars at current prices in thousands Footnote"
"2021","840","United States of America","484","Mexico","01","Imports","TOTAL","Total all products",388000000.5,""
"2021","840","United States of America","484","Mexico","02","Exports","TOTAL","Total all products",276500000.25,"Estimated"
`,
    asked: balance("US", "MX", "2021"),
    holds: { exports: 276_500_000_250, imports: 388_000_000_500 },
  },
  {
    office: "CEPII's gravity, whose distances and populations are no trade",
    content: `year,country_id_o,country_id_d,iso3_o,iso3_d,iso3num_o,iso3num_d,dist,gdp_o,tradeflow_comtrade_o,tradeflow_baci
2019,USA,MEX,USA,MEX,840,484,3200,21372572000,256570000,255000000
2019,MEX,USA,MEX,USA,484,840,3200,1268870500,358000000,350000000
`,
    said: constant("unit=USD thousand"),
    asked: balance("US", "MX", "2019"),
    holds: { exports: 256_570_000_000 },
  },
  {
    office: "the Atlas of Economic Complexity, by product",
    content: `country_id,country_iso3_code,partner_country_id,partner_iso3_code,product_id,product_hs92_code,year,export_value,import_value
840,USA,484,MEX,650,0101,2020,421000000,302000000
840,USA,484,MEX,651,0102,2020,1000000,2000000
`,
    said: constant("unit=USD"),
    asked: [...balance("US", "MX", "2020"), "--product", "hs:0102"],
    holds: { exports: 1_000_000, imports: 2_000_000 },
  },
  {
    office: "INEGI, with the unit in the names and notes at the foot",
    content: `Instituto Nacional de Estadística y Geografía
Balanza comercial de mercancías de México

Periodo,Exportaciones totales (Millones de dólares),Importaciones totales (Millones de dólares),Saldo
2023/02,44938.0,46783.2,-1845.2
2023/03,53557.2,52420.2,1137.0
Notas:
p/ Cifras preliminares
`,
    said: constant("partner=WORLD"),
    asked: balance("MX", "WORLD", "2023-03"),
    holds: { exports: 53_557_200_000, imports: 52_420_200_000 },
  },
  {
    office: "Comex Stat's pages, in Portuguese with numbered months",
    content: `Fluxo;Ano;Mês;País;Valor US$ FOB
Exportação;2023;01. Janeiro;Estados Unidos;2574345678
Importação;2023;01. Janeiro;Estados Unidos;3574345678
Exportação;2023;02. Fevereiro;Estados Unidos;7
`,
    said: constant("reporter=BR"),
    asked: balance("BR", "US", "2023-01"),
    holds: { exports: 2_574_345_678, imports: 3_574_345_678 },
  },
  {
    office: "ONS time series, with what identifies them below the header",
    content: `Title,Trade in Goods: Germany: Exports: BOP: CP: SA,Trade in Goods: Germany: Imports: BOP: CP: SA
CDID,L87R,L87S
PreUnit,£,£
Unit,m,m
Important Notes,,
${[2018, 2019, 2020, 2021, 2022].map((year) => `${year},30000,60000\n`).join("")}2023 Q1,8245,18521
2023 Q2,8244,18522
2023 JAN,2745,6121
2023 FEB,2741,6021
`,
    said: constant("partner=DE", "reporter=GB", "unit=GBP million"),
    asked: balance("GB", "DE", "2023-02"),
    holds: { exports: 2_741_000_000, imports: 6_021_000_000 },
  },
  {
    office: "Destatis, with units below the names, of which two columns have none",
    content: `Tabelle: 51000-0003
Aus- und Einfuhr (Außenhandel): Deutschland, Jahre, Länder
;;Ausfuhr: Gewicht;Ausfuhr: Wert;Einfuhr: Gewicht;Einfuhr: Wert
;;t;Tsd. EUR;t;Tsd. EUR
2023;Frankreich;28123456,1;119802345;31567890,2;68901234
2023;Vereinigte Staaten;19123456,1;157923456;36567890,2;94345612
__________
© Statistisches Bundesamt (Destatis), 2024
`,
    said: constant("reporter=DE"),
    asked: balance("DE", "US", "2023"),
    holds: { exports: 157_923_456_000, imports: 94_345_612_000 },
  },
  {
    office: "Korea's customs service, with serial numbers",
    content: `순번,년월,국가,수출금액,수입금액,무역수지
1,2023.01,미국,8050000,5806000,2244000
2,2023.02,미국,9012000,5506000,3506000
`,
    said: constant("reporter=KR", "unit=USD thousand"),
    asked: balance("KR", "US", "2023-02"),
    holds: { exports: 9_012_000_000, imports: 5_506_000_000 },
  },
  {
    office: "India's Department of Commerce, with fiscal years beside shares",
    content: `Export :: Country-wise
Values in US $ Million

S.No.,Country,2022-2023,%Share,2023-2024,%Share,%Growth
1.,AFGHANISTAN,437.05,0.0969,355.44,0.0813,-18.67
2.,U S A,"78,542.60",17.41,"77,515.05",17.74,-1.31
,Total,"451,070.00",,"437,072.03",,-3.10
`,
    said: constant("reporter=IN", "flow=export", "fiscalYear=april"),
    asked: [
      ...["growth", "--of", "exports", "--reporter", "IN", "--partner", "US"],
      ...["--from", "2022-04/2023-03", "--to", "2023-04/2024-03"],
    ],
    holds: { from: 78_542_600_000, to: 77_515_050_000 },
  },
  {
    office: "Australia's bureau, whose multiplier is a column and whose codes are its own",
    content: `DATAFLOW,COMMODITY_SITC,COUNTRY_DEST,STATE_ORIGIN,FREQ,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT
ABS:MERCH_EXP(1.0.0),TOT,CHIN,TOT,M,2023-01,14512345,AUD,3
ABS:MERCH_EXP(1.0.0),TOT,TOT,TOT,M,2023-01,48512345,AUD,3
`,
    said: [...constant("reporter=AU"), "--word", "CHIN=CN", "--word", "TOT=WORLD"],
    asked: [
      ...["share", "--of", "exports", "--reporter", "AU", "--partner", "CN"],
      ...["--period", "2023-01"],
    ],
    holds: { part: 14_512_345_000, whole: 48_512_345_000 },
  },
  {
    office: "a table of years under exports and imports",
    content: `,Exports,,Imports,
Partner,2022,2023,2022,2023
Mexico,324.3,322.7,454.8,475.2
Canada,356.5,354.4,436.6,418.6
`,
    said: constant("reporter=US", "unit=USD billion"),
    asked: balance("US", "MX", "2023"),
    holds: { exports: 322_700_000_000, imports: 475_200_000_000 },
  },
  {
    office: "a table with a column for each partner, as pandas pivots it",
    content: `Period,Exports to Mexico,Exports to Canada,Imports from Mexico,Imports from Canada
2023,322.7,354.4,475.2,418.6
2022,324.3,356.5,454.8,436.6
`,
    said: constant("reporter=US", "unit=USD billion"),
    asked: balance("US", "MX", "2023"),
    holds: { exports: 322_700_000_000, imports: 475_200_000_000 },
  },
  {
    office: "Statistics Canada's table as displayed, with the unit and notes in short rows",
    content: `"Table: 12-10-0011-01 (formerly CANSIM 228-0069)"
"Geography: Canada"

"Trade","Principal trading partners","January 2023","February 2023"
"","","Dollars"
${["United States", "China", "Mexico", "Japan"].map((name) => `"Import","${name}","29,123.4","28,111.2"\n"Export","${name}","48,123.4","44,111.2"\n`).join("")}"Footnotes:"
"1","Customs based data are as collected"
"Symbol legend:"
"p","preliminary"
`,
    said: constant("unit=CAD million"),
    asked: balance("CA", "US", "2023-02"),
    holds: { exports: 44_111_200_000, imports: 28_111_200_000 },
  },
  {
    office: "the Census Bureau's exhibit of one month, with the month below the flows",
    content: `Exhibit 19. U.S. Trade in Goods by Selected Countries and Areas: 2024
"[Census basis, not seasonally adjusted. In millions of dollars.]",,,
Item (1),Balance,Exports,Imports (2)
,January 2024,January 2024,January 2024
Canada,"-5,876","28,122","33,998"
Mexico,"-11,911","26,934","38,845"
Germany,"-6,911","5,934","12,845"
Total Balance,"-24,698","60,990","85,688"
`,
    said: constant("reporter=US"),
    asked: balance("US", "MX", "2024-01"),
    holds: { exports: 26_934_000_000, imports: 38_845_000_000 },
  },
  {
    office: "TurkStat, in Turkish with points between thousands",
    content: `Yıl;Ay;Ülke;İhracat Dolar;İthalat Dolar
2023;Ocak;Almanya;1.700.123.456;1.900.123.456
2023;Şubat;Almanya;1.600.123.456;1.800.123.456
`,
    said: constant("reporter=TR", "unit=USD"),
    asked: balance("TR", "DE", "2023-02"),
    holds: { exports: 1_600_123_456, imports: 1_800_123_456 },
  },
  {
    office: "Swiss-Impex, in German with apostrophes between thousands",
    content: `Jahr,Handelspartner,Export Wert (CHF),Import Wert (CHF)
2023,Vereinigte Staaten,56'580'123'456,17'123'456'789
`,
    said: constant("reporter=CH"),
    asked: balance("CH", "US", "2023"),
    holds: { exports: 56_580_123_456, imports: 17_123_456_789 },
  },
  {
    office: "the Census Bureau's page of a country, with a total of the year",
    content: `2024 : U.S. trade in goods with Mexico
NOTE: All figures are in millions of U.S. dollars on a nominal basis, not seasonally adjusted.
Month\tExports\tImports\tBalance
January 2024\t26,934.0\t38,845.1\t-11,911.1
February 2024\t26,876.0\t38,102.9\t-11,226.9
TOTAL 2024\t53,810.0\t76,948.0\t-23,138.0
`,
    asked: balance("US", "MX", "2024-02"),
    holds: { exports: 26_876_000_000, imports: 38_102_900_000 },
  },
  {
    office: "China's customs by country, whose first column is the sum of both flows, in dollars",
    content: `商品名称：全部,,,
单位：千美元,,,
国家（地区）,进出口,出口,进口
美国,664451000,500291000,164160000
日本,317999000,157524000,160474000
`,
    said: constant("reporter=CN", "period=2023"),
    asked: balance("CN", "US", "2023"),
    holds: { exports: 500_291_000_000, imports: 164_160_000_000 },
  },
  {
    office: "Japan's table in thousands of yen",
    content:
      "年月,国名,輸出額（千円）,輸入額（千円）\n2023/01,アメリカ合衆国,1217364000,1000000000\n",
    said: constant("reporter=JP"),
    asked: balance("JP", "US", "2023-01"),
    holds: { exports: 1_217_364_000_000, imports: 1_000_000_000_000 },
  },
  {
    office: "amounts with the sign of the dollar",
    content: `State,Destination,2022,2023
Texas,Mexico,"$144,456,789,012","$129,456,789,012"
`,
    said: constant("reporter=US", "flow=export", "unit=USD"),
    asked: ["growth", "--of", "exports", "--partner", "MX", "--from", "2022", "--to", "2023"],
    holds: { from: 144_456_789_012, to: 129_456_789_012 },
  },
  {
    office: "a spreadsheet of months in Portuguese, with decimal commas",
    content: "País;jan/23;fev/23\nEstados Unidos;2.574,3;2.374,1\nArgentina;1.234,5;1.000,2\n",
    said: constant("reporter=BR", "flow=import", "unit=USD million"),
    asked: [
      ...["growth", "--of", "imports", "--reporter", "BR", "--partner", "US"],
      ...["--from", "2023-01", "--to", "2023-02"],
    ],
    holds: { from: 2_574_300_000, to: 2_374_100_000 },
  },
  {
    office: "a table with dashes and letters in place of figures",
    content: `Year,Partner,Exports (USD million),Imports (USD million)
2022,Mexico,-,454.8
2023,Mexico,322.7,475.2
2023,Cuba,..,(D)
`,
    said: constant("reporter=US"),
    asked: balance("US", "MX", "2023"),
    holds: { exports: 322_700_000, imports: 475_200_000 },
  },
  {
    office: "a ranking without a year, with a total and a source at the foot",
    content: `Rank,Country,"Exports ($ billions)","Imports ($ billions)",Balance,% of total
1,Mexico,322.7,475.2,-152.5,15.7
2,Canada,354.4,418.6,-64.3,15.1
,Total,2019.5,3083.9,-1064.4,100

Source: Census Bureau
`,
    said: constant("period=2023", "reporter=US", "unit=USD billion"),
    asked: balance("US", "MX", "2023"),
    holds: { exports: 322_700_000_000, imports: 475_200_000_000 },
  },
];

describe("the reading that a file suggests, with the constants that it does not say", () => {
  it.each(proposed)("gives the file's own figures: $office", async (one) => {
    const data = written(folder, "proposed.csv", one.content);
    const reading = join(folder, "proposed.yaml");
    rmSync(reading, { force: true });
    const said = one.said ?? [];
    const saved = await run(["data", "check", data, ...said, "--save-reading", reading]);
    expect(saved.stderr).toBe("");
    const { rows } = await runJson([...one.asked, "--data", data, "--reading", reading]);
    expect(rows[0]).toMatchObject(one.holds);
  });
});

async function hintFor(content: string, options: readonly string[] = []): Promise<string> {
  const data = written(folder, "hint.csv", content);
  const { status, stderr } = await run(["data", "check", data, ...options]);
  expect(status).toBe(2);
  return stderr;
}

describe("a file of which the columns do not tell", () => {
  it("is told to be of balances, where it is", async () => {
    const hint = await hintFor("Country,Year,Trade Balance (USD million)\nMexico,2023,-152473.5\n");
    expect(hint).toContain(
      '"Trade Balance (USD million)" is a balance, of which exports and imports cannot be told: ask for both flows.',
    );
  });

  it("is told to be in months down and years across, where it is", async () => {
    const rows = "Month,2022,2023\nJanuary,24700.1,25871.2\nFebruary,24900.5,25011.5\n";
    const hint = await hintFor(`U.S. exports to Mexico (millions of dollars)\n${rows}`);
    expect(hint).toContain("--constant reporter=US --constant partner=MX");
    expect(hint).toContain("nothing says how months as rows go with years as columns");
  });

  it("says that countries may be those that trade", async () => {
    const hint = await hintFor("Entity,Year,Exports (US$)\nMexico,2021,4\nCanada,2021,5\n");
    expect(hint).toContain(
      "--constant reporter=US; or, where each row is the whole trade of a country, --column reporter=Entity --constant partner=WORLD in place of --column partner",
    );
  });

  it("asks which countries codes of the publisher's own are", async () => {
    const hint = await hintFor("Year,Partner,Exports (US$)\n2021,CHIN,4\n2021,JAPA,5\n");
    expect(hint).toContain("nothing says which countries CHIN, JAPA are (--word CHIN=US for each)");
  });

  it("is refused where a column says by how much its currency is multiplied", async () => {
    const rows = "period,partner,flow,value,UNIT_MEASURE,UNIT_MULT\n2023,MX,export,5,AUD,3\n";
    const hint = await hintFor(rows, ["--column", "unit=UNIT_MEASURE"]);
    expect(hint).toContain(
      "UNIT_MULT is 3, so that figures are in AUD thousand (use --constant 'unit=AUD thousand' in place of --column unit=UNIT_MEASURE",
    );
  });
});

describe("columns of a declared reading", () => {
  it("may be named by their number, where they have no name or another's", async () => {
    const data = written(folder, "numbers.csv", ",Country,2023,2023\nx,MX,1,9\nx,CA,2,8\n");
    const columns = ["--column", "partner=Country", "--column", "value=#4"];
    const said = constant("period=2023", "flow=export", "reporter=US", "unit=USD");
    const asked = [
      "growth",
      "--of",
      "exports",
      "--partner",
      "MX",
      "--from",
      "2023",
      "--to",
      "2023",
    ];
    const { rows } = await runJson([...asked, "--data", data, ...columns, ...said]);
    expect(rows[0]).toMatchObject({ from: 9 });
  });
});
