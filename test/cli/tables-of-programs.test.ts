import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run, runJson, temporaryFolder, words, written } from "./run.ts";

const folder = temporaryFolder();

const records = [
  { period: 2023, partner: "MX", flow: "export", value: 322742 },
  { period: 2023, partner: "MX", flow: "import", value: 475216 },
];
const names = ["period", "partner", "flow", "value"] as const;
const listOf = (name: (typeof names)[number]) => records.map((record) => record[name]);
const numbered = <T>(list: readonly T[]) => Object.fromEntries(list.entries());

const mexico = ["--partner", "MX", "--period", "2023"];
const balance = { exports: 322742, imports: 475216, balance: -152474 };

// The shapes of pandas' documentation, DataFrame.to_json; and those of answers of services.
describe("a table in JSON", () => {
  it.each([
    ["records", records],
    ["columns", Object.fromEntries(names.map((name) => [name, numbered(listOf(name))]))],
    ["index", numbered(records)],
    [
      "split",
      { columns: names, index: [0, 1], data: records.map((one) => names.map((name) => one[name])) },
    ],
    ["table", { schema: { fields: [] }, data: records.map((one, index) => ({ index, ...one })) }],
    ["list for each column", Object.fromEntries(names.map((name) => [name, listOf(name)]))],
    ["list below other keys", { status: "ok", result: { total: 2, rows: records } }],
    ["list beside what is told of it", [{ page: 1, pages: 1 }, records]],
  ])("is read in the shape: %s", async (_, document) => {
    for (const space of [0, 1]) {
      const data = written(folder, "table.json", JSON.stringify(document, null, space));
      const { rows } = await runJson(["balance", "--data", data, ...mexico]);
      expect(rows[0]).toMatchObject(balance);
    }
  });

  it("keeps the names of rows where they are no numbers", async () => {
    const document = { MX: { exports: 322742, imports: 475216 }, CA: { exports: 1, imports: 2 } };
    const data = written(folder, "named.json", JSON.stringify(document));
    const said = words(
      "--column partner=index --constant period=2023 --constant unit=USD --constant reporter=US",
    );
    const { rows } = await runJson(["balance", "--data", data, ...said, ...mexico]);
    expect(rows[0]).toMatchObject(balance);
  });

  it("in rows without names is told to lack them", async () => {
    const data = written(folder, "values.json", JSON.stringify(records.map(Object.values)));
    const { status, stderr } = await run(["data", "check", data]);
    expect(status).toBe(2);
    expect(stderr).toContain("Its first row holds data and not the names of columns");
  });
});

/** Tables as programs and people write them, what their columns do not say, and the first row. */
const dressed: readonly (readonly [string, string, readonly string[], Record<string, number>])[] = [
  [
    "R's write.table, with names of rows",
    '"year" "partner" "flow" "value"\n"1" 2023 "MEX" "export" 322742\n"2" 2023 "MEX" "import" 475216\n',
    ["reporter=US", "unit=USD"],
    balance,
  ],
  [
    "columns set apart by spaces, as they are printed",
    "Year   Partner     Exports    Imports\n2023   Mexico       322742     475216\n2023   Costa Rica        1          2\n",
    ["reporter=US", "unit=USD"],
    balance,
  ],
  [
    "Markdown",
    "| Year | Partner | Exports | Imports |\n|------|:-------:|--------:|--------:|\n| 2023 | Mexico | 322,742 | 475,216 |\n",
    ["reporter=US", "unit=USD"],
    balance,
  ],
  [
    "names in German, and apostrophes between thousands",
    "Jahr;Land;Exporte (Mio USD);Importe (Mio USD)\n2023;Mexiko;322'742.0;475'216.0\n",
    ["reporter=US"],
    { exports: 322742e6, imports: 475216e6 },
  ],
  [
    "spaces between thousands and a decimal comma",
    "Année;Pays;Exportations (millions USD);Importations (millions USD)\n2023;Mexique;322\u202f742,5;475\u202f216,0\n",
    ["reporter=US"],
    { exports: 322742.5e6, imports: 475216e6 },
  ],
  [
    "the year in the title alone",
    "U.S. trade in goods, 2023 (billions of dollars)\nCountry,Exports,Imports\nMexico,322.7,475.2\nCanada,354.4,418.6\n",
    [],
    { exports: 322.7e9, imports: 475.2e9 },
  ],
  [
    "the names of our own layout, and a year",
    "YEAR|PARTNER|FLOW|VALUE\n2023|MX|X|322742\n2023|MX|M|475216\n",
    ["reporter=US", "unit=USD"],
    balance,
  ],
];

