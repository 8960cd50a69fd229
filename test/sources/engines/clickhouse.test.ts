import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { clickhouseTable } from "../../../src/sources/engines/clickhouse/address.ts";
import { clickhouseColumn } from "../../../src/sources/engines/clickhouse/columns.ts";
import {
  BoundValues,
  clickhouseDialect,
  fromTable,
  quoted,
} from "../../../src/sources/engines/clickhouse/dialect.ts";
import { openFiles } from "../../../src/sources/open-files.ts";
import { plainReading } from "../files-for-tests.ts";

describe("the address of a table of ClickHouse", () => {
  it("names server, database and table, each percent-encoded where it must be", () => {
    expect(clickhouseTable("clickhouse://host/trade/my%20table")).toMatchObject({
      ...{ url: "http://host:8123", database: "trade", table: "my table" },
    });
    expect(clickhouseTable("clickhouses://host:9443/a/b").url).toBe("https://host:9443");
    expect(clickhouseTable("clickhouses://host/a/b").url).toBe("https://host:8443");
  });

  it.each(["clickhouse://me:secret@host/a/b", "clickhouse://host/a/b?password=secret"])(
    "holds no password, which is not shown: %s",
    (address) => {
      const refused = () => clickhouseTable(address);
      expect(refused).toThrow("set CLICKHOUSE_USER and CLICKHOUSE_PASSWORD");
      expect(refused).not.toThrow("secret");
    },
  );

  it.each(["clickhouse://host", "clickhouse://host/a", "clickhouse://host/a/b/c"])(
    "is refused where it names no table: %s",
    (address) => {
      expect(() => clickhouseTable(address)).toThrow("names no table");
    },
  );
});

