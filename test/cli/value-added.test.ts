import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { resultSchema } from "../../src/schema/result.ts";
import { hasShared, sharedFile } from "../value-added/shared-files.ts";
import { run, runJson, temporaryFolder, written } from "./run.ts";

const call = (line: string) => run(`value-added ${line}`.split(" "));
const json = (line: string) => runJson(`value-added ${line}`.split(" "));

interface Computed {
  readonly computation: {
    readonly residual: number;
    readonly identities: { readonly difference: number; readonly tolerance: number }[];
  };
}

/** Two economies of one industry: A sells 20 of 100 to B's industry, B sells 30 of 90 to A's. */
const SMALL = [
  "row,AAA_S1,BBB_S1,AAA_FD,BBB_FD",
  "AAA_S1,10,20,60,10",
  "BBB_S1,30,10,10,40",
  "",
].join("\n");

describe("the origin of value added, from the embedded table", () => {
  // Figures of decompr and pymrio for this aggregation of WIOD's table of 2011.
  it("has 11.03 % of the United States in Mexico's exports, and 69.99 % of Mexico", async () => {
    const { rows, metric, parameters, data } = await json("origin --exporter MX");
    const of = (code: string) => rows.find(({ origin }) => origin === code)!.value;
    expect(of("US")).toBeCloseTo(11.029950177913056, 9);
    expect(of("MX")).toBeCloseTo(69.98538943545881, 9);
    expect(rows).toHaveLength(8);
    expect(rows[0]).toMatchObject({
      ...{ exporter: "MX", exporterName: "Mexico", origin: "MX", originName: "Mexico" },
      ...{ partner: null, period: "2011", unit: "percent", reason: null },
    });
    expect(metric).toBe("value-added-origin");
    expect(parameters).toMatchObject({ exporter: ["MX"], tableUnit: "USD million" });
    expect(data[0]).toMatchObject({
      id: "value-added-2011",
      vintage: "2013",
      sha256: "f3c74e219a203ffd87a4353adf441a7d998ee98600fdfbcac17d6df9932b5eb0",
      rows: { read: 280, used: 280, skipped: {} },
    });
  });

  it("gives value added in whole US dollars: 11.03 % of exports of 342,490 million", async () => {
    const { rows } = await json("origin --exporter Mexico --origin USA");
    expect(rows).toHaveLength(1);
    const { valueAdded, value } = rows[0] as { valueAdded: number; value: number };
    expect(Number.isSafeInteger(valueAdded)).toBe(true);
    expect(valueAdded / 342_490e6).toBeCloseTo(value / 100, 11);
  });

  it("carries residual and identities, and says that the table is aggregated", async () => {
    const answer = await json("origin --exporter MX");
    const { computation } = answer as unknown as Computed;
    expect(computation.residual).toBeLessThan(1e-13);
    for (const { difference, tolerance } of computation.identities) {
      expect(difference).toBeLessThanOrEqual(tolerance);
    }
    const said = answer.warnings.map(({ message }) => message).join(" ");
    expect(said).toContain("Aggregated from 41 economies to 8");
    expect(said).toContain("11.06");
    expect(said).toContain("maquiladoras");
    expect((await json("origin --exporter CA")).warnings).toHaveLength(1);
  });

  it("sums to 100 over the origins, at home and abroad together", async () => {
    const { rows } = await json("origin --exporter MX,CA --total");
    for (const code of ["MX", "CA"]) {
      const own = rows.filter(({ exporter }) => exporter === code);
      const share = (origin: string) => own.find((row) => row.origin === origin)!.value as number;
      const single = own.filter(({ origin }) => !["DOMESTIC", "FOREIGN"].includes(String(origin)));
      const sum = single.reduce((total, { value }) => total + (value as number), 0);
      expect(sum).toBeCloseTo(100, 9);
      expect(share("DOMESTIC")).toBeCloseTo(share(code), 9);
      expect(share("DOMESTIC") + share("FOREIGN")).toBeCloseTo(100, 9);
    }
  });

  it("agrees with itself by partner, by industry of origin or of export, and by destination", async () => {
    const sum = (rows: Record<string, unknown>[]) =>
      rows.reduce((total, { valueAdded }) => total + (valueAdded as number), 0);
    const whole = await json("origin --exporter MX --origin US");
    for (const by of [
      "partner",
      "origin-industry",
      "industry",
      "partner,industry",
      "destination",
    ]) {
      const { rows } = await json(`origin --exporter MX --origin US --by ${by}`);
      // Each row is rounded to whole dollars.
      expect(Math.abs(sum(rows) - sum(whole.rows))).toBeLessThan(rows.length);
    }
    const to = await json("origin --exporter MX --origin US --partner CA");
    const by = await json("origin --exporter MX --origin US --by partner");
    const canada = by.rows.find(({ partner }) => partner === "CA")!;
    expect(to.rows[0]).toMatchObject({ partner: "CA", partnerName: "Canada" });
    expect(to.rows[0]!.value).toBeCloseTo(canada.value as number, 9);
  });

  it("takes a group as one exporter with --together, and its members one by one without", async () => {
    const [one, each] = await Promise.all([
      json("origin --exporter USMCA --together --total"),
      json("origin --exporter USMCA"),
    ]);
    expect(new Set(one.rows.map(({ exporter }) => exporter))).toEqual(new Set(["USMCA"]));
    expect(new Set(each.rows.map(({ exporter }) => exporter))).toEqual(new Set(["CA", "MX", "US"]));
    const share = (origin: string) =>
      one.rows.find((row) => row.origin === origin)!.value as number;
    // What members make for each other is domestic to the group.
    expect(share("DOMESTIC")).toBeCloseTo(share("US") + share("CA") + share("MX"), 9);
    expect(share("DOMESTIC")).toBeGreaterThan(89);
  });

  it("leaves members out that the table does not distinguish, and says so", async () => {
    const { rows, warnings } = await json("origin --exporter EU27");
    expect(new Set(rows.map(({ exporter }) => exporter))).toEqual(new Set(["DE"]));
    const said = warnings.find(({ code }) => code === "not-in-table")!.message;
    expect(said).toContain("FR");
    expect(said).toContain("only within ROW");
  });
});

