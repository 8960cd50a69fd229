import { randomUUID } from "node:crypto";
import { type ClickHouseClient, ClickHouseLogLevel, createClient } from "@clickhouse/client";
import { InputError } from "../../../errors.ts";
import { atEndOfReading } from "../running.ts";
import type { ClickHouseTable } from "./address.ts";
import { faultOf } from "./faults.ts";

/** How long a query may take, in seconds, and the memory that it may use, in bytes. */
const MOST_SECONDS = 600;
const MOST_MEMORY = 8e9;

/** How long a server may stay silent beyond that before it is given up. */
const PATIENCE_MS = 30_000;

/** A connection to a server, which only reads, within limits, and stops what nobody waits for. */
export class ClickHouseServer {
  readonly #client: ClickHouseClient;
  readonly #table: ClickHouseTable;
  /** What came over the network. */
  bytes = 0;

  static of(table: ClickHouseTable, env: NodeJS.ProcessEnv = process.env): ClickHouseServer {
    const seconds = limitOf(env, "CLICKHOUSE_MAX_EXECUTION_TIME", MOST_SECONDS);
    const memory = limitOf(env, "CLICKHOUSE_MAX_MEMORY_USAGE", MOST_MEMORY);
    const client = createClient({
      url: table.url,
      database: table.database,
      username: env.CLICKHOUSE_USER || "default",
      password: env.CLICKHOUSE_PASSWORD ?? "",
      application: "trade-metrics",
      request_timeout: seconds * 1000 + PATIENCE_MS,
      compression: { response: true, request: false },
      keep_alive: { enabled: false },
      use_multipart_params_auto: true,
      log: { level: ClickHouseLogLevel.OFF },
      clickhouse_settings: {
        readonly: "2",
        max_execution_time: seconds,
        max_memory_usage: String(memory),
        cancel_http_readonly_queries_on_client_close: 1,
        output_format_json_quote_64bit_integers: 1,
      },
    });
    const server = new ClickHouseServer(client, table);
    atEndOfReading(() => server.close());
    return server;
  }

  private constructor(client: ClickHouseClient, table: ClickHouseTable) {
    this.#client = client;
    this.#table = table;
  }

  /**
   * The rows of a query, one at a time.
   * @param values what stands at its places, such as `{p0:String}`.
   * @throws InputError that says in one line what the server says.
   */
  async *rows(sql: string, values: Record<string, unknown>): AsyncGenerator<readonly unknown[]> {
    const abort = new AbortController();
    try {
      const result = await this.#client.query({
        query: sql,
        format: "JSONCompactEachRow",
        query_params: values,
        query_id: randomUUID(),
        abort_signal: abort.signal,
      });
      for await (const rows of result.stream()) {
        for (const row of rows) yield row.json() as readonly unknown[];
      }
    } catch (error) {
      if (error instanceof InputError) throw error;
      throw faultOf(error, this.#table);
    } finally {
      // Whoever stops in the middle waits for no more.
      abort.abort();
    }
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}

function limitOf(env: NodeJS.ProcessEnv, name: string, usual: number): number {
  const text = env[name];
  if (text === undefined || text === "") return usual;
  const limit = Number(text);
  if (Number.isSafeInteger(limit) && limit > 0) return limit;
  throw new InputError(`${name}: expected a whole number above 0, got "${text}"`);
}
