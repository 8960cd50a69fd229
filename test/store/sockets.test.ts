import net from "node:net";
import { describe, expect, it } from "vitest";
import { guardNetwork, runOffline } from "../cli/offline.ts";
import { temporaryFolder, words, written } from "../cli/run.ts";

const folder = temporaryFolder();
written(folder, "report.txt", "# Deficits\n\nThe deficit with Mexico was $172 billion in 2024.\n");
written(folder, "records.csv", "period,partner,flow,value\n2023,MX,export,1\n2023,MX,import,2\n");

const env = { HOME: folder, TRADE_METRICS_STORE: folder, CENSUS_API_KEY: "5ecre7-5ecre7-5ecre7" };

const placeOf = (line: string) => (/\.[a-z]{2,}|lock|frozen/.test(line) ? folder : undefined);

const guarded = (line: string, cwd = placeOf(line)) =>
  runOffline(words(line).slice(1), cwd ? { cwd, env } : { env });

// The examples of help, docs and metrics are run so where they are tested: test/cli/examples.test.ts
// and test/documentation/metric-pages.test.ts.
const offline = [
  "trade-metrics data update --list",
  "trade-metrics data update --dry-run",
  "trade-metrics data import records.csv --dataset census-naics3",
  "trade-metrics data revisions --partner MX --period 2023 --data census-goods",
  "trade-metrics data prune",
  "trade-metrics data check records.csv",
  "trade-metrics balance --data records.csv --partner MX --period 2023",
  "trade-metrics balance --partner MX --period 2024 --real 2020",
  "trade-metrics growth --partner MX --real",
  "trade-metrics value-added --partner MX --data tiva-shares",
  // What is locked refuses other data, and so comes last.
  "trade-metrics data lock wilson-2025",
  "trade-metrics verify wilson-2025 --frozen",
];

describe("no command opens a socket", () => {
  it.each(offline.map((line) => [line]))("%s", async (line) => {
    const { status, stderr } = await guarded(line);
    expect(stderr).not.toContain("SOCKET");
    expect(status).not.toBe(99);
  });

  it("but data update, which this test would notice", async () => {
    const { status, stderr } = await guarded("trade-metrics data update census-goods", folder);
    expect([status, stderr]).toEqual([99, expect.stringMatching(/^SOCKET /)]);
  });

  it("and an address that is given to --data, as no address of a file does", async () => {
    const question = "trade-metrics balance --partner MX --period 2023 --data";
    const table = await guarded(`${question} clickhouse://127.0.0.1:9/default/trade`);
    expect(table.stderr).toMatch(/^SOCKET /);
    const file = await guarded(
      `${question} https://www.census.gov/foreign-trade/balance/c0004.html`,
    );
    expect([file.status, file.stderr]).toEqual([
      2,
      expect.stringMatching(/^error: [^\n]*download it first/),
    ]);
  });

  it("as it notices a connection in this process", () => {
    const sockets: string[] = [];
    const restore = guardNetwork((what) => sockets.push(what));
    net.connect(9, "127.0.0.1");
    restore();
    expect(sockets).toEqual(["connect"]);
  });
});