describe.skipIf(!hasShared("data", "wiod", "wiot_2011.csv.gz"))(
  "the origin of value added, from the world table of 2011",
  () => {
    it("has 11.057 % of the United States in Mexico's exports, and 8.683 in Canada's", async () => {
      const file = sharedFile("data", "wiod", "wiot_2011.csv.gz");
      const { rows, warnings, data } = await json(
        `origin --table ${file} --exporter MX,CA,CN,DE --origin US`,
      );
      const of = (code: string) => rows.find(({ exporter }) => exporter === code)!.value;
      expect(of("MX")).toBeCloseTo(11.057, 3);
      expect(of("CA")).toBeCloseTo(8.683, 3);
      expect(of("CN")).toBeCloseTo(2.429, 3);
      expect(of("DE")).toBeCloseTo(2.099, 3);
      expect(warnings.some(({ code }) => code === "table-caution")).toBe(false);
      expect(data[0]!.sha256).toMatch(/^[0-9a-f]{64}$/);
    });

    it("knows Romania under the code of that release, and France by name", async () => {
      const file = sharedFile("data", "wiod", "wiot_2011.csv.gz");
      const { rows } = await json(`participation --table ${file} --exporter Romania,FR,RoW`);
      expect(rows.map(({ exporter }) => exporter)).toEqual(["RO", "FR", "ROW"]);
    });
  },
);

