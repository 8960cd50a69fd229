import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fetchedDatasets } from "../../src/store/publishers/registry.ts";
import { run, temporaryFolder, written } from "../cli/run.ts";
import { censusMonth } from "./census-month.ts";
import { certificate } from "./certificate.ts";
import { countryFile } from "./country-file.ts";
import { ReplayServer, type Reply, type Seen } from "./replay-server.ts";

const trusted = written(temporaryFolder(), "certificate.pem", certificate);
const KEY = "5ecre7-5ecre7";

let reply: (seen: Seen) => Reply = () => ({ status: 500 });
let proxy: ReplayServer;
beforeAll(async () => {
  proxy = await ReplayServer.startProxy((seen) => reply(seen));
});
afterAll(() => proxy.stop());

/** One dataset of records: what its service sends, and a figure that it then answers with. */
interface Fetched {
  readonly id: string;
  readonly settings?: readonly string[];
  readonly reply: (seen: Seen) => Reply;
  /** Words that ask for one flow, as a question and as a claim. */
  readonly asked: Readonly<Record<string, string>>;
  readonly of: "exports" | "imports";
  readonly value: number;
  /** Whether the package holds nothing of it, so that it is asked by its name. */
  readonly isAlone?: true;
}

const comtradeRow = {
  ...{ typeCode: "C", freqCode: "A", refPeriodId: 20230101, period: "2023", reporterCode: 842 },
  ...{ partnerCode: 484, partner2Code: 0, classificationCode: "H6", cmdCode: "TOTAL" },
  ...{ customsCode: "C00", motCode: 0, isReported: true, isAggregate: true },
};

/** Figures are made up, of whole dollars, so that they are known again. */
const sources: readonly Fetched[] = [
  {
    id: "census-goods",
    reply: () => ({
      headers: { "Last-Modified": "Wed, 04 Nov 2026 13:40:00 GMT" },
      body: countryFile([{ year: "2026", months: 9, imports: 4, exports: 2 }]),
    }),
    asked: { partner: "MX", period: "2026-09" },
    ...{ of: "imports", value: 4_000_000 },
  },
  {
    id: "census-hs2",
    settings: ["from=2026-06", "to=2026-06"],
    reply: censusMonth,
    asked: { partner: "MX", period: "2026-06", product: "hs:87" },
    ...{ of: "imports", value: 3 },
  },
  {
    id: "bea-trade",
    reply: ({ query }) => {
      const Indicator = query.get("Indicator")!;
      const row = {
        ...{ Indicator, AreaOrCountry: "Mexico", Frequency: "A", Year: "2025", TimePeriod: "2025" },
        ...{ TimeSeriesId: "", TimeSeriesDescription: "", CL_UNIT: "Level", UNIT_MULT: "6" },
        ...{ DataValue: "70", NoteRef: " " },
      };
      const Results = { UTCProductionTime: "2026-06-24T12:30:00.000", Data: [row] };
      return { body: JSON.stringify({ BEAAPI: { Request: {}, Results } }) };
    },
    asked: { partner: "MX", period: "2025", sector: "services" },
    ...{ of: "exports", value: 70_000_000 },
  },
  {
    id: "comtrade",
    settings: ["partnerCode=484", "period=2023"],
    reply: () => {
      const data = [
        { ...comtradeRow, flowCode: "M", primaryValue: 9 },
        { ...comtradeRow, flowCode: "X", primaryValue: 4 },
      ];
      return { body: JSON.stringify({ elapsedTime: "1", count: 2, data, error: "" }) };
    },
    asked: { partner: "MX", period: "2023" },
    ...{ of: "imports", value: 9, isAlone: true },
  },
  {
    id: "comext",
    settings: ["reporter=DE", "partner=MX"],
    reply: () => ({
      body: [
        "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE",
        "ESTAT:DS-045409(1.0),15/09/26 11:00:00,A,DE,MX,TOTAL,1,VALUE_IN_EUROS,2023,5",
        "ESTAT:DS-045409(1.0),15/09/26 11:00:00,A,DE,MX,TOTAL,2,VALUE_IN_EUROS,2023,8",
        "",
      ].join("\r\n"),
    }),
    asked: { partner: "MX", period: "2023", reporter: "DE" },
    ...{ of: "imports", value: 5, isAlone: true },
  },
  {
    id: "dataweb",
    settings: [
      `query=${JSON.stringify({ reportOptions: { tradeType: "ImpExp", classificationSystem: "HTS" } })}`,
    ],
    reply: () => {
      const cells = ["87", "Mexico", "7"].map((value) => ({ value }));
      const table = (dataToReportDesc: string) => ({
        tableInfo: { dataToReportDesc },
        column_groups: [{ columns: ["HTS Number", "Country", "2023"].map((label) => ({ label })) }],
        row_groups: [{ rowsNew: [{ rowEntries: cells }] }],
      });
      const tables = [table("Customs Value"), table("FAS Value")];
      return { body: JSON.stringify({ dto: { errors: [], tables } }) };
    },
    asked: { partner: "MX", period: "2023", product: "hs:87" },
    ...{ of: "imports", value: 7, isAlone: true },
  },
];