describe("a table as programs and people write it", () => {
  it.each(dressed)("suggests its reading: %s", async (_, content, said, holds) => {
    const rows = await read(content, said, "2023");
    expect(rows[0]).toMatchObject(holds);
  });

  it("suggests months as columns beside a year, and not the first of them for the year", async () => {
    const content =
      "Partner,Flow,Year,Jan,Feb\nMexico,Export,2024,26890,26990\nMexico,Import,2024,38123,38923\n";
    const rows = await read(content, ["reporter=US", "unit=USD"], "2024-02");
    expect(rows[0]).toMatchObject({ exports: 26990, imports: 38923 });
  });

  it("suggests fiscal years in the names of columns", async () => {
    const content =
      "Country,Exports 2022-23,Exports 2023-24,Imports 2022-23,Imports 2023-24\nUSA,78542,77515,50240,42195\n";
    const said = ["reporter=IN", "unit=USD", "fiscalYear=april"];
    const rows = await read(content, said, "2023-04/2024-03", "US");
    expect(rows[0]).toMatchObject({ exports: 77515, imports: 42195 });
  });

  // 45292 is 1 January 2024 as spreadsheets count days.
  it("reads days as spreadsheets count them, in a column of dates", async () => {
    const content =
      "Date,Country,Exports,Imports\n45292,Mexico,26890,38123\n45323,Mexico,26990,38923\n";
    const rows = await read(content, ["reporter=US", "unit=USD"], "2024-01");
    expect(rows[0]).toMatchObject({ exports: 26890, imports: 38123 });
  });

  it("suggests the column without a name for the period, and those of partners", async () => {
    const content = ",Mexico,Canada\n2024-01-31,26890,28123\n2024-02-29,26990,28923\n";
    const data = written(folder, "table", content);
    const { stderr } = await run(["data", "check", data]);
    expect(stderr).toContain("--column 'period=#1' --column 'value={partner}'");
  });
});

async function read(content: string, said: readonly string[], period: string, partner = "MX") {
  const data = written(folder, "table", content);
  const reading = join(folder, "table.yaml");
  rmSync(reading, { force: true });
  const constants = said.flatMap((one) => ["--constant", one]);
  const saved = await run(["data", "check", data, ...constants, "--save-reading", reading]);
  expect(saved.stderr).toBe("");
  const asked = ["balance", "--partner", partner, "--period", period];
  const reporter = said.find((one) => one.startsWith("reporter="))?.slice(9) ?? "US";
  const { rows } = await runJson([
    ...asked,
    "--reporter",
    reporter,
    "--data",
    data,
    "--reading",
    reading,
  ]);
  return rows;
}

// Rows of UN Comtrade's downloads end with a comma that its header lacks, which pandas' `read_csv` takes
// for a column of the names of rows (pandas documentation, `index_col`).
describe("a download of UN Comtrade whose values stand left of their names", () => {
  const header =
    "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,flowCode,partnerCode,cmdCode,motCode,primaryValue";
  const rows = ["X,484,TOTAL,0,322742", "M,484,TOTAL,0,475216"];
  const before = "A,20230101,2023,52,2023,842";

  it.each([
    ["without the first value", header, rows.map((row) => `${before},${row},`)],
    [
      "with the first value as the name of the row",
      `,${header}`,
      rows.map((row) => `C,${before},${row},`),
    ],
  ])("is read %s, and told", async (_, names, lines) => {
    const data = written(folder, "shifted.csv", `${[names, ...lines].join("\n")}\n`);
    const { rows: found, warnings } = await runJson(["balance", "--data", data, ...mexico]);
    expect(found[0]).toMatchObject(balance);
    expect(warnings.map(({ code }: { code: string }) => code)).toContain("shifted-columns");
  });
});