describe("the decomposition of gross exports", () => {
  const terms = async (line: string) => {
    const answer = await json(`decompose ${line}`);
    const values = answer.rows.map(({ term, valueAdded }) => [term, valueAdded as number]);
    return { ...answer, terms: Object.fromEntries(values) as Record<string, number> };
  };

  it("has Mexico's exports in Borin and Mancini's terms, in millions as reference packages give them", async () => {
    const { terms: of, definition } = await terms("--exporter MX");
    const expected = {
      ...{ DVA: 238776.6973174155, VAX: 235825.2329292268, REF: 2951.464388188719 },
      ...{ DDC: 916.2629600873823, FVA: 102399.94752052793, FDC: 397.0922019692298 },
    };
    for (const [name, value] of Object.entries(expected)) {
      expect(of[name]! / 1e6, name).toBeCloseTo(value, 5);
    }
    expect(definition.method).toContain("Borin and Mancini (2019)");
    expect(definition.method).toContain("source-based");
  });

  it.each([
    ["kww", "Koopman, Wang and Wei (2014)", 10],
    ["koopman-wang-wei", "Koopman, Wang and Wei (2014)", 10],
    ["wwz", "Wang, Wei and Zhu (2013)", 17],
    ["oecd", "OECD", 6],
    ["borin-mancini --approach sink --perimeter world", "sink-based", 10],
  ])("names the definition of %s", async (method, says, count) => {
    const { rows, definition } = await terms(`--exporter MX --method ${method}`);
    expect(definition.method).toContain(says);
    expect(rows.length).toBeGreaterThanOrEqual(count);
    expect(rows[0]).toMatchObject({ term: "EXGR", value: 100, termTitle: "Gross exports" });
  });

  it("agrees on domestic content in every method, and not on foreign value added", async () => {
    const [source, kww, oecd] = await Promise.all([
      terms("--exporter MX"),
      terms("--exporter MX --method kww"),
      terms("--exporter MX --method oecd"),
    ]);
    expect(oecd.terms.EXGR_DVA! / source.terms.DC!).toBeCloseTo(1, 9);
    const foreign = kww.terms.FVA_FIN! + kww.terms.FVA_INT!;
    expect(foreign).toBeLessThan(0.95 * source.terms.FVA!);
  });

  it("sums to the total by partner and by industry", async () => {
    const whole = await terms("--exporter MX --terms VAX");
    for (const by of ["partner", "industry", "flow"]) {
      const { rows } = await json(`decompose --exporter MX --terms VAX --by ${by}`);
      const sum = rows.reduce((total, { valueAdded }) => total + (valueAdded as number), 0);
      expect(Math.abs(sum - whole.terms.VAX!)).toBeLessThan(rows.length);
    }
  });
});

describe("participation and final demand", () => {
  it("have backward participation as the foreign share of exports, for every economy", async () => {
    const [{ rows }, origin] = await Promise.all([
      json("participation"),
      json("origin --exporter all --total"),
    ]);
    expect(rows).toHaveLength(8);
    for (const row of rows) {
      const foreign = origin.rows.find(
        (one) => one.exporter === row.exporter && one.origin === "FOREIGN",
      )!;
      expect(row.backward).toBeCloseTo(foreign.value as number, 9);
      expect(row.value).toBeCloseTo((row.backward as number) + (row.forward as number), 12);
    }
  });

  it("have value added absorbed abroad equal to the VAX of the decomposition", async () => {
    const [final, decomposed] = await Promise.all([
      json("final-demand --origin MX"),
      json("decompose --exporter MX --terms VAX"),
    ]);
    const abroad = final.rows[0]!.abroad as number;
    expect(abroad / (decomposed.rows[0]!.valueAdded as number)).toBeCloseTo(1, 10);
  });
});

