import { symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { InputError } from "../../errors.ts";
import { temporaryFolder } from "../files/temporary-folder.ts";
import { Pauses } from "../pauses.ts";
import { NeedsRows } from "./needs-rows.ts";
import { setDuckdbRunning } from "./running.ts";

/** Memory that the engine may use before it spills to the temporary folder. */
const MEMORY_LIMIT = "640MB";

const ENGINE = ["@duckdb", "node-api"];

let opened: Promise<DuckDB | null> | null = null;

/** A running DuckDB with a temporary folder of its own. */
export interface DuckDB {
  readonly connection: DuckDBConnection;
  readonly folder: string;
  readonly stop: () => void;
}

/** DuckDB, started at the first call; null where the optional package is not installed. */
export function duckdb(): Promise<DuckDB | null> {
  opened ??= start();
  return opened;
}

/** Memory for tables of the engine's own, beside which it holds more than it counts. */
const LESS_MEMORY = "360MB";

/** Lets the engine keep tables of its own in less memory, in any order of rows, and spill the rest. */
export async function withLessMemory<Result>(
  { connection }: DuckDB,
  use: () => Promise<Result>,
): Promise<Result> {
  await connection.run(`SET memory_limit = '${LESS_MEMORY}'; SET preserve_insertion_order = false`);
  try {
    return await use();
  } finally {
    await connection.run(
      `SET memory_limit = '${MEMORY_LIMIT}'; SET preserve_insertion_order = true`,
    );
  }
}

/** Stops DuckDB and removes its temporary folder. */
export async function stopDuckdb(): Promise<void> {
  const running = await opened;
  opened = null;
  setDuckdbRunning(false);
  running?.stop();
}

async function start(): Promise<DuckDB | null> {
  // A name that bundlers do not look for: it is loaded from where it is installed, if it is.
  const name = ENGINE.join("/");
  const api: typeof import("@duckdb/node-api") | null = await import(
    /* @vite-ignore */ /* webpackIgnore: true */ name
  ).catch(() => null);
  if (!api) return null;
  const { path: folder, remove } = temporaryFolder();
  const instance = await api.DuckDBInstance.create(":memory:", {
    memory_limit: MEMORY_LIMIT,
    temp_directory: folder,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    preserve_insertion_order: "true",
    // It takes a file for smaller than the tables joined to it, and would hold the file to look these up in.
    disabled_optimizers: "join_order,build_side_probe_side",
  });
  const connection = await instance.connect();
  setDuckdbRunning(true);
  const stop = () => {
    connection.closeSync();
    instance.closeSync();
    remove();
  };
  return { connection, folder, stop };
}

/** @throws InputError that says what to install. */
export async function requiredDuckdb(name: string): Promise<DuckDB> {
  const engine = await duckdb();
  if (engine) return engine;
  throw new InputError(
    `${name}: Parquet is read with DuckDB, which is not installed (npm install @duckdb/node-api)`,
  );
}

let links = 0;

/**
 * A path as an SQL literal. The engine takes some characters for a pattern, so a file with such a
 * name is read through a link with a plain one.
 */
export function pathLiteral({ folder }: DuckDB, path: string): string {
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
  engine: DuckDB,
  sql: string,
): AsyncGenerator<readonly (readonly string[])[]> {
  for await (const chunk of chunksOf(engine, sql)) {
    yield chunk.getRows().map((row) => row.map((cell) => (cell === null ? "" : String(cell))));
  }
}

/** Rows of a query, one at a time, as they are; `progress` is told the share that is read. */
export async function* queriedValues(
  engine: DuckDB,
  sql: string,
  progress: (share: number) => void,
): AsyncGenerator<readonly unknown[]> {
  const pauses = new Pauses();
  for await (const chunk of chunksOf(engine, sql, progress)) {
    for (const row of chunk.getRows()) {
      yield row;
      // A row may stand for many, which take their time.
      if (pauses.isDue()) await pauses.take();
    }
  }
}

async function* chunksOf(
  { connection }: DuckDB,
  sql: string,
  progress: (share: number) => void = () => {},
) {
  const tell = () => progress(Math.max(0, connection.progress.percentage) / 100);
  const watch = setInterval(tell, 200);
  try {
    progress(0);
    const result = await connection.stream(sql);
    for (;;) {
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) return;
      yield chunk;
    }
  } catch (error) {
    throw isLimit(error) ? new NeedsRows(error.message, { cause: error }) : error;
  } finally {
    clearInterval(watch);
  }
}

/** Whether the engine says that it cannot read a file so, or that there is too much of it. */
function isLimit(error: unknown): error is Error {
  const limit =
    /^(?:Invalid Input|Conversion|Out of Range|Out of Memory|IO|Not implemented) Error: /;
  return error instanceof Error && limit.test(error.message);
}
