import { describe, expect, it } from "vitest";
import { run, runJson, temporaryFolder, written } from "./run.ts";

const folder = temporaryFolder();
const file = (name: string, lines: readonly string[]) =>
  written(folder, name, `${lines.join("\n")}\n`);

/** The options that a file is answered with, and the rest of what is said of it. */
async function proposed(path: string): Promise<string> {
  const { status, stderr } = await run(["data", "check", path]);
  expect(status).toBe(2);
  return stderr.split("\n")[1]!.trim();
}

// The headers are those of the publishers' files; the figures are invented.
const japan = file("japan.csv", [
  "Exp or Imp,Year,HS,Country,Unit1,Unit2,Quantity1-Year,Quantity2-Year,Value-Year",
  "1,2023,'870323919',304,  ,NO,0,1200,36000",
  "1,2023,'870323919',105,  ,NO,0,120,3600",
]);
const china = file("china.csv", [
  "Date of data,Trading partner code,Trading partner,Commodity code,Commodity,Quantity,Unit,US dollar",
  '202401,502,United States,85171300,Smartphones,"1,000",Set,"1,234,567"',
  '202401,116,Japan,85171300,Smartphones,"500",Set,"234,567"',
]);
const germany = file("germany.csv", [
  "time;1_variable_code;1_variable_label;1_variable_attribute_label;2_variable_code;2_variable_label;2_variable_attribute_label;value;value_unit;value_variable_code;value_variable_label",
  "2023;DINSG;Deutschland insgesamt;Deutschland;STLAH;Länder;Vereinigte Staaten;157915000;Tsd. EUR;WERTA;Ausfuhr: Wert",
  "2023;DINSG;Deutschland insgesamt;Deutschland;STLAH;Länder;Vereinigte Staaten;1000;t;GEWA;Ausfuhr: Gewicht",
]);
const southAfrica = file("south-africa.csv", [
  "TradeType,CountryOfOrigin,CountryOfOriginName,CountryOfDestination,CountryOfDestinationName,Tariff,YearMonth,CustomsValue",
  "Exports,ZA,South Africa,DE,Germany,87032390,202403,4400000",
  "Imports,DE,Germany,ZA,South Africa,87032390,202403,9900000",
]);
const brazil = written(
  folder,
  "brazil.json",
  JSON.stringify({
    data: {
      list: [{ year: "2024", monthNumber: "01", country: "China", metricFOB: "7500000000" }],
    },
    success: true,
  }),
);
const gravity = file("gravity.csv", [
  "year,iso3_o,iso3_d,gdp_o,tradeflow_comtrade_o,tradeflow_comtrade_d,tradeflow_baci",
  "2019,USA,MEX,21433000000,256374000,206000000,250000000",
]);

describe("the reading that a file suggests", () => {
  it("takes numbers of countries for partners, and no unit such as NO", async () => {
    expect(await proposed(japan)).toContain(
      "--column partner=Country --column 'flow=Exp or Imp' --column product=HS --column value=Value-Year --constant system=hs; nothing says what 1 mean (--word 1=export --word 2=import) or whose numbers of countries these are",
    );
  });

  it("leaves the units of quantities out, and a constant may say that of the values", async () => {
    expect(await proposed(china)).toContain("--column 'value=US dollar' --constant unit=USD");
    const { rows } = await runJson([
      ...["share", "all", "--of", "imports", "--data", china, "--period", "2024-01"],
      ...["--column", "period=Date of data", "--column", "partner=Trading partner"],
      ...["--column", "product=Commodity code", "--column", "value=US dollar"],
      ...["--constant", "unit=USD", "--constant", "system=hs", "--decimal", "point"],
      ...["--constant", "flow=import", "--constant", "reporter=CN"],
    ]);
    // 1,234,567 and 234,567.
    expect(rows.map(({ partner, part }) => [partner, part])).toEqual([
      ["JP", 234_567],
      ["US", 1_234_567],
      ["WORLD", 1_469_134],
    ]);
  });

  it("takes the country that is the same throughout for who reports, and the other for the partner", async () => {
    expect(await proposed(germany)).toContain(
      "--column reporter=1_variable_attribute_label --column partner=2_variable_attribute_label --column flow=value_variable_label --column unit=value_unit --column value=value --word 'Ausfuhr: Wert=export' --word 'Ausfuhr: Gewicht=none'",
    );
  });

  it("says which end is the partner where exports and imports name both", async () => {
    const hint = await proposed(southAfrica);
    expect(hint).toContain(
      "(read them apart: --where TradeType=Exports --column partner=CountryOfDestination, then --where TradeType=Imports --column partner=CountryOfOrigin)",
    );
    expect(hint).not.toContain("--column reporter");
  });

  it("takes the number of a month beside its year", async () => {
    expect(await proposed(brazil)).toContain("--column period=year --column month=monthNumber");
  });

  it("names the other columns of values, where only their order tells one from them", async () => {
    expect(await proposed(gravity)).toContain(
      "--column value=tradeflow_comtrade_o --constant flow=export; it has other columns of values as well: tradeflow_comtrade_d, tradeflow_baci; nothing says the unit",
    );
  });
});

