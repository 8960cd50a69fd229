import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run, temporaryFolder, written } from "../cli/run.ts";
import { censusMonth } from "./census-month.ts";
import { certificate } from "./certificate.ts";
import { countryFile } from "./country-file.ts";
import { ReplayServer, type Reply, type Seen } from "./replay-server.ts";

const folder = temporaryFolder();
const trusted = written(folder, "certificate.pem", certificate);

let reply: (seen: Seen) => Reply = () => ({ status: 500 });
let proxy: ReplayServer;
beforeAll(async () => {
  proxy = await ReplayServer.startProxy((seen) => reply(seen));
});
afterAll(() => proxy.stop());

/** A home of its own, and the proxy on loopback as its way to the world. */
function home() {
  const env = {
    ...{ HOME: temporaryFolder(), TRADE_METRICS_STORE: temporaryFolder() },
    ...{ HTTPS_PROXY: proxy.address, NODE_EXTRA_CA_CERTS: trusted },
    ...{
      CENSUS_API_KEY: "5ecre7-5ecre7",
      BEA_API_KEY: "5ecre7-5ecre7",
      COMTRADE_API_KEY: "5ecre7-5ecre7",
      DATAWEB_TOKEN: "5ecre7-5ecre7",
    },
  };
  const call = (...words: readonly string[]) => run(words, { cwd: env.HOME, env });
  const json = async (...words: readonly string[]) => {
    const { status, stdout, stderr } = await call(...words, "--json");
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  };
  return { call, json };
}

const mexico = ["--partner", "MX", "--period"];
const mexicoIn = (period: string) => [...mexico, period];
const july = written(
  folder,
  "july.xlsx",
  countryFile([
    { year: "2023", months: 12, imports: 5, exports: 4 },
    { year: "2026", months: 7, imports: 3, exports: 2 },
  ]),
);
const september = countryFile([{ year: "2026", months: 9, imports: 4, exports: 2 }]);

describe("an imported file", () => {
  it("answers as the newest vintage and by its name, is listed by revisions, ages, and goes", async () => {
    const { call, json } = home();
    await call("data", "import", july, "--released", "2026-11-04");
    // Twelve months of 4 million of exports less 5 of imports.
    for (const words of [mexico, ["--vintage", "2026-11", ...mexico]]) {
      const { rows, data } = await json("balance", ...words, "2023");
      expect(rows[0]).toMatchObject({ balance: -12_000_000, vintage: "2026-11" });
      expect(data[0]).toMatchObject({ id: "census-goods", vintage: "2026-11" });
      expect(data[0].sha256).toMatch(/^[0-9a-f]{64}$/);
    }
    const before = await json("balance", ...mexico, "2023", "--as-of", "2025-05-01");
    expect(before.rows[0].balance).toBe(-152_473_493_291);
    const listed = await json("data", "revisions", ...mexico, "2023");
    expect(listed.rows.at(-1)).toMatchObject({ vintage: "2026-11", value: -12_000_000 });
    const { stdout } = await call("data", "status");
    expect(stdout).toMatch(
      / {2}2026-11 +stored +2023-01 to 2026-07, released 2026-11-04, \d+ \w+ old/,
    );
    await call("data", "import", written(folder, "september.xlsx", september), ...released(12));
    expect((await call("data", "prune", "--keep", "1")).stdout).toMatch(
      /^removed census-goods 2026-11\n/,
    );
    const gone = await call("balance", ...mexico, "2023", "--vintage", "2026-11");
    expect(gone.status).toBe(2);
    expect(gone.stderr).toContain("census-goods has no vintage 2026-11");
    const after = await json("balance", ...mexico, "2023");
    // Printed -149,270.2 million after the revision of June 2025.
    expect(Math.round(after.rows[0].balance / 100_000)).toBe(-1_492_702);
    expect(after.rows[0].vintage).toBe("2025-10");
  });

  it("is one of all vintages in revisions, where several were brought", async () => {
    const { call, json } = home();
    await call("data", "import", july, ...released(11));
    await call("data", "import", written(folder, "later.xlsx", september), ...released(12));
    const { rows } = await json("data", "revisions", ...mexico, "2026-07", "--of", "imports");
    const own = rows.slice(-2);
    expect(own).toMatchObject([
      { vintage: "2026-11", value: 3_000_000 },
      { vintage: "2026-12", value: 4_000_000, revision: 1_000_000 },
    ]);
  });

  it("leaves to the embedded data what it does not hold, and says which vintage is whose", async () => {
    const { call, json } = home();
    await call("data", "import", july, ...released(11));
    const { rows } = await json("balance", "--partner", "MX,CA", "--period", "2023");
    expect(rows.map(({ vintage }: { vintage: string }) => vintage)).toEqual(["2026-11", "2025-10"]);
  });

  it("is what verify computes from, where the report knew it", async () => {
    const { call, json } = home();
    const claims = (
      asOf: string,
    ) => `report: { id: a, title: A, publisher: B, date: 2026-11-20, asOf: ${asOf} }
claims:
  - id: deficit
    says: US deficit in goods trade with Mexico
    reported: "12"
    unit: USD
    scale: million
    where: { section: Summary }
    compute: { metric: balance, partner: MX, period: "2023", as: deficit }
`;
    await call("data", "import", july, ...released(11));
    for (const [day, verdict] of [
      ["2026-11-20", "reproduced"],
      ["2026-11-01", "mismatch"],
    ] as const) {
      const file = written(folder, "claims.yaml", claims(day));
      const report = await json("verify", file, "--no-exit-code");
      expect(report.claims[0].verdict).toBe(verdict);
    }
    const file = written(folder, "claims.yaml", claims("2026-11-20"));
    expect((await call("data", "lock", file)).stdout).toMatch(/census-goods: vintage 2026-11 /);
  });
});