describe("SQL for ClickHouse", () => {
  it("quotes names and binds texts, whatever is in them", () => {
    expect(quoted('a"b\\c')).toBe('"a\\"b\\\\c"');
    const table = clickhouseTable("clickhouse://host/d%22b/t");
    expect(fromTable(table)).toBe('"d\\"b"."t" AS t');
    const bound = new BoundValues();
    const dialect = clickhouseDialect([clickhouseColumn("x", "Nullable(UInt16)")], bound);
    const sql = `${dialect.text(0)} = ${dialect.literal("'; DROP TABLE t")}`;
    expect(sql).toBe("ifNull(toString(t.\"x\"), '') = {p0:String}");
    expect(bound.of(sql)).toEqual({ p0: "'; DROP TABLE t" });
  });

  it("groups by numbers of the texts that a column lists, and reads them back", () => {
    const bound = new BoundValues();
    const columns = ["flow", "unit"].map((name) =>
      clickhouseColumn(name, "LowCardinality(String)"),
    );
    const texts = new Map([
      [0, ["import", "export"]],
      [1, ["USD"]],
    ]);
    const dialect = clickhouseDialect(columns, bound, { ranges: new Map(), texts });
    expect(dialect.key(0)).toMatch(/^CAST\(transform\(t\."flow", .* AS UInt8\)$/);
    expect(dialect.key(1)).toBe("0");
    expect([dialect.keyText(0, 2), dialect.keyText(1, 0)]).toEqual(["export", "USD"]);
    expect(() => dialect.keyText(0, 0)).toThrow(
      "flow: has other texts than a moment ago (run it again)",
    );
  });

  it("looks a number up where it differs, and tells a product that came in the meantime", () => {
    const columns = [clickhouseColumn("product", "LowCardinality(String)")];
    const dialect = clickhouseDialect(columns, new BoundValues());
    const looked = [["hs:27"], ["hs:87"]];
    const { numbers } = dialect.lookup([0], looked, { bit: [0, 1], lifted: [0, 0] }, false);
    expect(numbers.lifted).toBe("0");
    // Neither of the two is number 2.
    expect(numbers.bit).toMatch(/^CAST\(transform\(t\."product", .*, toUInt32\(2\)\) AS UInt32\)$/);
    expect([...dialect.bitsIn([[0, 1]], 2)]).toEqual([0b11000000]);
    expect(() => dialect.bitsIn([[0, 2]], 2)).toThrow(
      "products: there are others than a moment ago (run it again)",
    );
  });

  it("rounds each decimal half away from zero, and adds up wide ones without an overflow", () => {
    const columns = ["Decimal(18, 4)", "Decimal(38, 4)", "Int64"].map((type) =>
      clickhouseColumn("v", type),
    );
    const dialect = clickhouseDialect(columns, new BoundValues());
    expect(dialect.sumOfNumbers(0, 0)).toContain('sum(round(t."v", 0))');
    expect(dialect.sumOfNumbers(1, 6)).toContain('sum(toDecimal256(t."v", 4)), 0) * 1000000');
    expect(dialect.sumOfNumbers(2, 0)).toContain('sum(toInt128(t."v"))');
  });

  it("reads runs of products as bits, the first one foremost", () => {
    const dialect = clickhouseDialect([], new BoundValues());
    const runs = [
      [0, 2],
      [9, 9],
    ];
    expect([...dialect.bitsIn(runs, 10)]).toEqual([0b11100000, 0b01000000]);
  });
});

const servers: (() => void)[] = [];
afterEach(() => {
  for (const close of servers.splice(0)) close();
  vi.unstubAllEnvs();
});

/** What a question of a server that answers so is refused with, and what the server was asked. */
async function refusalOf(answer: (response: ServerResponse) => void) {
  const asked: URL[] = [];
  const server = createServer((request, response) => {
    asked.push(new URL(request.url!, "http://localhost"));
    request.resume();
    request.on("end", () => answer(response));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  servers.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  const address = `clickhouse://127.0.0.1:${port}/trade/records`;
  const error = await openFiles([address], { ...plainReading, skipInvalid: false }).catch(
    (one: unknown) => one,
  );
  if (!(error instanceof InputError)) throw error;
  return { message: error.message.replace(address, "TABLE"), asked };
}

function failing(code: number, text: string) {
  return (response: ServerResponse) => {
    response.writeHead(500, { "x-clickhouse-exception-code": String(code) });
    response.end(`Code: ${code}. DB::Exception: ${text}. (${text})`);
  };
}

describe("a server of ClickHouse that does not answer", () => {
  it.each([
    [516, "AUTHENTICATION_FAILED", "user or password is wrong"],
    [241, "MEMORY_LIMIT_EXCEEDED", "memory does not suffice"],
    [159, "TIMEOUT_EXCEEDED", "the time limit is reached"],
    [60, "UNKNOWN_TABLE", "there is no such table"],
    [164, "READONLY", "the user may not set limits"],
  ])("is told in one line with what to do: %i %s", async (code, text, says) => {
    const { message } = await refusalOf(failing(code, text));
    expect(message).toContain(`TABLE: ${says}`);
    expect(message).not.toContain("\n");
  });

  it("is told where it goes away in the middle of its answer", async () => {
    const { message } = await refusalOf((response) => {
      response.writeHead(200);
      response.write('["period","UInt16"]\n');
      setTimeout(() => response.destroy(), 20);
    });
    expect(message).toBe("TABLE: the server went away in the middle of its answer: try again");
  });

  it("is asked to read only, within limits, and to stop what nobody waits for", async () => {
    const { asked } = await refusalOf(failing(60, "UNKNOWN_TABLE"));
    const sent = Object.fromEntries(asked[0]!.searchParams);
    expect(sent).toMatchObject({
      readonly: "2",
      max_execution_time: "600",
      max_memory_usage: "8000000000",
      cancel_http_readonly_queries_on_client_close: "1",
      param_t: "records",
    });
    expect(sent.query_id).toMatch(/^[0-9a-f-]{36}$/);
  });
});
