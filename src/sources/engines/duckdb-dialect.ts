import type { Dialect } from "./dialect.ts";
import { type DuckDB, literal, pathLiteral } from "./duckdb.ts";

/** DuckDB's SQL, for the files that a running DuckDB can reach. */
export function duckdbDialect(engine: DuckDB, parquetColumns: readonly string[]): Dialect {
  return {
    literal,
    column: (at) => `c${at}`,
    rowsWhere: (columns, condition) =>
      `list({${columns.map((column) => `${column}: ${column}`).join(", ")}}) FILTER (WHERE ${condition})`,
    spread: (list) => `unnest(${list}, recursive := true)`,
    joined: (text, separator) => `string_agg(${text}, ${literal(separator)})`,
    table(stored, columns, skip) {
      const path = pathLiteral(engine, stored.path);
      const names = Array.from({ length: columns }, (_, at) => `c${at}`);
      if (stored.kind === "parquet") {
        const texts = parquetColumns.map((column) => `${column}::VARCHAR`);
        const selected = texts.map((text, at) => `${text} AS ${names[at]}`).join(", ");
        return `(SELECT ${selected} FROM read_parquet(${path}))`;
      }
      const types = names.map((name) => `'${name}': 'VARCHAR'`).join(", ");
      const settings = [
        "header = false",
        "auto_detect = false",
        "strict_mode = true",
        `skip = ${skip}`,
        `delim = ${literal(stored.delimiter)}`,
        `quote = '"'`,
        `escape = '"'`,
        `columns = {${types}}`,
      ];
      return `read_csv(${path}, ${settings.join(", ")})`;
    },
  };
}