function released(month: number) {
  return ["--released", `2026-${month}-04`];
}

/** An answer of BEA with one series of Mexico, of which the fourth is held back. */
function beaSeries({ query }: Seen): Reply {
  const Indicator = query.get("Indicator")!;
  const amounts: Record<string, string> = { ExpGds: "300", ImpGds: "500", ExpServ: "70" };
  const one = {
    ...{ Indicator, AreaOrCountry: "Mexico", Frequency: "A", Year: "2025", TimePeriod: "2025" },
    ...{ TimeSeriesId: "", TimeSeriesDescription: "", CL_UNIT: "Level", UNIT_MULT: "6" },
    ...{ DataValue: amounts[Indicator] ?? "0", NoteRef: Indicator in amounts ? " " : "(D)" },
  };
  const Results = { UTCProductionTime: "2026-06-24T12:30:00.000", Data: [one] };
  return { body: JSON.stringify({ BEAAPI: { Request: {}, Results } }) };
}

describe("a dataset with quarters that are adjusted and quarters that are not", () => {
  /** BEA's answer: exports 80 adjusted and 70 not, imports 130 and 125, in millions. */
  const quarter = (...frequencies: ("QSA" | "QNSA")[]) =>
    JSON.stringify({
      BEAAPI: {
        Request: {},
        Results: {
          UTCProductionTime: "2026-03-01T00:00:00.000",
          Data: frequencies.flatMap((Frequency) =>
            Object.entries(
              Frequency === "QSA"
                ? { ExpGds: "80", ImpGds: "130" }
                : { ExpGds: "70", ImpGds: "125" },
            ).map(([Indicator, DataValue]) => ({
              ...{ Indicator, AreaOrCountry: "Mexico", Frequency, Year: "2026" },
              ...{ TimePeriod: "2026Q1", TimeSeriesId: "", TimeSeriesDescription: "" },
              ...{ CL_UNIT: "Level", UNIT_MULT: "6", DataValue, NoteRef: " " },
            })),
          ),
        },
      },
    });
  const asked = ["data", "revisions", "--data", "bea-trade", ...mexicoIn("2026-Q1")];

  it.each<[string, ("QSA" | "QNSA")[][]]>([
    ["in one vintage", [["QSA", "QNSA"]]],
    ["in two vintages", [["QSA"], ["QNSA"]]],
  ])("has its revisions told of the ones that are asked for, %s", async (_, vintages) => {
    const { call, json } = home();
    for (const [at, frequencies] of vintages.entries()) {
      const file = written(folder, `quarter-${at}.json`, quarter(...frequencies));
      await call(
        "data",
        "import",
        file,
        "--dataset",
        "bea-trade",
        "--released",
        `2026-0${at + 3}-04`,
      );
    }
    const plain = await call(...asked, "--sector", "goods");
    expect(plain).toMatchObject({ status: 2 });
    expect(plain.stderr).toMatch(/seasonal.*adjust.*--adjusted/);
    for (const [word, balance] of [
      ["yes", -50_000_000],
      ["no", -55_000_000],
    ] as const) {
      const { rows } = await json(...asked, "--sector", "goods", "--adjusted", word);
      expect(rows.map(({ value }: { value: number }) => value)).toEqual([balance]);
    }
  });
});

