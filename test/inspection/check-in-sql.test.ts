import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { InputError } from "../../src/errors.ts";
import { checkFiles } from "../../src/inspection/check.ts";
import { suspicions } from "../../src/inspection/suspicions.ts";
import { factsOf } from "../../src/sources/engines/load-stored.ts";
import { beginReading, endReading } from "../../src/sources/engines/running.ts";
import { withFiles } from "../../src/sources/open-files.ts";
import { Loading } from "../../src/sources/records/load.ts";
import { fileWith, plainReading, rewritable } from "../sources/files-for-tests.ts";
import { comtradeFile, comtradeRow, excerpts } from "../sources/formats/excerpts.ts";

const file = rewritable();

/** What both say of a file; only reading row by row searches its values for what is suspicious. */
async function report(path: string, engine: "rows" | "duckdb", missing: readonly string[] = []) {
  try {
    const told = await checkFiles([path], { ...plainReading, missing, largeFile: 0, engine });
    const searched = new Set<string>([...suspicions, "not-searched"]);
    return { ...told, warnings: told.warnings.filter(({ code }) => !searched.has(code)) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { refused: error.message };
  }
}

/** What DuckDB tells of a file without the help of the row engine, and null where it cannot. */
function toldInSql(path: string, missing: readonly string[] = [], parts?: number) {
  return withFiles([path], { ...plainReading, missing, largeFile: 0 }, async (opened) => {
    const { files, directory, settings } = opened;
    const inParts = parts === undefined ? undefined : () => parts;
    return factsOf(files.tables[0]!, directory, settings, new Loading(), null, inParts);
  });
}

async function isToldInSql(path: string, missing: readonly string[] = []): Promise<boolean> {
  return (await toldInSql(path, missing)) !== null;
}

/** The same lists, whatever order the database gave them in. */
const inOrder = (facts: object | null) =>
  facts &&
  Object.entries(facts).map(([name, all]) => [
    name,
    Array.isArray(all) ? all.map((one) => JSON.stringify(one)).sort() : all,
  ]);

const mexico = ["484", "MEX", "Mexico"] as const;
const nobody = ["899", "_X ", "Areas, nes"] as const;
const nowhere = ["1234", "", "Atlantis"] as const;

describe("the check of a large file in SQL", () => {
  beforeAll(beginReading);
  afterAll(endReading);

  const texts = excerpts.filter(({ content }) => typeof content === "string");
  it.each(texts)("says of $title what reading row by row says", async ({ content }) => {
    const path = fileWith(content);
    expect(await report(path, "duckdb")).toEqual(await report(path, "rows"));
  });

  it("is told in SQL where every row is good, a record is missing or a partner has no place", async () => {
    const own = fileWith(
      "period,partner,flow,value,product\n2024-01,MX,export,3,hs:27\n2024-03,Mexico,export,4,hs:27\n2024,MX,export,n/a,total\n",
    );
    expect(await isToldInSql(own, ["n/a"])).toBe(true);
    expect(await report(own, "duckdb", ["n/a"])).toMatchObject({
      rows: { read: 3, used: 2, rejected: { missing: 1 } },
      gaps: [{ series: "MX export hs:27", months: ["2024-02"] }],
    });
    const comtrade = fileWith(
      comtradeFile([
        comtradeRow({ flow: "M", partner: mexico, cif: "5", value: "5" }),
        comtradeRow({ flow: "X", partner: mexico, fob: "6", value: "6", product: "27" }),
        comtradeRow({ flow: "RX", partner: nobody, value: "7" }),
        comtradeRow({ flow: "M", partner: nowhere, cif: "8", value: "8" }),
      ]),
    );
    expect(await isToldInSql(comtrade)).toBe(true);
    expect(await report(comtrade, "duckdb")).toEqual(await report(comtrade, "rows"));
    const baci = fileWith("t,i,j,k,v,q\n2023,842,484,10110,1.5,2\n2023,484,842,270900,20,3\n");
    expect(await isToldInSql(baci)).toBe(true);
    expect(await report(baci, "duckdb")).toMatchObject({ rows: { read: 4, used: 4 }, partners: 2 });
  });

  it.each([
    ["a bad value", "2024,MX,export,x,hs:27"],
    ["a bad product", "2024,MX,export,1,petrol"],
    ["a bad period", "2024-13,MX,export,1,hs:27"],
    ["an unknown partner", "2024,Atlantis,export,1,hs:27"],
    ["a partner that is left out", "2024,,export,1,hs:27"],
    ["a duplicate", "2023,Mexico,export,1,hs:27"],
    ["a quote in a cell", '2024,"M""X",export,1,hs:27'],
    ["a row that is too short", "2024,MX,export"],
    ["another unit", "2024,MX,export,1,hs:27,USD million"],
  ])("is left to the row engine for %s", async (_, row) => {
    const header = `period,partner,flow,value,product${row.endsWith("million") ? ",unit" : ""}`;
    const first = `2023,MX,export,3,hs:27${row.endsWith("million") ? ",USD" : ""}`;
    const path = file(`${header}\n${first}\n${row}\n`);
    expect(await isToldInSql(path)).toBe(false);
    expect(await report(path, "duckdb")).toEqual(await report(path, "rows"));
  });

  const row = fc.record({
    period: fc.constantFrom("2023", "2023-01", "2023-02", "2023-05", "2024", "2024-01/2024-03"),
    partner: fc.constantFrom("MX", "Mexico", "CA", " CA ", "WORLD", "EU"),
    flow: fc.constantFrom("export", "import", "Export"),
    value: fc.constantFrom("1", "2.5", "n/a", "1e3", " 7", "9007199254740991"),
    product: fc.constantFrom("total", "hs:27", "hs:2709", "hs:00", "naics:211"),
    reporter: fc.constantFrom("US", "us", "Germany"),
    valuation: fc.constantFrom("cif", "fob", ""),
  });
  const rows = fc.uniqueArray(row, {
    maxLength: 12,
    minLength: 1,
    selector: ({ value, ...rest }) => JSON.stringify(rest),
  });

  const runs = Number(process.env.TRADE_METRICS_RUNS ?? 36);
  const randomFile = (all: readonly object[]) => {
    const lines = all.map((one) => Object.values(one).join(","));
    return file(`period,partner,flow,value,product,reporter,valuation\n${lines.join("\n")}\n`);
  };

  it("says the same of random files", { timeout: 600_000 }, async () => {
    let [told, asked] = [0, 0];
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const path = randomFile(all);
        expect(await report(path, "duckdb", ["n/a"])).toEqual(await report(path, "rows", ["n/a"]));
        // That most are told in SQL is seen from every fourth.
        asked += 1;
        if (asked % 4 === 0 && (await isToldInSql(path, ["n/a"]))) told += 1;
      }),
      { numRuns: runs },
    );
    expect(told).toBeGreaterThan(0);
  });

  it("says the same in however many parts records are compared", async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 2, max: 16 }), async (all, parts) => {
        const path = randomFile(all);
        const told = await toldInSql(path, ["n/a"], parts);
        expect(inOrder(told)).toEqual(inOrder(await toldInSql(path, ["n/a"], 1)));
      }),
      { numRuns: Math.ceil(runs / 12) },
    );
  });
});
