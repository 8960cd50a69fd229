import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run, runJson, temporaryFolder, written } from "./run.ts";

const folder = temporaryFolder();
const file = (name: string, content: string) => written(folder, name, content);

const wide = file(
  "wide.csv",
  "Year,Country,Exports,Imports\n2023,Mexico,322.7,475.2\n2023,Canada,354.4,418.6\n",
);
const columns = [
  ...["--column", "period=Year", "--column", "partner=Country"],
  ...["--column", "exports=Exports", "--column", "imports=Imports"],
];
const billion = ["--constant", "unit=USD billion"];

async function errorOf(args: readonly string[]): Promise<string[]> {
  const { status, stderr, stdout } = await run(args);
  expect([status, stdout]).toEqual([2, ""]);
  return stderr.trimEnd().split("\n");
}

describe("a table that the options declare", () => {
  it("is read by its columns and constants", async () => {
    const ask = ["deficit-ratio", "--data", wide, "--partner", "MX,CA", "--period", "2023"];
    const { rows } = await runJson([...ask, ...columns, ...billion]);
    // (322.7 - 475.2) / 322.7 and (354.4 - 418.6) / 354.4
    expect(rows.map(({ value }) => Math.round((value as number) * 100) / 100)).toEqual([
      -47.26, -18.12,
    ]);
  });

  it("is refused in one line where a column has a line break in its name", async () => {
    const broken = written(folder, "broken.csv", '"A name\nin two lines",b\nx,y\n');
    const { status, stderr } = await run(["balance", "--partner", "MX", "--data", broken]);
    expect([status, stderr.split("\n")[0]]).toEqual([
      2,
      expect.stringContaining("(its columns are A name in two lines, b)"),
    ]);
  });

  it("is proposed where it is in no known format, with what nothing says", async () => {
    const [message, hint] = await errorOf(["balance", "--data", wide, "--partner", "MX"]);
    expect(message).toBe(
      `error: ${wide}:1: is in no known format (its columns are Year, Country, Exports, Imports)`,
    );
    expect(hint).toBe(
      "  It looks like --column period=Year --column partner=Country --column exports=Exports --column imports=Imports; nothing says the reporting economy (--constant reporter=US; or, where each row is the whole trade of a country, --column reporter=Country --constant partner=WORLD in place of --column partner) or the unit (--constant 'unit=USD million')",
    );
  });

  it("is proposed for a table of countries with their codes, which is no table of codes", async () => {
    const content =
      "Country Name,Country Code,Indicator Name,Indicator Code,2021,2022\nMexico,MEX,Exports of goods (current US$),TX,400,450\n";
    const [message, hint] = await errorOf(["data", "check", file("wide-of-world.csv", content)]);
    expect(message).toContain("is in no known format");
    expect(hint).toContain("--column 'reporter=Country Name' --constant partner=WORLD");
  });

  it("is proposed without a flow that is there twice, by valuation or as a part", async () => {
    const flows = [
      "Value of Imports, Cost, Insurance, Freight (CIF)",
      "Value of Imports, Free on board (FOB)",
      "Domestic exports of goods",
      "Exports of goods",
    ];
    const rows = flows.map((flow) => `Mexico,US,2022,"${flow}",450\n`).join("");
    const content = `Country Name,Counterpart,Year,Series,Amount\n${rows}`;
    const [, hint] = await errorOf(["data", "check", file("twice.csv", content)]);
    expect(hint).toContain("(CIF)=import'");
    expect(hint).toContain("(FOB)=none'");
    expect(hint).toContain("--word 'Domestic exports of goods=none'");
    expect(hint).toContain("--word 'Exports of goods=export'");
  });

  it("is proposed where our own layout lacks a column", async () => {
    const content = "Period,Country,Flow,Value\n2024,Mexico,Exports,10\n2024,Mexico,Imports,20\n";
    const [message, hint] = await errorOf(["data", "check", file("nearly.csv", content)]);
    expect(message).toContain('the column "partner" is missing');
    expect(hint).toContain("--column partner=Country");
  });

  it("is refused of a table of codes alone", async () => {
    const codes = "country_code,country_name,country_iso2,country_iso3\n842,USA,US,USA\n";
    const [message] = await errorOf(["data", "check", file("country_codes.csv", codes)]);
    expect(message).toContain("holds codes and names of countries and no records of trade");
  });

  it("is never answered in a circle by --as", async () => {
    const [message] = await errorOf(["data", "check", wide, "--as", "comtrade"]);
    expect(message).toContain("is not in the format comtrade: it lacks typeCode, reporterCode");
    const records = file("records.csv", "period,partner,flow,value\n2023,MX,export,1\n");
    const [other] = await errorOf(["data", "check", records, "--as", "comtrade"]);
    expect(other).toContain("but in the format records (use --as records, or leave out --as)");
  });

  it("is kept as a file that reads it again", async () => {
    const reading = join(folder, "wide.yaml");
    const saved = await run(["data", "check", wide, ...billion, "--save-reading", reading]);
    expect([saved.status, saved.stderr]).toEqual([0, ""]);
    expect(readFileSync(reading, "utf8")).toBe(
      "columns:\n  period: Year\n  partner: Country\n  exports: Exports\n  imports: Imports\nconstants:\n  unit: USD billion\n",
    );
    const ask = ["balance", "--data", wide, "--partner", "MX", "--period", "2023"];
    const { rows } = await runJson([...ask, "--reading", reading]);
    expect(rows[0]).toMatchObject({ exports: 322_700_000_000, imports: 475_200_000_000 });
  });

  it.each([
    ["an unknown attribute", ["--column", "county=Country"], '--column: "county" is not one of'],
    ["no =", ["--constant", "US"], '--constant: "US" has no "="'],
    ["a column that is not there", ["--column", "value=Amount"], 'has no column "Amount"'],
    ["a unit that is none", [...columns, "--constant", "unit=tons"], 'unit: "tons" is not'],
    ["a flow that is none", [...columns, "--constant", "flow=balance"], "export or import"],
    ["what the table says itself", [...columns, "--constant", "partner=MX"], "says it itself"],
    ["a header that is not there", ["--header-line", "99"], "has no row 99"],
    ["a format as well", [...columns, "--as", "baci"], "leave out one"],
    ["a missing reading", ["--reading", "none.yaml"], "no such file"],
  ])("is refused in one line for %s", async (_, options, message) => {
    const lines = await errorOf(["data", "check", wide, ...options]);
    expect(lines[0]).toContain(message);
  });

  it("refuses a reading with an unknown key", async () => {
    const reading = file("bad.yaml", "colums: { period: Year }\n");
    const [line] = await errorOf(["data", "check", wide, "--reading", reading]);
    expect(line).toContain("colums");
  });
});

