import { resolve } from "node:path";
import { InputError } from "../../errors.ts";
import { type RowSource, SAMPLE_ROWS, START_ROWS, type StoredTable } from "../files/row-source.ts";
import { SEPARATOR } from "./dialect.ts";
import {
  type DuckDB,
  identifier,
  literal,
  pathLiteral,
  queriedRows,
  queriedValues,
  requiredDuckdb,
} from "./duckdb.ts";

/** Types of whole numbers whose sum the engine holds exactly. */
const WHOLE = /^U?(?:TINY|SMALL|BIG)?INT(?:EGER)?$/;

/**
 * The table of a Parquet file, every column as text.
 * @throws InputError where DuckDB is not installed or the file cannot be read.
 */
export async function parquetSource(path: string, bytes: number, name: string): Promise<RowSource> {
  const engine = await requiredDuckdb(name);
  const table = `read_parquet(${pathLiteral(engine, path)}, hive_partitioning = false)`;
  const ask = async (sql: string) => {
    const rows: (readonly string[])[] = [];
    try {
      for await (const chunk of queriedRows(engine, sql)) rows.push(...chunk);
    } catch (error) {
      throw notParquet(name, error);
    }
    return rows;
  };
  const described = await ask(
    `SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${table})`,
  );
  const columns = described.map(([column]) => column!);
  const whole = described.flatMap(([, type], at) => (WHOLE.test(type!) ? [at] : []));
  const texts = columns.map((column) => `${identifier(column)}::VARCHAR`).join(", ");
  const select = `SELECT ${texts} FROM ${table}`;
  // One text a row takes a fraction of the time of one a cell.
  const plain = columns.map(
    (column) => `coalesce(translate(${identifier(column)}::VARCHAR, chr(1), ' '), '')`,
  );
  const joined = `SELECT ${plain.join(" || chr(1) || ")} FROM ${table}`;
  const header = { cells: columns, line: 0 };
  const start = (await ask(`${select} LIMIT ${START_ROWS}`)).map((cells, index) => ({
    cells: cells.map((cell) => cell.trim()),
    line: index + 1,
  }));
  return {
    name,
    sample: [header, ...start.slice(0, SAMPLE_ROWS - 1)],
    start,
    surroundings: "",
    place: (line) => `${name}: row ${line}`,
    stored: { path, kind: "parquet", delimiter: ",", bytes, whole },
    async read(take, progress) {
      take(columns, 0);
      const [counted] = await ask(`SELECT count(*) FROM ${table}`);
      const all = Number(counted![0]);
      let line = 0;
      for await (const rows of queriedRows(engine, joined)) {
        for (const [row] of rows) {
          line += 1;
          take(
            row!.split(SEPARATOR).map((cell) => cell.trim()),
            line,
          );
        }
        progress?.(name, (bytes * line) / all, bytes);
      }
    },
  };
}

/**
 * The columns of Parquet files with their types, in a text that is the same where they are.
 * @throws InputError that names a file which cannot be read.
 */
export async function parquetColumns(
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const engine = await requiredDuckdb(paths[0]!);
  const found = new Map<string, string>();
  const ask = async (files: readonly string[]) => {
    const list = files.map((path) => pathLiteral(engine, path)).join(", ");
    const columns =
      "string_agg(name || ' ' || coalesce(type, '') || ' ' || coalesce(logical_type, ''), chr(1))";
    const sql = `SELECT file_name, ${columns} FROM parquet_schema([${list}]) GROUP BY file_name`;
    for await (const rows of queriedRows(engine, sql)) {
      for (const [file, text] of rows) found.set(file!, text!);
    }
  };
  try {
    await ask(paths);
  } catch {
    // Which of them it was is not always said.
    for (const path of paths) {
      try {
        await ask([path]);
      } catch (error) {
        throw notParquet(path, error);
      }
    }
  }
  return new Map(paths.map((path) => [path, found.get(resolve(path)) ?? ""]));
}

/** Between what the numbers of a column lie, as the file says; null where it does not, or some are missing. */
export async function parquetRange(
  engine: DuckDB,
  { path, paths }: StoredTable,
  column: string,
): Promise<{ readonly lowest: number; readonly highest: number } | null> {
  if (paths) return null;
  const numbers = ["min", "max"].map((one) => `${one}(try_cast(stats_${one} AS HUGEINT))::DOUBLE`);
  const known =
    "bool_and(stats_min IS NOT NULL AND stats_max IS NOT NULL AND stats_null_count = 0)";
  const sql = `SELECT ${known}, ${numbers.join(", ")} FROM parquet_metadata(${pathLiteral(engine, path)}) WHERE path_in_schema = ${literal(column)}`;
  for await (const [all, lowest, highest] of queriedValues(engine, sql, () => {})) {
    if (all && lowest !== null && highest !== null) {
      return { lowest: Number(lowest), highest: Number(highest) };
    }
  }
  return null;
}

function notParquet(name: string, error: unknown): InputError {
  return new InputError(`${name}: is not a Parquet file that can be read (${firstLine(error)})`);
}

function firstLine(error: unknown): string {
  return (error as Error).message.split("\n")[0]!;
}