describe("a table of one's own", () => {
  it("keeps its own codes and unit; by hand, A's exports of 30 hold 8.18 of B's value", async () => {
    const file = written(temporaryFolder(), "small.csv", SMALL);
    const { rows, parameters, data } = await json(`origin --table ${file} --exporter AAA`);
    // A = [0.1 2/9; 0.3 1/9], v = [0.6 2/3]; x of (I - A) x = (30, 0): det 0.7333, x = (36.36, 12.27).
    const share = (origin: string) => rows.find((row) => row.origin === origin)!;
    expect(share("AAA").valueAdded).toBeCloseTo(21.8182, 4);
    expect(share("BBB").valueAdded).toBeCloseTo(8.1818, 4);
    expect(share("BBB").value).toBeCloseTo(27.2727, 4);
    expect(parameters).toMatchObject({ tableUnit: null, economies: 2, industries: 1 });
    expect(data[0]).toMatchObject({ id: "small.csv", vintage: null });
  });

  it("is in US dollars where --unit says which", async () => {
    const file = written(temporaryFolder(), "small.csv", SMALL);
    const { rows } = await runJson([
      ...`value-added origin --table ${file} --exporter AAA --unit`.split(" "),
      "USD thousand",
    ]);
    expect(rows.map(({ valueAdded }) => valueAdded)).toEqual([21818, 8182]);
  });

  it("may have no header, where its economies are named", async () => {
    const file = written(temporaryFolder(), "bare.csv", "10,20,60,10\n30,10,10,40\n");
    const { rows } = await json(`origin --table ${file} --economies MEX,USA --exporter MX`);
    expect(rows.map(({ origin }) => origin)).toEqual(["MX", "US"]);
    expect(rows[1]!.value).toBeCloseTo(27.2727, 4);
  });

  it("is checked: exit 0 where it balances, 1 with the worst cells where it does not", async () => {
    const folder = temporaryFolder();
    const good = await call(`check ${written(folder, "good.csv", SMALL)}`);
    expect(good.status).toBe(0);
    expect(good.stdout).toContain("2 economies, 1 industries");
    expect(good.stdout).toContain("It balances");
    const bad = SMALL.replace("BBB_FD", "BBB_FD,OUT").replace("60,10", "60,10,130");
    const file = written(folder, "bad.csv", bad.replace("10,40", "10,40,90"));
    const unbalanced = await call(`check ${file} --json`);
    expect(unbalanced.status).toBe(1);
    const report = JSON.parse(unbalanced.stdout);
    expect(report).toMatchObject({ isBalanced: false, layout: "labelled" });
    expect(report.worst[0]).toMatchObject({ label: "AAA_S1", kind: "row", sum: 100, output: 130 });
  });

  it.each<[string, string, string | Uint8Array, string]>([
    ["a missing row", "a.csv", SMALL.replace(/BBB_S1,30.*\n/, ""), "BBB_S1"],
    ["a duplicate label", "a.csv", SMALL.replace("BBB_S1,30", "AAA_S1,30"), "AAA_S1"],
    ["a text cell", "a.csv", SMALL.replace(",20,", ",n/a,"), "n/a"],
    ["text that is no table", "a.csv", "hello\n", "not an input-output table"],
    ["an empty file", "a.csv", "", "the file is empty"],
    ["a truncated gzip", "a.csv.gz", gzipSync(SMALL.repeat(50)).subarray(0, 60), "gzip file"],
    [
      "negative output",
      "a.csv",
      SMALL.replace("AAA_S1,10,20,60,10", "AAA_S1,10,20,60,-300"),
      "AAA_S1",
    ],
  ])("ends with 2 and one line that names the place: %s", async (_, name, content, says) => {
    const file = written(temporaryFolder(), name, content);
    for (const line of [`check ${file}`, `origin --exporter AAA --table ${file}`]) {
      const { status, stdout, stderr } = await call(line);
      expect([status, stdout]).toEqual([2, ""]);
      const [first, ...hints] = stderr.trimEnd().split("\n");
      expect(first!.startsWith(`error: ${file}`)).toBe(true);
      expect(first).toContain(says);
      for (const hint of hints) expect(hint).toMatch(/^ {2}\S/);
    }
  });
});

