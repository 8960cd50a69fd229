import { describe, expect, it } from "vitest";
import { examples } from "../../src/cli/command-examples.ts";
import { metricDefinitions } from "../../src/metrics/definitions.ts";
import { run, temporaryFolder, words, written } from "../cli/run.ts";

const folder = temporaryFolder();
written(folder, "report.txt", "# Deficits\n\nThe deficit with Mexico was $172 billion in 2024.\n");
written(folder, "records.csv", "period,partner,flow,value\n2023,MX,export,1\n2023,MX,import,2\n");

/** Ends any program that opens a socket, asks for the address of a host, or listens. */
const guard = written(
  folder,
  "guard.cjs",
  `const end = (what) => () => { process.stderr.write("SOCKET " + what + "\\n"); process.exit(99); };
   const net = require("node:net"), dns = require("node:dns"), dgram = require("node:dgram");
   net.Socket.prototype.connect = end("connect");
   net.Server.prototype.listen = end("listen");
   dgram.createSocket = end("datagram");
   for (const one of [dns, dns.promises]) for (const name of ["lookup", "resolve"]) one[name] = end(name);`,
);

const guarded = (line: readonly string[]) =>
  run(line, {
    cwd: folder,
    env: {
      NODE_OPTIONS: `--require ${guard}`,
      HOME: folder,
      TRADE_METRICS_STORE: folder,
      CENSUS_API_KEY: "5ecre7-5ecre7-5ecre7",
    },
  });

const offline = [
  ...Object.values(examples).flat(),
  ...metricDefinitions.flatMap((metric) => metric.examples),
  "trade-metrics data update --list",
  "trade-metrics data update --dry-run",
  "trade-metrics data import records.csv --dataset census-naics3",
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
    const { status, stderr } = await guarded(words(line).slice(1));
    expect(stderr).not.toContain("SOCKET");
    expect(status).not.toBe(99);
  });

  it("but data update, which this test would notice", async () => {
    const { status, stderr } = await guarded(["data", "update", "census-goods"]);
    expect([status, stderr]).toEqual([99, expect.stringMatching(/^SOCKET /)]);
  });
});