describe("a reading", () => {
  const months = ["--column", "period=year", "--column", "partner=country"];
  const value = ["--column", "value=metricFOB", "--constant", "unit=USD"];
  const constants = ["--constant", "flow=export", "--constant", "reporter=BR"];
  const read = [...months, ...value, ...constants];

  it("that leaves months out is refused: a month would be read as its year", async () => {
    const { status, stderr } = await run(["balance", "CN", "--data", brazil, ...read]);
    expect([status, stderr.split("\n")[0]]).toEqual([
      2,
      `error: ${brazil}:1: monthNumber tells months of year (use --column month=monthNumber; or, where the months of a year are to be added up, --add-up monthNumber)`,
    ]);
  });

  it("that adds months up reads the year", async () => {
    const { rows } = await runJson([
      ...[
        "balance",
        "CN",
        "--data",
        brazil,
        "--period",
        "2024",
        ...read,
        "--add-up",
        "monthNumber",
      ],
    ]);
    expect(rows[0]).toMatchObject({ exports: 7_500_000_000 });
  });

  it("of rows that an unread column tells apart names it", async () => {
    const canada = file("canada.csv", [
      "YearMonth/AnnéeMois,HS6,Country/Pays,Province,State/État,Value/Valeur",
      "202401,870323,US,ON,MI,1000000",
      "202401,870323,US,ON,OH,500000",
    ]);
    const args = [
      ...["share", "US", "--of", "exports", "--data", canada, "--period", "2024-01"],
      ...["--column", "period=YearMonth/AnnéeMois", "--column", "partner=Country/Pays"],
      ...["--column", "product=HS6", "--column", "value=Value/Valeur", "--product", "hs:870323"],
      ...["--constant", "system=hs", "--constant", "unit=CAD", ...constants.slice(0, 2)],
      ...["--constant", "reporter=CA"],
    ];
    const { status, stderr } = await run(args);
    expect(status).toBe(2);
    expect(stderr).toContain(
      "(where State/État tells them apart, such as --where 'State/État'=TEXT for one part, or --add-up 'State/État' for their sum; else remove one)",
    );
    const { rows } = await runJson([...args, "--add-up", "State/État"]);
    expect(rows[0]).toMatchObject({ part: 1_500_000 });
  });

  it("keeps codes of nine digits between apostrophes, as Japan's customs write them", async () => {
    const { rows } = await runJson([
      ...["share", "all", "--of", "exports", "--data", japan, "--period", "2023"],
      ...["--column", "period=Year", "--column", "partner=Country", "--column", "product=HS"],
      ...["--column", "flow=Exp or Imp", "--column", "value=Value-Year"],
      ...["--word", "1=export", "--word", "304=US", "--word", "105=CN"],
      ...["--constant", "system=hs", "--constant", "unit=JPY thousand"],
      ...["--constant", "reporter=JP", "--product", "hs:870323"],
    ]);
    // 36,000 and 3,600 thousand yen.
    expect(rows.map(({ partner, part }) => [partner, part])).toEqual([
      ["CN", 3_600_000],
      ["US", 36_000_000],
      ["WORLD", 39_600_000],
    ]);
  });
});

