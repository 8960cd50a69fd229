import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run, temporaryFolder, written } from "./run.ts";

const HEADER = "period,partner,flow,value\n";
const GOOD = "2020,MX,export,10\n2020,MX,import,12\n";

const ask = (file: string, ...args: string[]) =>
  run(["balance", "--partner", "MX", "--period", "2020", "--data", file, ...args]);

/** What a file holds, and what the error must say after the file's name. */
type Case = readonly [what: string, name: string, content: string | Uint8Array, says: string];

const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, "latin1"));

const cases: readonly Case[] = [
  ["an empty file", "a.csv", "", ": the file is empty (see trade-metrics data template"],
  ["white space alone", "a.csv", " \n\n", ": the file is empty"],
  ["a header alone", "a.csv", HEADER, ": there is no row below the header (add"],
  [
    "a missing column",
    "a.csv",
    "period,partner,value\n2020,MX,10\n",
    ':1: the column "flow" is missing (the header has period, partner, value)',
  ],
  [
    "a column that appears twice",
    "a.csv",
    "period,period\n2020,2020\n",
    ':1: the column "period" appears twice',
  ],
  [
    "a row with a field too many",
    "a.csv",
    `${HEADER}2020,MX,export,1,234\n`,
    ":2: 5 fields in a row, 4 columns in the header (quote",
  ],
  [
    "a quote that is never closed",
    "a.csv",
    `${HEADER}2020,"MX,export,1\n`,
    "a quote is opened and never closed",
  ],
  [
    "a number with commas",
    "a.csv",
    `${HEADER}2020,MX,export,"1,234,567"\n`,
    ':2: value: expected a number without thousands separators, got "1,234,567" (write 1234567, or use --decimal point)',
  ],
  [
    "NaN",
    "a.csv",
    `${HEADER}${GOOD}2021,MX,export,NaN\n`,
    ':4: value: expected a number, got "NaN"',
  ],
  [
    "infinity",
    "a.csv",
    `${HEADER}2020,MX,export,Infinity\n`,
    ':2: value: expected a number, got "Infinity"',
  ],
  [
    "a word in place of a number",
    "a.csv",
    `${HEADER}2020,MX,export,n/a\n`,
    ':2: value: expected a number, got "n/a" (correct it, or use --missing n/a)',
  ],
  [
    "an empty value",
    "a.csv",
    `${HEADER}2020,MX,export,\n`,
    ":2: value: expected a number, got nothing",
  ],
  [
    "a negative value",
    "a.csv",
    `${HEADER}2020,MX,export,-5\n`,
    ":2: value: a flow of trade is never negative, got -5",
  ],
  [
    "a value beyond safe integers",
    "a.csv",
    `${HEADER}2020,MX,export,9007199254740992\n`,
    ":2: value: 9007199254740992 is beyond 9007199254740991 dollars",
  ],
  [
    "a value beyond safe integers by its unit",
    "a.csv",
    "period,partner,flow,value,unit\n2020,MX,export,9007199255,USD million\n",
    ":2: value: 9007199255 is beyond 9007199254740991 dollars and cannot be held exactly (check the unit)",
  ],
  ["a duplicate", "a.csv", `${HEADER}${GOOD}2020,Mexico,export,11\n`, ":4: duplicate of "],
  [
    "an unknown partner",
    "a.csv",
    `${HEADER}2020,Mexcio,export,10\n`,
    ':2: partner: unknown partner "Mexcio" (did you mean Mexico?)',
  ],
  [
    "N/A as a partner, which is not Namibia",
    "a.csv",
    `${HEADER}2020,N/A,export,10\n`,
    ':2: partner: unknown partner "N/A"',
  ],
  ["a partner that is left out", "a.csv", `${HEADER}2020,,export,10\n`, ":2: partner: is missing"],
  [
    "a month that does not exist",
    "a.csv",
    `${HEADER}2024-13,MX,export,10\n`,
    ':2: period: "2024-13": month 13 does not exist (use 01 to 12)',
  ],
  [
    "a period that is none",
    "a.csv",
    `${HEADER}yesterday,MX,export,10\n`,
    ':2: period: "yesterday" is not a period',
  ],
  [
    "a period that ends before it begins",
    "a.csv",
    `${HEADER}2024-05/2024-01,MX,export,1\n`,
    ":2: period: 2024-05/2024-01 ends before it begins (swap the two)",
  ],
  [
    "an unknown flow",
    "a.csv",
    `${HEADER}2020,MX,outward,10\n`,
    ':2: flow: expected export or import, got "outward"',
  ],
  [
    "an unknown unit",
    "a.csv",
    "period,partner,flow,value,unit\n2020,MX,export,1,USD_PPP\n",
    ':2: unit: expected USD, USD thousand, USD million, USD billion, or another currency such as EUR million, got "USD_PPP"',
  ],
  [
    "an unknown product",
    "a.csv",
    "period,partner,flow,value,product\n2020,MX,export,1,petrol\n",
    ':2: product: expected total or system:code such as hs:27, got "petrol"',
  ],
  [
    "an odd HS code",
    "a.csv",
    "period,partner,flow,value,product\n2020,MX,export,1,hs:270\n",
    ':2: product: expected total or system:code such as hs:27, got "hs:270"',
  ],
  ["bad JSON", "a.json", '[{"period": "2020",]', ":1: this is not valid JSON"],
  ["JSON that is cut off", "a.json", '[\n{"period": "2020"', "this is not valid JSON"],
  [
    "JSON that is no list",
    "a.json",
    '{\n"rows": []}',
    ': expected a list of records, or an object with the key "records"',
  ],
  ["a list of numbers", "a.json", "[1, 2]", ": record 1: expected an object"],
  [
    "a bad record in JSON",
    "a.json",
    '[{"period":"2020","partner":"MX","flow":"export","value":"x"}]',
    ': record 1: value: expected a number, got "x"',
  ],
  [
    "a bad line of NDJSON",
    "a.ndjson",
    '{"period":"2020","partner":"MX","flow":"export","value":1}\n{"period":\n',
    ":2: this is not valid JSON",
  ],
  [
    "a bad record in NDJSON",
    "a.ndjson",
    '{"period":"2020","partner":"MX","flow":"export","value":1}\n{"period":"2020","partner":"MX","flow":"import","value":null}\n',
    ":2: value: expected a number, got nothing",
  ],
];