describe("several fetched vintages of parts of a dataset", () => {
  const row = {
    ...{ typeCode: "C", freqCode: "A", refPeriodId: 20230101, period: "2023" },
    ...{ reporterCode: 842, partner2Code: 0, classificationCode: "H6", cmdCode: "TOTAL" },
    ...{ customsCode: "C00", motCode: 0, isReported: true, isAggregate: true },
  };
  const comtrade = ({ query }: Seen): Reply => {
    const partnerCode = Number(query.get("partnerCode"));
    const data = [
      { ...row, partnerCode, flowCode: "X", primaryValue: partnerCode },
      { ...row, partnerCode, flowCode: "M", primaryValue: 9 },
    ];
    return { body: JSON.stringify({ elapsedTime: "1", count: 2, data, error: "" }) };
  };

  it("answer together, and the newest of those that have a figure is the one", async () => {
    const { call, json } = home();
    reply = comtrade;
    for (const code of ["392", "484"]) {
      const asked = ["--set", `partnerCode=${code}`, "--set", "period=2023"];
      expect((await call("data", "update", "comtrade", ...asked)).status).toBe(0);
    }
    const words = ["--partner", "JP,MX", "--period", "2023", "--data", "comtrade"];
    const { rows } = await json("balance", ...words);
    expect(rows.map(({ balance }: { balance: number }) => balance)).toEqual([383, 475]);
    expect(new Set(rows.map(({ vintage }: { vintage: string }) => vintage)).size).toBe(2);
    const of = ["--period", "2023", "--data", "comtrade"];
    const { rows: revised } = await json("data", "revisions", "--partner", "JP", ...of);
    expect(revised).toMatchObject([{ dataset: "comtrade", value: 383 }]);
  });

  it("of the API by chapter are months that stand side by side", async () => {
    const { call, json } = home();
    reply = censusMonth;
    for (const month of ["2026-06", "2026-07"]) {
      const months = ["--set", `from=${month}`, "--set", `to=${month}`];
      expect((await call("data", "update", "census-hs2", ...months)).status).toBe(0);
    }
    const vehicles = ["--product", "hs:87", "--period"];
    const each = await json("balance", "--partner", "MX", ...vehicles, "2026-06,2026-07");
    expect(each.rows.map(({ balance }: { balance: number }) => balance)).toEqual([-1, -1]);
    const both = await json("balance", "--partner", "MX", ...vehicles, "2026-06/2026-07");
    expect(both.rows[0].balance).toBe(-2);
  });
});