const options = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).flatMap(([name, value]) => [`--${name}`, value]);

describe("a dataset that was fetched", () => {
  it("is one of these, or holds no records of trade", () => {
    const others = fetchedDatasets().map(({ dataset }) => dataset.id);
    expect([...sources.map(({ id }) => id), "tiva-shares", "cpi-u"].sort()).toEqual(others.sort());
  });

  it.each(sources.map((one) => [one.id, one] as const))(
    "%s answers by its vintage, is listed by status and revisions, and is pinned by a lock",
    async (id, { settings = [], asked, of, value, isAlone, ...source }) => {
      const env = {
        ...{ HOME: temporaryFolder(), TRADE_METRICS_STORE: temporaryFolder() },
        ...{ HTTPS_PROXY: proxy.address, NODE_EXTRA_CA_CERTS: trusted },
        ...{ CENSUS_API_KEY: KEY, BEA_API_KEY: KEY, COMTRADE_API_KEY: KEY, DATAWEB_TOKEN: KEY },
      };
      const call = (...words: readonly string[]) => run(words, { cwd: env.HOME, env });
      reply = source.reply;
      const update = await call("data", "update", id, ...settings.flatMap((one) => ["--set", one]));
      expect([update.status, update.stderr]).toEqual([0, ""]);
      const vintage = /new vintage (\S+)/.exec(update.stdout)![1]!;

      const data = isAlone ? { data: id } : {};
      const words = options({ ...asked, ...data });
      const answer = await call("balance", ...words, "--vintage", vintage, "--json");
      const { rows, data: used } = JSON.parse(answer.stdout);
      expect(rows[0][of]).toBe(value);
      expect(used[0]).toMatchObject({ id, vintage });
      const none = await call("balance", ...words, "--vintage", "1999-01");
      expect([none.status, none.stderr]).toEqual([
        2,
        expect.stringContaining("no vintage 1999-01"),
      ]);

      expect((await call("data", "status")).stdout).toMatch(
        new RegExp(`^${id}: [^]*^  ${vintage} +stored`, "m"),
      );

      // Revisions are those of the trade of the United States.
      if (asked.reporter === undefined) {
        const listed = await call(
          ...["data", "revisions", ...options({ ...asked, ...data, of }), "--json"],
        );
        expect(JSON.parse(listed.stdout).rows.at(-1)).toMatchObject({
          dataset: id,
          vintage,
          value,
        });
      }

      const compute = { metric: "balance", ...asked, data: id };
      written(
        env.HOME,
        "claims.yaml",
        JSON.stringify({
          report: { id: "a", title: "A", publisher: "B", date: "2026" },
          claims: [
            {
              ...{
                id: "trade",
                says: "Trade",
                reported: "1",
                unit: "USD",
                where: { section: "A" },
              },
              compute,
            },
          ],
        }),
      );
      expect((await call("data", "lock", "claims.yaml")).status).toBe(0);
      const pins = JSON.parse(readFileSync(join(env.HOME, "trade-metrics.lock.json"), "utf8"));
      expect(pins.data).toContainEqual({ id, vintage, sha256: used[0].sha256 });
    },
  );
});
