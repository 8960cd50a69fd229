import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ClickHouse, startClickhouse } from "./clickhouse.ts";

let server: ClickHouse;
const closing: (() => void)[] = [];
beforeAll(async () => {
  server = await startClickhouse({ PASSWORD: "right" });
  await server.write(
    "CREATE TABLE small (period UInt16, partner String, flow String, product String, value Int64) ENGINE = Memory",
    "INSERT INTO small VALUES (2023, 'MX', 'export', 'hs:27', 5), (2023, 'MX', 'import', 'hs:27', 7)",
    "CREATE VIEW endless AS SELECT toUInt16(2000 + number % 20) AS period, 'MX' AS partner, 'export' AS flow, 'hs:27' AS product, toInt64(number % 7) AS value FROM numbers(1000000000000)",
    "CREATE VIEW large AS SELECT toUInt16(2000 + number % 20) AS period, 'MX' AS partner, 'export' AS flow, concat('hs:', toString(1000000000 + number % 900000)) AS product, toInt64(1) AS value FROM numbers(5000000)",
    "CREATE VIEW long AS SELECT toUInt16(2000 + number % 20) AS period, 'MX' AS partner, 'export' AS flow, concat('hs:', toString(1000000000 + intDiv(number, 20))) AS product, toInt64(1) AS value FROM numbers(1200000)",
    "CREATE TABLE lacking (period UInt16, partner String, value Int64) ENGINE = Memory",
    "INSERT INTO lacking VALUES (2023, 'MX', 5)",
    "CREATE TABLE huge (period UInt16, partner String, flow String, product String, value UInt256) ENGINE = Memory",
    "INSERT INTO huge VALUES (2023, 'MX', 'export', 'hs:27', 340282366920938463463374607431768211460), (2023, 'MX', 'export', 'hs:28', 1)",
  );
});
afterAll(() => {
  server.stop();
  for (const close of closing) close();
});