describe("a fetched vintage", () => {
  it("of the country file answers, and the one before stays by its name", async () => {
    const { call, json } = home();
    const day = (released: string) => ({ "Last-Modified": released });
    reply = () => ({
      headers: day("Wed, 04 Nov 2026 13:40:00 GMT"),
      body: readFileSync(july),
    });
    expect((await call("data", "update", "census-goods")).status).toBe(0);
    reply = () => ({ headers: day("Tue, 08 Dec 2026 13:40:00 GMT"), body: september });
    expect((await call("data", "update", "census-goods")).status).toBe(0);
    const newest = await json("balance", ...mexico, "2026-07");
    expect(newest.rows[0]).toMatchObject({ balance: -2_000_000, vintage: "2026-12" });
    const older = await json("balance", ...mexico, "2026-07", "--vintage", "2026-11");
    expect(older.rows[0].balance).toBe(-1_000_000);
    const month = await json("balance", ...mexico, "2026-09");
    expect(month.rows[0].balance).toBe(-2_000_000);
  });

  it("of the API by chapter answers questions about products", async () => {
    const { call, json } = home();
    reply = censusMonth;
    const months = ["--set", "from=2026-06", "--set", "to=2026-06"];
    expect((await call("data", "update", "census-hs2", ...months)).status).toBe(0);
    const { rows, data } = await json("balance", ...mexico, "2026-06", "--product", "hs:87");
    expect(rows[0]).toMatchObject({ exports: 2, imports: 3, vintage: "2026-11" });
    expect(data[0].id).toBe("census-hs2");
  });

  it("of BEA answers about services, and what is held back is no zero", async () => {
    const { call, json } = home();
    reply = beaSeries;
    expect((await call("data", "update", "bea-trade")).stdout).toMatch(
      /^bea-trade: new vintage 2026-06 .*2025 to 2025, 3 figures/,
    );
    const goods = await json("balance", ...mexico, "2025", "--basis", "bop", "--sector", "goods");
    expect(goods.rows[0]).toMatchObject({ balance: -200_000_000, vintage: "2026-06" });
    const services = await json("balance", ...mexico, "2025", "--sector", "services");
    expect(services.rows[0]).toMatchObject({ exports: 70_000_000, imports: null, balance: null });
    const before = await json("balance", ...mexico, "2024", "--sector", "services");
    expect(before.rows[0].vintage).toBe("2025-03");
  });

  it("of a dataset that is not embedded answers by the name of the dataset", async () => {
    const { call, json } = home();
    const row = {
      ...{ typeCode: "C", freqCode: "A", refPeriodId: 20230101, period: "2023" },
      ...{ reporterCode: 842, partnerCode: 392, partner2Code: 0, classificationCode: "H6" },
      ...{ cmdCode: "TOTAL", customsCode: "C00", motCode: 0, isReported: true, isAggregate: true },
    };
    const data = [
      { ...row, flowCode: "X", primaryValue: 7 },
      { ...row, flowCode: "M", primaryValue: 9 },
    ];
    reply = () => ({ body: JSON.stringify({ elapsedTime: "1", count: 2, data, error: "" }) });
    const asked = ["--set", "partnerCode=392", "--set", "period=2023"];
    const update = await call("data", "update", "comtrade", ...asked);
    expect([update.status, update.stderr]).toEqual([0, expect.not.stringContaining("error")]);
    const words = ["balance", "--partner", "JP", "--period", "2023", "--data", "comtrade"];
    const { rows, data: used } = await json(...words);
    expect(rows[0].balance).toBe(-2);
    expect(used[0]).toMatchObject({ id: "comtrade", source: "UN Comtrade" });
    const none = await call(...words, "--vintage", "2020-01");
    expect(none.stderr).toMatch(/^error: --data: comtrade has no vintage 2020-01 \(it has \S+ of /);
  });

  it("of shares of value added answers in place of the embedded edition, which keeps its name", async () => {
    const { call, json } = home();
    reply = () => ({
      body: [
        "DATAFLOW,MEASURE,REF_AREA,ACTIVITY,COUNTERPART_AREA,UNIT_MEASURE,FREQ,TIME_PERIOD,OBS_VALUE,UNIT_MULT",
        "OECD.STI.PIE:DSD_TIVA_MAINSH@DF_MAINSH(1.2),EXGR_DVA,MEX,_T,W,PT_EXGR,A,2023,55.5,0",
        "",
      ].join("\n"),
    });
    const asked = ["--set", "measures=EXGR_DVA"];
    expect((await call("data", "update", "tiva-shares", ...asked)).status).toBe(0);
    const { rows, data } = await json("value-added", "--partner", "MX", "--period", "2023");
    expect(rows[0].value).toBe(55.5);
    expect(data[0].vintage).toMatch(/^\d{4}-\d{2}$/);
    const old = await json(
      "value-added",
      "--partner",
      "MX",
      "--period",
      "2020",
      "--vintage",
      "2025",
    );
    expect(old.data[0].vintage).toBe("2025");
    const none = await call("value-added", "--partner", "MX", "--vintage", "2019");
    expect(none.stderr).toMatch(
      /^error: --vintage: tiva-shares has no vintage 2019 \(it has 2025, /,
    );
  });
});

describe("bytes that hold no records of trade", () => {
  // Consumer prices as the BLS sends them: recorded, with October 2025 that was never published.
  it("leave every question as it was", async () => {
    const { call } = home();
    const body = {
      ...{ status: "REQUEST_SUCCEEDED", message: [] },
      Results: {
        series: [
          { seriesID: "CUUR0000SA0", data: [{ year: "2026", period: "M05", value: "335.123" }] },
        ],
      },
    };
    reply = () => ({ body: JSON.stringify(body) });
    expect((await call("data", "update", "cpi-u", "--set", "from=2026")).status).toBe(0);
    expect((await call("balance", ...mexico, "2023")).status).toBe(0);
    expect((await call("data", "status")).stdout).toContain("cpi-u");
  });

  // Prices of June 2026 made up as 400; the mean of 2024 is 313.689 (CPI-U, BLS).
  it("deflate money of months that the embedded prices do not have", async () => {
    const { call, json } = home();
    const question = ["balance", "--partner", "MX", "--period", "2026-06"];
    const before = await json(...question, "--real", "2024");
    expect(before.rows[0]).toMatchObject({ value: null, reason: "outside-coverage" });
    const body = {
      ...{ status: "REQUEST_SUCCEEDED", message: [] },
      Results: {
        series: [
          { seriesID: "CUUR0000SA0", data: [{ year: "2026", period: "M06", value: "400.000" }] },
        ],
      },
    };
    reply = () => ({ body: JSON.stringify(body) });
    await call("data", "update", "cpi-u", "--set", "from=2026");
    const { rows, data } = await json(...question, "--real", "2024");
    const { rows: nominal } = await json(...question);
    expect(rows[0].value / nominal[0].value).toBeCloseTo(313.689 / 400, 6);
    const prices = data.find(({ id }: { id: string }) => id === "cpi-u");
    expect(prices.vintage).not.toBe("2026-06");
    // Months that were not fetched are the embedded ones.
    const may = await json("balance", "--partner", "MX", "--period", "2026-05", "--real", "2024");
    expect(may.rows[0].value / -21_128_800_000).toBeCloseTo(0.936, 2);
  });
});

/** A report of DataWeb with a table for each thing shown; figures made up. */
function report(
  tables: Readonly<Record<string, readonly (readonly string[])[]>>,
  labels: string[],
) {
  const value = (text: string) => ({ value: text });
  const all = Object.entries(tables).map(([dataToReportDesc, rows]) => ({
    tableInfo: { dataToReportDesc },
    column_groups: [{ columns: labels.map((label) => ({ label })) }],
    row_groups: [{ rowsNew: rows.map((cells) => ({ rowEntries: cells.map(value) })) }],
  }));
  return JSON.stringify({ dto: { errors: [], tables: all } });
}

describe("a report of DataWeb", () => {
  const query = (tradeType: string, countries: object, scale = "1") =>
    JSON.stringify({
      reportOptions: { tradeType, classificationSystem: "HTS" },
      searchOptions: { componentSettings: { scale }, countries },
    });
  const broken = { aggregation: "Break Out Countries", countriesSelectType: "all" };

  it("answers by the name of its dataset: the flow from the query, the partner by name", async () => {
    const { call, json } = home();
    const words = (text: string) => ["data", "update", "dataweb", "--set", `query=${text}`];
    const labels = ["HTS Number", "Country", "Year 2024"];
    reply = () => ({
      body: report(
        {
          "Customs Value": [
            ["87", "Canada", "1,000"],
            ["87", "Mexico", "*"],
            ["Total:", "", "1,000"],
          ],
          "Calculated Duties": [["87", "Canada", "25"]],
        },
        labels,
      ),
    });
    const update = await call(...words(query("GenImp", broken)));
    expect([update.status, update.stderr]).toEqual([0, ""]);
    expect(update.stdout).toMatch(/^dataweb: new vintage \S+ .*, 2024 to 2024, 1 figure/);
    reply = () => ({
      body: report({ "FAS Value": [["87", "Canada", "1,500"]] }, labels),
    });
    await call(...words(query("TotExp", broken)));
    const asked = ["balance", "--data", "dataweb", "--product", "hs:87", "--period", "2024"];
    // The exports of one query stand beside the imports of the other.
    const { rows, data } = await json(...asked, "--partner", "CA");
    expect(rows[0]).toMatchObject({ exports: 1500, imports: 1000, balance: 500 });
    expect(data[0]).toMatchObject({ id: "dataweb", source: "USITC DataWeb" });
    // What is held back is no zero.
    const { rows: held } = await json(...asked, "--partner", "MX");
    expect(held[0]).toMatchObject({ imports: null, value: null });
  });

  it("is of the country of its query, where it lists none", async () => {
    const { call, json } = home();
    const only = {
      aggregation: "Aggregate Countries",
      ...{ countriesSelectType: "list", countriesExpanded: [{ name: "Mexico", value: "2010" }] },
    };
    reply = () => ({ body: report({ "Customs Value": [["87", "7"]] }, ["HTS Number", "2023"]) });
    await call("data", "update", "dataweb", "--set", `query=${query("Import", only)}`);
    const asked = ["--product", "hs:87", "--imports", "consumption", "--data", "dataweb"];
    const { rows } = await json("balance", ...mexicoIn("2023"), ...asked);
    expect(rows[0]).toMatchObject({ partner: "MX", imports: 7 });
  });

  it("in thousands is refused before it is asked for, since its answer does not say so", async () => {
    const { call } = home();
    const before = proxy.seen.length;
    const text = query("GenImp", broken, "1000");
    const { status, stderr } = await call("data", "update", "dataweb", "--set", `query=${text}`);
    expect([status, proxy.seen.length]).toEqual([2, before]);
    expect(stderr).toMatch(
      /^error: --set query: searchOptions\.componentSettings\.scale: expected "1", whole dollars\n/,
    );
  });
});