describe("the words of our own records", () => {
  it("may be those of publishers; numbers have to be said", async () => {
    const rows = "2023,MX,Exports,3\n2023,MX,M,5\n2023,MX,Re-export,1\n2023,JP,1,9\n2023,JP,2,4\n";
    const flows = file("flows.csv", `period,partner,flow,value\n${rows}`);
    const ask = ["balance", "--data", flows, "--partner", "MX,JP", "--period", "2023"];
    const [line] = await errorOf(ask);
    expect(line).toContain('got "1" (say what it means: --word 1=export or --word 1=import)');
    const said = await runJson([...ask, "--word", "1=import", "--word", "2=export"]);
    expect(said.rows.map(({ value }) => value)).toEqual([-2, -5]);
    expect(said.data[0]!.rows.skipped).toEqual({ "re-exports-and-re-imports": 1 });
  });

  it("are proposed as they can be pasted, and may be none", async () => {
    const rows =
      "2023,CN,export,100\n2023,CN,import,200\n2023,CN,domestic export,80\n2023,CN,balance,-100\n";
    const flows = file("parts-of-flows.csv", `period,partner,flow,value\n${rows}`);
    const ask = ["balance", "--data", flows, "--partner", "CN", "--period", "2023"];
    const [domestic, balance] = await errorOf(ask);
    expect(domestic).toContain("--word 'domestic export=none'");
    expect(balance).toContain("(leave it out: --word balance=none)");
    const words = ["--word", "domestic export=none", "--word", "balance=none"];
    const said = await runJson([...ask, ...words]);
    expect(said.rows[0]).toMatchObject({ exports: 100, imports: 200, value: -100 });
    expect(said.data[0]!.rows.skipped).toEqual({ "left-out": 2 });
  });

  it("may be periods in any usual spelling", async () => {
    const spellings = ["Jan-24", "2024M02", "202403", "2024/04", "05/2024", "June 2024"];
    const rows = spellings.map((text) => `${text},MX,export,1`).join("\n");
    const periods = file("periods.csv", `period,partner,flow,value\n${rows}\n`);
    const { rows: answer } = await runJson([
      ...["growth", "--of", "exports", "--data", periods, "--partner", "MX"],
      ...["--from", "2024-01", "--to", "2024-06"],
    ]);
    expect(answer[0]).toMatchObject({ from: 1, to: 1 });
  });

  it("are refused where they read like fiscal years, until it is said when these start", async () => {
    const rows = "2010-11,WORLD,export,251136\n2011-12,WORLD,export,305964\n";
    const fiscal = file("fiscal.csv", `period,partner,flow,value\n${rows}`);
    const [line] = await errorOf(["data", "check", fiscal]);
    expect(line).toContain("read like fiscal years (use --constant fiscalYear=april");
    const said = await run(["data", "check", fiscal, "--constant", "fiscalYear=april"]);
    expect(said.stdout).toContain("2010-04/2011-03 to 2011-04/2012-03");
  });
});