/** Runs the command as people do. */
function run(words: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["bin/trade-metrics.js", ...words], {
    env: { ...process.env, CLICKHOUSE_PASSWORD: "right", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let errors = "";
  child.stdout.on("data", (text) => {
    output += text;
  });
  child.stderr.on("data", (text) => {
    errors += text;
  });
  const ended = once(child, "close").then(([status, signal]) => ({
    ...{ status: status as number | null, signal: signal as string | null, output },
    // Below it stands where help is.
    error: errors.split("\n")[0]!,
  }));
  return { child, ended };
}

const question = (address: string) => [
  ...["balance", "--partner", "MX", "--period", "2023", "--json", "--data", address],
];

/** A way to the server on which something happens. */
async function wayWith(
  happens: (answer: NodeJS.ReadableStream, out: import("node:http").ServerResponse) => void,
) {
  const way = createServer((request, out) => {
    const { port } = server;
    const { method, headers, url } = request;
    const onward = send({ host: "127.0.0.1", port, method, headers, path: url }, (answer) => {
      out.writeHead(answer.statusCode!, answer.headers);
      happens(answer, out);
    });
    request.pipe(onward);
  });
  await new Promise<void>((ready) => way.listen(0, "127.0.0.1", ready));
  closing.push(() => way.close());
  return `clickhouse://127.0.0.1:${(way.address() as AddressInfo).port}/default/small`;
}

describe("a fault of a table of ClickHouse", () => {
  it.each([
    [
      "a wrong password",
      "small",
      { CLICKHOUSE_PASSWORD: "wrong" },
      "user or password is wrong: set CLICKHOUSE_USER and CLICKHOUSE_PASSWORD",
    ],
    [
      "a slow server",
      "endless",
      { CLICKHOUSE_MAX_EXECUTION_TIME: "1" },
      "the time limit is reached: ask for less, or raise CLICKHOUSE_MAX_EXECUTION_TIME",
    ],
    [
      "no memory",
      "large",
      { CLICKHOUSE_MAX_MEMORY_USAGE: "3000000" },
      "memory does not suffice: ask for less, or raise CLICKHOUSE_MAX_MEMORY_USAGE",
    ],
    [
      "no such table",
      "nothing",
      {},
      "there is no such table, or the user may not read it (check the address and CLICKHOUSE_USER)",
    ],
  ])("is told in one line with what to do: %s", async (_, table, env, says) => {
    const { status, error, output } = await run(question(server.address(table)), env).ended;
    expect({ status, error, output }).toEqual({
      ...{ status: 2, output: "" },
      error: `error: ${server.address(table)}: ${says}`,
    });
  });

  it("is told where a column is missing, by what the table has", async () => {
    const { status, error } = await run(question(server.address("lacking"))).ended;
    expect(status).toBe(2);
    expect(error).toMatch(/^error: clickhouse:.*lacking: .*flow/);
  });

  it("is told where a value is beyond what can be held, and is never cut", async () => {
    const { status, error, output } = await run(question(server.address("huge"))).ended;
    expect({ status, output }).toEqual({ status: 2, output: "" });
    expect(error).toContain("340282366920938463463374607431768211460");
  });

  it("is told where the server goes away in the middle of its answer", async () => {
    const address = await wayWith((answer, out) => {
      answer.once("data", (chunk: Buffer) => {
        out.write(chunk.subarray(0, chunk.length >> 1));
        setTimeout(() => out.destroy(), 20);
      });
    });
    const { status, error, output } = await run(question(address)).ended;
    expect({ status, error, output }).toEqual({
      ...{ status: 2, output: "" },
      error: `error: ${address}: the server went away in the middle of its answer: try again`,
    });
  });
});

describe("a server of ClickHouse", () => {
  it("is asked to read only and within limits, by every query", () => {
    for (const { settings, id } of server.asked) {
      expect(settings).toMatchObject({ readonly: "2" });
      expect(Number(settings.max_execution_time)).toBeGreaterThan(0);
      expect(Number(settings.max_memory_usage)).toBeGreaterThan(0);
      expect(id).toMatch(/^[0-9a-f-]{36}$/);
    }
    expect(server.asked.length).toBeGreaterThan(5);
  });

  it("sends sums of what is asked for, and neither rows nor the sums of others", async () => {
    const rows =
      "SELECT toUInt16(2023), ['MX', 'CA', 'DE', 'FR'][1 + number % 4], 'export', concat('hs:', toString(100000 + intDiv(number, 4))), 1 FROM numbers(40000)";
    await server.write(
      "CREATE TABLE many (period UInt16, partner LowCardinality(String), flow LowCardinality(String), product LowCardinality(String), value Int64) ENGINE = MergeTree ORDER BY partner",
      `INSERT INTO many ${rows}`,
    );
    const before = server.asked.length;
    const { output } = await run(question(server.address("many"))).ended;
    // 40,000 rows of one dollar each, a fourth of them with Mexico.
    expect(JSON.parse(output).rows[0].exports).toBe(10_000);
    const sums = server.asked.slice(before).find(({ sql }) => sql.includes("groupBitmapState"))!;
    expect(sums.bytes).toBeLessThan(200);
  });

  it("tells what a table holds, and refuses to fetch one of more than a million rows", async () => {
    const { status, output } = await run(["data", "check", server.address("small")]).ended;
    expect(status).toBe(0);
    expect(output).toContain("2 read, 2 used");
    const large = await run(["data", "check", server.address("large")]).ended;
    expect(large.status).toBe(2);
    expect(large.error).toContain(
      "large: has 5,000,000 rows, of which at most 1,000,000 are fetched one by one",
    );
  });

  it("tells why rows themselves are needed, and fetches no more than a million of them", async () => {
    const ask = (period: string) =>
      run([
        ...["balance", "--partner", "MX", "--product", "hs:1000000001", "--json"],
        ...["--period", period, "--data", server.address("long")],
      ]).ended;
    // A row in twenty is of one year.
    const one = await ask("2001");
    expect(one.status).toBe(0);
    expect(JSON.parse(one.output).rows[0].exports).toBe(1);
    const all = await ask("2000..2019");
    expect([all.status, all.output]).toEqual([2, ""]);
    expect(all.error).toBe(
      `error: ${server.address("long")}: its rows themselves are needed, because each of its products is told apart, and there are more than 1,000,000 of them`,
    );
  });

  it("stops at Ctrl-C, having been told that nobody then waits", async () => {
    // The first rows of an endless table come; what all of it holds never does.
    const isEndless = (sql: string) => sql.includes("endless") && !sql.includes("LIMIT");
    const before = server.begun.length;
    const { child, ended } = run(question(server.address("endless")));
    await expect
      .poll(() => server.begun.slice(before).some(isEndless), { timeout: 50_000 })
      .toBe(true);
    const start = Date.now();
    child.kill("SIGINT");
    const { status, signal, output } = await ended;
    expect(Date.now() - start).toBeLessThan(2000);
    expect([status, signal]).toSatisfy(([code, name]) => code === 130 || name === "SIGINT");
    expect(output).toBe("");
    await expect.poll(() => server.asked.at(-1)?.ended, { timeout: 60_000 }).toBe("cancelled");
    expect(server.asked.at(-1)!.settings).toMatchObject({
      ...{ readonly: "2", cancel_http_readonly_queries_on_client_close: "1" },
    });
  });
});