describe("wrong questions", () => {
  it.each([
    ["origin", "value-added origin: which economy? (use --exporter MX, a list, a group, or all)"],
    ["decompose", "value-added decompose: which economy?"],
    ["origin --exporter Mexcio", '--exporter: unknown partner "Mexcio"'],
    ["origin --exporter FR", "--exporter: value-added-2011 has no figures for France (FR) alone"],
    ["origin --exporter EU27 --together", "--exporter: value-added-2011 has no figures for 26 of"],
    ["origin --exporter MX --partner FR", "--partner: value-added-2011 has no figures for France"],
    ["origin --exporter MX --partner MX", "MEX lies within MEX"],
    [
      "origin --exporter MX --importer US --partner US",
      "--partner and --importer both name who buys",
    ],
    ["origin --exporter MX --by weight", '--by: "weight" is not possible here'],
    ["origin --exporter MX --origin US --origin CA", "--origin: given twice, as US and as CA"],
    [
      "origin --exporter MX --by partner --by origin",
      "--by: given twice, as partner and as origin",
    ],
    ["origin --exporter MX --industry C99", '--industry: value-added-2011 has no industry "C99"'],
    ["balance --reporter FR", "--reporter: value-added-2011 has no figures for France (FR) alone"],
    ["balance --period 2010,2011", "--period: expected 1 period, got 2"],
    ["origin --exporter MX --table nowhere.csv", "nowhere.csv: no such file"],
    ["decompose --exporter MX --method kww --approach sink", "koopman-wang-wei: approach and"],
    ["decompose --exporter MX --terms DVAX", "--terms: there is no term DVAX"],
    [
      "origin --exporter MX --industries a,b",
      "--industries says how a file is read (add --table FILE)",
    ],
    [
      "origin --exporter MX --table nowhere.csv --industries a,b",
      "--industries names those of a table without a header (add --economies)",
    ],
    ["check nowhere.csv", "nowhere.csv: no such file"],
  ])("end with 2 and what is wrong: %s", async (line, says) => {
    const { status, stdout, stderr } = await call(line);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr.startsWith(`error: ${says}`), stderr).toBe(true);
  });
});

describe("the formats", () => {
  it.each([
    "origin --exporter MX --total",
    "origin --exporter USMCA --together --by partner",
    "origin --exporter MX --by industry --top 5",
    "decompose --exporter MX",
    "decompose --exporter MX --by flow --terms DVA --top 5",
    "decompose --exporter US --method wwz",
    "participation",
    "final-demand",
  ])("table stays within 80 columns, and JSON keeps to the schema: %s", async (line) => {
    const { stdout } = await call(line);
    for (const each of stdout.split("\n")) expect(each.length).toBeLessThanOrEqual(80);
    const document = await json(line);
    expect(resultSchema.safeParse(document).error).toBeUndefined();
  });

  it("ndjson, csv and markdown have the rows, and warnings go to standard error", async () => {
    const line = "origin --exporter MX --origin US --format";
    const [ndjson, csv, markdown] = await Promise.all(
      ["ndjson", "csv", "markdown"].map((format) => call(`${line} ${format}`)),
    );
    expect(JSON.parse(ndjson!.stdout)).toMatchObject({ exporter: "MX", origin: "US" });
    expect(csv!.stdout.split("\n")[0]).toContain("exporter,exporterName,origin");
    expect(markdown!.stdout).toContain("| Mexico | United States | 37,776.5 | 11.03 |");
    for (const { stderr } of [ndjson!, csv!, markdown!]) expect(stderr).toContain("warning: ");
  });

  it("say what goes on only at a terminal, or with --progress", async () => {
    const file = written(temporaryFolder(), "small.csv", SMALL);
    const quiet = await call(`origin --table ${file} --exporter AAA`);
    expect(quiet.stderr).toBe("");
    const asked = await call(`origin --table ${file} --exporter AAA --progress`);
    expect(asked.status).toBe(0);
  });
});