describe("a fiscal year of one number, such as FY2023", () => {
  const rows = ["Year,Country,Exports (USD)", "FY2022,MX,300", "FY2023,MX,310"];
  const long = file("fiscal.csv", rows);
  const wide = file("fiscal-wide.csv", ["Country,FY2022,FY2023", "MX,300,310"]);
  const read = ["--column", "partner=Country", "--constant", "reporter=US"];
  const ofLong = ["--data", long, ...read, "--column", "period=Year"];
  const ofWide = ["--data", wide, ...read, "--constant", "flow=export", "--constant", "unit=USD"];
  const files = [
    ["in rows", [...ofLong, "--column", "exports=Exports (USD)"]],
    ["as columns", ofWide],
  ] as const;

  it.each(files)(
    "is read by the month in which it starts and the year that it is called by, %s",
    async (_, args) => {
      const exportsIn = async (period: string, fiscalYear: string) => {
        const ask = ["balance", "MX", "--period", period, "--constant", `fiscalYear=${fiscalYear}`];
        return (await runJson([...ask, ...args])).rows[0]!.exports;
      };
      expect(await exportsIn("2022-10/2023-09", "october-last")).toBe(310);
      expect(await exportsIn("2023-04/2024-03", "april-first")).toBe(310);
      expect(await exportsIn("2022-04/2023-03", "april-first")).toBe(300);
    },
  );

  it.each(files)("is no calendar year, %s", async (_, args) => {
    const { status } = await run(["balance", "MX", "--period", "2023", ...args]);
    expect(status).toBe(2);
  });

  it.each([long, wide])("is asked about: %s", async (path) => {
    expect(await proposed(path)).toContain(
      "which months FY2022 holds (--constant fiscalYear=october-last, called by its last year, or april-first)",
    );
  });
});

describe("a row of totals in another language", () => {
  const korea = file("korea.csv", [
    "기간,국가,수출 금액,수입 금액",
    ...["01", "02", "03", "04"].map((month) => `2024.${month},미국,"10,221","5,801"`),
    '총계,,"40,884","23,204"',
  ]);
  const turkey = file("turkey.csv", [
    "Yıl;Ülke;İhracat;İthalat",
    ...["2023;Almanya;21;28", "2023;Toplam;255;361"],
  ]);
  const constants = ["--constant", "unit=USD million"];

  it("at the foot is none of the data", async () => {
    expect(await proposed(korea)).toContain(
      "--column 'period=기간' --column 'partner=국가' --column 'exports=수출 금액' --column 'imports=수입 금액' --decimal point",
    );
    const { rows } = await runJson([
      ...[
        "balance",
        "US",
        "--data",
        korea,
        "--period",
        "2024-01",
        "--decimal",
        "point",
        ...constants,
      ],
      ...["--column", "period=기간", "--column", "partner=국가", "--constant", "reporter=KR"],
      ...["--column", "exports=수출 금액", "--column", "imports=수입 금액"],
    ]);
    expect(rows[0]).toMatchObject({ exports: 10_221_000_000, imports: 5_801_000_000 });
  });

  it("among partners is the world", async () => {
    const { rows } = await runJson([
      ...["balance", "WORLD", "--data", turkey, "--period", "2023", ...constants],
      ...["--column", "period=Yıl", "--column", "partner=Ülke", "--constant", "reporter=TR"],
      ...["--column", "exports=İhracat", "--column", "imports=İthalat"],
    ]);
    expect(rows[0]).toMatchObject({ exports: 255_000_000, imports: 361_000_000 });
  });
});

it("a column called unit is that of the amounts where nothing else says it, whatever it holds", async () => {
  const data = file("own-currency.csv", [
    "year,country,exports,unit",
    "2023,MX,5,National currency",
  ]);
  const { status, stderr } = await run([
    ...["balance", "MX", "--data", data, "--column", "period=year", "--column", "partner=country"],
    ...["--column", "exports=exports", "--constant", "reporter=US"],
  ]);
  expect(status).toBe(2);
  expect(stderr).toContain("National currency");
});

it("columns called X and M are exports and imports", async () => {
  const data = file("economists.tsv", ["Year\tPartner\tX\tM", "2023\tMexico\t322.7\t475.2"]);
  expect(await proposed(data)).toContain("--column exports=X --column imports=M; nothing says");
});
