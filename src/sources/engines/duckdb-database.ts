import type { Database } from "./database.ts";
import { type DuckDB, identifier, queriedValues } from "./duckdb.ts";
import { duckdbDialect } from "./duckdb-dialect.ts";

/** A running DuckDB, which reads files. */
export function duckdbDatabase(engine: DuckDB): Database {
  return {
    async tableOf({ source, recognised: { header, layout } }) {
      const width = header.cells.length;
      const trailing =
        layout.trailingField && source.sample.some(({ cells }) => cells.length === width + 1);
      const dialect = duckdbDialect(engine, header.cells.map(identifier));
      const from = dialect.table(source.stored!, width + (trailing ? 1 : 0), header.line);
      return { dialect, from };
    },
    values: (sql, progress) => queriedValues(engine, sql, progress),
    async run(statement) {
      await engine.connection.run(statement);
    },
  };
}