describe("figures in another spelling", () => {
  const semicolons = (name: string, value: string) =>
    file(name, `period;partner;flow;value\n2023;MX;export;${value}\n`);

  it("have a decimal comma where it can be nothing else, which is told", async () => {
    const data = semicolons("comma.csv", "1.323,2");
    const { rows, warnings } = await runJson([
      ...["growth", "--of", "exports", "--data", data, "--partner", "MX"],
      ...["--from", "2023", "--to", "2023", "--decimal", "comma"],
    ]);
    expect(rows[0]).toMatchObject({ from: 1323 });
    expect(warnings).toEqual([]);
    const { stdout } = await run(["data", "check", data]);
    expect(stdout).toContain("figures are read with a decimal comma");
  });

  it("are refused where a point may be either", async () => {
    const [line] = await errorOf(["data", "check", semicolons("either.csv", "323.155")]);
    expect(line).toContain(
      '"323.155" may be 323,155 whole units or 323.155 with a decimal point (use --decimal comma or --decimal point)',
    );
  });

  it("are told where all points stand before three digits in a file that commas divide", async () => {
    const head = "period,partner,flow,value,unit\n2023,MX,export,323.155,USD million\n";
    const data = file("points.csv", `${head}2023,MX,import,475.215,USD million\n`);
    const ask = ["balance", "--data", data, "--partner", "MX", "--period", "2023"];
    const { rows, warnings } = await runJson(ask);
    expect(rows[0]).toMatchObject({ exports: 323_155_000 });
    expect(warnings[0]).toMatchObject({
      code: "perhaps-thousands",
      message: expect.stringContaining("--decimal comma reads 323,155 whole units"),
    });
    expect((await runJson([...ask, "--decimal", "point"])).warnings).toEqual([]);
    const commas = await runJson([...ask, "--decimal", "comma"]);
    expect(commas.rows[0]).toMatchObject({ exports: 323_155_000_000 });
    const plain = file("digits.csv", `${head}2023,MX,import,4752.15,USD million\n`);
    const other = ["balance", "--data", plain, "--partner", "MX", "--period", "2023"];
    expect((await runJson(other)).warnings).toEqual([]);
  });

  it.each([
    ["323,2", "use --decimal comma"],
    ["147,806 r", "where r is a mark and no part of the number, use --marks r --decimal point"],
    ["427229p", "where p is a mark and no part of the number, use --marks p"],
    ["(Q)", "correct it, or use --missing '(Q)'"],
    ["76 035", "use --decimal point"],
    ["1.234.567", "use --decimal comma"],
    ["1,234", "write 1234, or use --decimal point"],
    ["6,40,000", "write 640000, or use --decimal point"],
    ["(14)", "correct it"],
  ])("are answered with what helps and drops no figure: %s", async (value, mend) => {
    const rows = `2023,MX,import,1.5\n2023,MX,export,"${value}"\n`;
    const data = file("mend.csv", `period,partner,flow,value\n${rows}`);
    const { stdout } = await run(["data", "check", data]);
    expect(stdout).toContain(`(${mend})`);
  });
});

describe("several figures in another spelling", () => {
  const rows = '2023,MX,import,"1,234"\n2023,MX,export,"147,806 r"\n2023,CA,export,427229p\n';

  it("are answered with the options that read all of them", async () => {
    const data = file("spelt.csv", `period,partner,flow,value\n${rows}`);
    const ask = ["balance", "--data", data, "--partner", "MX", "--period", "2023"];
    const lines = await errorOf(ask);
    expect(lines.at(-1)).toBe("  --decimal point --marks r,p reads all of them.");
    const { rows: answer } = await runJson([...ask, "--decimal", "point", "--marks", "r,p"]);
    expect(answer[0]).toMatchObject({ exports: 147_806, imports: 1234 });
  });
});

describe("parts of a figure", () => {
  const states = file(
    "states.json",
    JSON.stringify([
      ["STATE", "CTY_CODE", "CTY_NAME", "E_COMMODITY", "ALL_VAL_MO", "time"],
      ["TX", "2010", "MEXICO", "-", "100", "2024-01"],
      ["CA", "2010", "MEXICO", "-", "60", "2024-01"],
      ["MI", "2010", "MEXICO", "-", "40", "2024-01"],
    ]),
  );
  const ask = ["growth", "--of", "exports", "--data", states, "--partner", "MX"];
  const span = ["--from", "2024-01", "--to", "2024-01"];

  it("are added up where the user says that they are the whole", async () => {
    const lines = await errorOf([...ask, ...span]);
    expect(lines.join("\n")).toContain("--add-up STATE adds them");
    const { rows } = await runJson([...ask, ...span, "--add-up", "STATE"]);
    expect(rows[0]).toMatchObject({ from: 200 });
  });

  it("are not added to the whole that stands beside them", async () => {
    const rows = "2023,MX,export,Total,9\n2023,MX,export,A,4\n2023,MX,export,B,5\n";
    const ports = file("ports.csv", `period,partner,flow,Port,value\n${rows}`);
    const { stdout } = await run(["data", "check", ports, "--add-up", "Port", "--json"]);
    expect(JSON.parse(stdout).rows).toMatchObject({ used: 1, rejected: { "part-of-whole": 2 } });
  });
});

