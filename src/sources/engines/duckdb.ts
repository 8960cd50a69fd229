import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { InputError } from "../../errors.ts";

/** Memory that the engine may use before it spills to the temporary folder. */
const MEMORY_LIMIT = "640MB";

let opened: Promise<Engine | null> | null = null;

/** A running DuckDB with a temporary folder of its own. */
export interface Engine {
  readonly connection: DuckDBConnection;
  readonly folder: string;
}

/** DuckDB, started at the first call; null where the optional package is not installed. */
export function duckdb(): Promise<Engine | null> {
  opened ??= start();
  return opened;
}

async function start(): Promise<Engine | null> {
  const api = await import("@duckdb/node-api").catch(() => null);
  if (!api) return null;
  const folder = temporaryFolder();
  const instance = await api.DuckDBInstance.create(":memory:", {
    memory_limit: MEMORY_LIMIT,
    temp_directory: folder,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  return { connection: await instance.connect(), folder };
}

/** @throws InputError that says what to install. */
export async function requiredDuckdb(name: string): Promise<Engine> {
  const engine = await duckdb();
  if (engine) return engine;
  throw new InputError(
    `${name}: Parquet is read with DuckDB, which is not installed (npm install @duckdb/node-api)`,
  );
}

/** A folder that is removed when the process ends, however it ends. */
function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "trade-metrics-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  for (const [signal, number] of [
    ["SIGINT", 2],
    ["SIGTERM", 15],
    ["SIGHUP", 1],
  ] as const) {
    process.once(signal, () => process.exit(128 + number));
  }
  return folder;
}

let links = 0;

/**
 * A path as an SQL literal. The engine takes some characters for a pattern, so a file with such a
 * name is read through a link with a plain one.
 */
export function pathLiteral({ folder }: Engine, path: string): string {
  let plain = resolve(path);
  if (/[*?[\]{}]/.test(plain)) {
    links += 1;
    const link = join(folder, `input-${links}`);
    symlinkSync(plain, link);
    plain = link;
  }
  return literal(plain);
}

/** Text as an SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A name as an SQL identifier. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Rows of a query, a few thousand at a time, as text; null is empty. */
export async function* queriedRows(
  { connection }: Engine,
  sql: string,
): AsyncGenerator<readonly (readonly string[])[]> {
  const result = await connection.stream(sql);
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return;
    yield chunk.getRows().map((row) => row.map((cell) => (cell === null ? "" : String(cell))));
  }
}
