import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** What a server was sent with a query, and how that ended: `whole`, `cancelled`, or an error. */
export interface AskedQuery {
  readonly id: string;
  readonly sql: string;
  readonly settings: Readonly<Record<string, string>>;
  /** How many values were bound. */
  readonly values: number;
  /** The bytes of the answer, as they were sent. */
  readonly bytes: number;
  readonly ended: string;
}

/** A real ClickHouse on loopback. */
export interface ClickHouse {
  readonly port: number;
  /** Every query so far, in order of their ends. */
  readonly asked: AskedQuery[];
  /** The SQL of every query so far, in order of their starts. */
  readonly begun: string[];
  /** Carries out statements one after the other. */
  write(...statements: string[]): Promise<void>;
  address(table: string): string;
  stop(): void;
}

/**
 * Starts a server.
 * @throws Error where `npm run test:engines` has not installed it.
 */
export async function startClickhouse(env: Record<string, string> = {}): Promise<ClickHouse> {
  const chdb = process.env.TRADE_METRICS_CHDB;
  if (!chdb) throw new Error("there is no ClickHouse: run npm run test:engines");
  const server = spawn(process.execPath, ["test/engines/clickhouse-server.mjs"], {
    env: { ...process.env, PORT: "0", LOG: "1", ...env, CHDB: chdb },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const asked: AskedQuery[] = [];
  const begun: string[] = [];
  let said = "";
  createInterface({ input: server.stderr }).on("line", (line) => {
    if (line.startsWith('{"begun":')) begun.push((JSON.parse(line) as { begun: string }).begun);
    else if (line.startsWith("{")) asked.push(JSON.parse(line) as AskedQuery);
    else said += `${line}\n`;
  });
  const port = await portOf(server, () => said);
  const write = async (statement: string) => {
    const response = await fetch(`http://127.0.0.1:${port}/write`, {
      method: "POST",
      headers: { "x-clickhouse-key": env.PASSWORD ?? "" },
      body: statement,
    });
    if (!response.ok) throw new Error(await response.text());
  };
  return {
    port,
    asked,
    begun,
    async write(...statements) {
      for (const statement of statements) await write(statement);
    },
    address: (table) => `clickhouse://127.0.0.1:${port}/default/${table}`,
    stop: () => void server.kill(),
  };
}

async function portOf(server: ChildProcess, said: () => string): Promise<number> {
  const ended = once(server, "exit").then(() => {
    throw new Error(`the server ended: ${said()}`);
  });
  const [line] = (await Promise.race([once(server.stdout!, "data"), ended])) as [Buffer];
  ended.catch(() => {});
  return Number(line.toString().trim());
}