describe("parts of a column that is no part of the layout", () => {
  const table = (name: string, rows: string) =>
    file(name, `period,partner,flow,value,state\n${rows}`);
  const balance = (data: string) => [
    "balance",
    "--data",
    data,
    "--partner",
    "CN",
    "--period",
    "2023",
  ];
  const addUp = ["--add-up", "state"];
  // 100 of TX and 50 of CA are 150; 200 and 20 are 220.
  const exports = (whole: string) =>
    `2023,CN,export,100,TX\n2023,CN,export,150,${whole}\n2023,CN,export,50,CA\n`;
  const imports = (whole: string) =>
    `2023,CN,import,200,TX\n2023,CN,import,20,CA\n2023,CN,import,220,${whole}\n`;

  it.each(["All states", "ALL", "Total states", "Total all states"])(
    "are not added to %s",
    async (whole) => {
      const data = table("wholes.csv", exports(whole) + imports("Total"));
      const { rows, warnings } = await runJson([...balance(data), ...addUp]);
      expect(rows[0]).toMatchObject({ exports: 150, imports: 220, value: -70 });
      expect(warnings.map(({ code }) => code)).not.toContain("unknown-columns");
    },
  );

  it("stop the run where one of them is the sum of all others, whatever it is called", async () => {
    const data = table("nation.csv", exports("Nationwide") + imports("Nationwide"));
    const [error] = await errorOf([...balance(data), ...addUp]);
    expect(error).toBe(
      `error: --add-up state: state "Nationwide" is the sum of all others (CN, export, total, 2023), which would count twice (use --where state=Nationwide instead, or remove its rows)`,
    );
    const { rows } = await runJson([...balance(data), "--where", "state=Nationwide"]);
    expect(rows[0]).toMatchObject({ exports: 150, imports: 220 });
  });

  it("stop the run where the sum bears the name of the reporter, though it is met once", async () => {
    const data = table("country.csv", exports("United States"));
    const [error] = await errorOf([...balance(data), ...addUp]);
    expect(error).toContain(`state "United States" is the sum of all others`);
    const check = await run(["data", "check", data, ...addUp]);
    expect(check.status).toBe(1);
    expect(check.stdout).toContain(`state "United States" is the sum of all others`);
  });

  it("warn where one sum has parts that another has not", async () => {
    const rows = "2023,CN,export,100,TX\n2023,CN,export,50,CA\n2024,CN,export,100,TX\n";
    const span = ["--of", "exports", "--partner", "CN", "--from", "2023", "--to", "2024"];
    const data = table("unlike.csv", rows);
    const { warnings } = await runJson(["growth", "--data", data, ...span, ...addUp]);
    expect(warnings).toContainEqual({
      code: "unlike-parts",
      message:
        "CN, export, total, 2024 is a sum without state CA, which other sums have: where these are not zero, the sums cannot be compared",
    });
  });

  it("are answered with the options that read them, not called errors of the file", async () => {
    const data = table("apart.csv", "2023,CN,import,200,TX\n2023,CN,import,20,CA\n");
    const lines = await errorOf(balance(data));
    expect(lines[0]).toContain(
      "where state tells them apart, such as --where state=TEXT for one part, or --add-up state for their sum; else remove one",
    );
    expect(lines.join("\n")).not.toContain("--skip-invalid");
    const { rows } = await runJson([...balance(data), ...addUp]);
    expect(rows[0]).toMatchObject({ imports: 220 });
  });
});

describe("two figures for one key", () => {
  it("are both left out with --skip-invalid", async () => {
    const rows = "2023,MX,export,100\n2023,MX,export,900\n2023,MX,import,150\n";
    const data = file("rivals.csv", `period,partner,flow,value\n${rows}`);
    const { rows: answer, data: used } = await runJson([
      ...["balance", "--data", data, "--partner", "MX", "--period", "2023", "--skip-invalid"],
    ]);
    expect(answer[0]).toMatchObject({ exports: null, imports: 150, value: null });
    expect(used[0]!.rows.skipped).toEqual({ duplicate: 2 });
  });
});
