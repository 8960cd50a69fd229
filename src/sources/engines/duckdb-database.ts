import type { StoredTable } from "../files/row-source.ts";
import type { Database } from "./database.ts";
import { type DuckDB, identifier, queriedValues } from "./duckdb.ts";
import { duckdbDialect, type ParquetColumns } from "./duckdb-dialect.ts";

/** A running DuckDB, which reads files. */
export function duckdbDatabase(engine: DuckDB): Database {
  return {
    async tableOf({ source, recognised: { header, layout } }, used) {
      const width = header.cells.length;
      const trailing =
        layout.trailingField && source.sample.some(({ cells }) => cells.length === width + 1);
      const stored = source.stored!;
      const whole = new Set(stored.whole);
      const ranges: ParquetColumns["ranges"] = new Map(
        await rangesOf(engine, stored, header.cells, used?.values ?? []),
      );
      const names = header.cells.map(identifier);
      const dialect = duckdbDialect(engine, { names, whole, ranges });
      const from = dialect.table(stored, width + (trailing ? 1 : 0), header.line);
      return { dialect, from };
    },
    values: (sql, progress) => queriedValues(engine, sql, progress),
    async run(statement) {
      await engine.connection.run(statement);
    },
  };
}

type Range = readonly [number, { readonly lowest: number; readonly highest: number }];

/** Of the columns that are added up and are whole numbers, between what these lie, as far as a file says it. */
async function rangesOf(
  engine: DuckDB,
  stored: StoredTable,
  names: readonly string[],
  values: readonly number[],
): Promise<readonly Range[]> {
  const asked = values.filter((at) => stored.whole?.includes(at));
  if (asked.length === 0) return [];
  const { parquetRange } = await import("./parquet.ts");
  const found: Range[] = [];
  for (const at of asked) {
    const range = await parquetRange(engine, stored, names[at]!);
    if (range) found.push([at, range]);
  }
  return found;
}