describe("a file that cannot be used", () => {
  it.each(cases)("ends with 2 and the place: %s", async (_, name, content, says) => {
    const file = written(temporaryFolder(), name, content);
    const { status, stdout, stderr } = await ask(file);
    expect([status, stdout]).toEqual([2, ""]);
    const [first] = stderr.split("\n");
    expect(first!.startsWith(`error: ${file}`)).toBe(true);
    expect(first).toContain(says);
  });

  it("ends with 2 for a folder that is no data package and holds no file", async () => {
    const folder = temporaryFolder();
    const { status, stderr } = await ask(folder);
    expect(status).toBe(2);
    expect(stderr).toBe(
      `error: ${folder}: is a folder without a datapackage.json and without any file (name a file, a folder of files, or a data package folder)\n`,
    );
  });

  it.each([
    [
      "https://example.org/trade.csv",
      "download it first, such as with curl -O, or see data update",
    ],
    [
      "s3://bucket/trade/*.parquet",
      "copy it first, such as with aws s3 cp --recursive, and name the folder",
    ],
  ])(
    "ends with 2 for an address that is no file, and says what to do: %s",
    async (address, mend) => {
      expect(await ask(address)).toEqual({
        ...{ status: 2, stdout: "" },
        stderr: `error: ${address}: is an address and no file (${mend})\n`,
      });
    },
  );

  it("names the first ten bad rows, and how many more there are", async () => {
    const bad = Array.from({ length: 13 }, (_, at) => `2020,MX,export,bad${at}\n`).join("");
    const file = written(temporaryFolder(), "a.csv", HEADER + bad);
    const { stderr } = await ask(file);
    const lines = stderr.trimEnd().split("\n");
    expect(lines.filter((line) => line.includes("expected a number"))).toHaveLength(10);
    expect(lines).toContain("  and 3 more");
    expect(lines.at(-1)).toBe("  Correct the rows, or leave them out with --skip-invalid.");
  });

  it("goes on without its bad rows with --skip-invalid, and counts them: read = used + skipped", async () => {
    const file = written(
      temporaryFolder(),
      "a.csv",
      `${HEADER}${GOOD}2020,MX,export,x\n2021,MX,export,y\n`,
    );
    const { status, stdout } = await ask(file, "--skip-invalid", "--json");
    const { rows, data, warnings } = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(rows[0].value).toBe(-2);
    expect(data[0].rows).toEqual({ read: 4, used: 2, skipped: { invalid: 2 } });
    expect(warnings.map(({ code }: { code: string }) => code)).toContain("rows-skipped");
  });

  it("may mark missing figures with --missing, which are no zeros", async () => {
    const file = written(
      temporaryFolder(),
      "a.csv",
      `${HEADER}2020,MX,export,...\n2020,MX,import,12\n`,
    );
    const { stdout } = await ask(file, "--missing", "...", "--json");
    const { rows, data } = JSON.parse(stdout);
    expect(rows[0]).toMatchObject({ exports: null, imports: 12, value: null, reason: "no-data" });
    expect(data[0].rows).toEqual({ read: 2, used: 1, skipped: { missing: 1 } });
  });

  it("may be in another encoding than UTF-8, which is said", async () => {
    const content = latin1(`${HEADER}${GOOD}2020,Cura\u00e7ao,export,1\n`);
    const file = written(temporaryFolder(), "a.csv", content);
    const { status, stderr } = await ask(file);
    expect(status).toBe(0);
    expect(stderr).toContain(`warning: ${file}: is not UTF-8 and was read as windows-1252`);
  });

  it("names columns that it does not use in a warning", async () => {
    const file = written(
      temporaryFolder(),
      "a.csv",
      "period,partner,flow,value,colour\n2020,MX,export,1,red\n",
    );
    const { stderr } = await ask(file);
    expect(stderr).toContain(`warning: ${file}: columns not used: colour`);
  });
});

describe("a data package that cannot be used", () => {
  const table = `${HEADER}${GOOD}`;
  const sha256 = createHash("sha256").update(table).digest("hex");

  function packageWith(descriptor: unknown, files: Readonly<Record<string, string>> = {}): string {
    const folder = temporaryFolder();
    const text = typeof descriptor === "string" ? descriptor : JSON.stringify(descriptor);
    written(folder, "datapackage.json", text);
    for (const [name, content] of Object.entries({ "flows.csv": table, ...files })) {
      written(folder, name, content);
    }
    return folder;
  }

  it("is read when its hash is right", async () => {
    const folder = packageWith({
      name: "own",
      resources: [{ name: "flows", path: "flows.csv", hash: `sha256:${sha256}` }],
    });
    const { status, stdout } = await ask(folder, "--json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout).data[0].id).toBe("own");
  });

  it.each<[string, unknown, string, Record<string, string>?]>([
    [
      "a wrong hash",
      {
        name: "own",
        resources: [{ name: "flows", path: "flows.csv", hash: `sha256:${"0".repeat(64)}` }],
      },
      "flows.csv: its contents do not match the hash in",
    ],
    [
      "a path above the folder",
      { name: "own", resources: [{ name: "flows", path: "../flows.csv" }] },
      'datapackage.json: resources: "../flows.csv" lies outside the folder (use a path in it)',
    ],
    [
      "an absolute path",
      { name: "own", resources: [{ name: "flows", path: "/etc/hostname" }] },
      '"/etc/hostname" lies outside the folder',
    ],
    [
      "an address in place of a path",
      { name: "own", resources: [{ name: "flows", path: "https://example.org/flows.csv" }] },
      "lies outside the folder",
    ],
    [
      "a table that is not there",
      { name: "own", resources: [{ name: "flows", path: "no.csv" }] },
      "no.csv: no such file",
    ],
    ["no resources", { name: "own", resources: [] }, "datapackage.json: resources: "],
    ["no name", { resources: [{ name: "flows", path: "flows.csv" }] }, "datapackage.json: name: "],
    ["text that is not JSON", "{", "datapackage.json: this is not valid JSON"],
    [
      "a partner of an unknown kind",
      {
        name: "own",
        resources: [
          { name: "flows", path: "flows.csv" },
          { name: "partners", path: "partners.csv" },
        ],
      },
      "partners.csv:2: kind: ",
      { "partners.csv": "code,name,sourceCode,kind\nMX,Mexico,,planet\n" },
    ],
    [
      "a list of partners that is no table",
      {
        name: "own",
        resources: [
          { name: "flows", path: "flows.csv" },
          { name: "partners", path: "partners.csv" },
        ],
      },
      "partners.csv:2: 5 fields in a row, 4 columns in the header",
      { "partners.csv": "code,name,sourceCode,kind\nMX,Mexico,,country,more\n" },
    ],
  ])("ends with 2 and the place: %s", async (_, descriptor, says, files = {}) => {
    const folder = packageWith(descriptor, files);
    const { status, stdout, stderr } = await ask(folder);
    expect([status, stdout]).toEqual([2, ""]);
    const [first] = stderr.split("\n");
    expect(first!.startsWith(`error: ${join(folder, "/")}`)).toBe(true);
    expect(first).toContain(says);
  });

  it("of shares is not read as trade", async () => {
    const { status, stderr } = await ask("fixtures/tiva-shares");
    expect([status, stderr.split("\n")[0]]).toEqual([
      2,
      "error: fixtures/tiva-shares: holds shares, not records of trade (use value-added)",
    ]);
  });

  it("is found in a folder whose name has a space", async () => {
    const folder = join(temporaryFolder(), "my data");
    mkdirSync(folder);
    const file = written(folder, "flows.csv", table);
    expect((await ask(file)).status).toBe(0);
  });
});

describe("the same records in every layout", () => {
  const records = [
    { period: "2020", partner: "MX", flow: "export", value: 10 },
    { period: "2020", partner: "MX", flow: "import", value: 12.4 },
  ];
  const compact = JSON.stringify({ records });

  it.each([
    ["CSV", "period,partner,flow,value\n2020,MX,export,10\n2020,MX,import,12.4\n"],
    [
      "CSV with quotes, spaces and columns in another order",
      'value, flow ,partner,period\n "10" ,export,"Mexico",2020\n12.4, import , mex,2020\n\n',
    ],
    ["a JSON list", JSON.stringify(records, null, 2)],
    ["a compact JSON list", JSON.stringify(records)],
    ["a JSON object with records", JSON.stringify({ records }, null, 2)],
    ["a compact JSON object with records", compact],
    ["NDJSON", records.map((record) => JSON.stringify(record)).join("\n")],
    [
      "NDJSON with CRLF and an empty line",
      records.map((record) => JSON.stringify(record)).join("\r\n\r\n"),
    ],
    ["JSON with a byte order mark", `\uFEFF${compact}`],
  ])("gives the same answer: %s", async (_, content) => {
    const file = written(temporaryFolder(), "records", content);
    const { stdout } = await ask(file, "--json");
    // Cents are rounded to whole dollars: 12.4 is 12.
    expect(JSON.parse(stdout).rows[0]).toMatchObject({ exports: 10, imports: 12, value: -2 });
  });
});
