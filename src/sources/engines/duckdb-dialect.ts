import type { Dialect } from "./dialect.ts";
import { type DuckDB, identifier, literal, pathLiteral } from "./duckdb.ts";

/** DuckDB's SQL, for the files that a running DuckDB can reach. */
export function duckdbDialect(engine: DuckDB, parquetColumns: readonly string[]): Dialect {
  return {
    literal,
    column: (at) => `c${at}`,
    rowsWhere: (columns, condition) =>
      `list({${columns.map((column) => `${column}: ${column}`).join(", ")}}) FILTER (WHERE ${condition})`,
    spread: (list) => `unnest(${list}, recursive := true)`,
    joined: (text, separator) => `string_agg(${text}, ${literal(separator)})`,
    isPlainNumber: (text, digits) =>
      `coalesce(regexp_full_match(${text}, '[0-9]{1,${digits}}(\\.[0-9]{1,20})?'), false)`,
    // A decimal of 18 digits is a whole number inside, which is added up quickly.
    sumOfNumbers: (text, decimals) =>
      `(coalesce(sum(try_cast(${text} AS DECIMAL(18, ${decimals}))), 0) * ${10 ** decimals})::HUGEINT`,
    occurring: (number, count) => `bitstring_agg(${number}, 0, ${count - 1})`,
    listed: (number) => `list(${number}::DOUBLE)`,
    kept: (name, columns, rows) => [
      `CREATE OR REPLACE TEMP TABLE ${name} AS SELECT * FROM (VALUES ${rows.map((row) => `(${row.join(", ")})`).join(", ")}) AS t(${columns.join(", ")})`,
    ],
    bitsIn: (value, count) => bytesOf(value as BitValue, count),
    numbersIn: (value) => (value as ListValue).items,
    table(stored, columns, skip) {
      const told = stored.partitions ?? [];
      const path = stored.paths
        ? `[${stored.paths.map(literal).join(", ")}]`
        : pathLiteral(engine, stored.path);
      const hive = `hive_partitioning = ${told.length > 0}${told.length > 0 ? ", hive_types_autocast = false" : ""}`;
      const all = Array.from({ length: columns }, (_, at) => `c${at}`);
      if (stored.kind === "parquet") {
        const texts = parquetColumns.map((column) => `${column}::VARCHAR`);
        const selected = texts.map((text, at) => `${text} AS ${all[at]}`).join(", ");
        return `(SELECT ${selected} FROM read_parquet(${path}, ${hive}))`;
      }
      const names = all.slice(0, columns - told.length);
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
        hive,
      ];
      const read = `read_csv(${path}, ${settings.join(", ")})`;
      if (told.length === 0) return read;
      const others = told.map((column, at) => `${identifier(column)} AS ${all[names.length + at]}`);
      return `(SELECT ${[...names, ...others].join(", ")} FROM ${read})`;
    },
  };
}

/** A list as the database hands it over. */
interface ListValue {
  readonly items: readonly number[];
}

/** A bit string as the database hands it over: the number of bits to skip, and then the bits. */
interface BitValue {
  readonly data: Uint8Array;
}

function bytesOf({ data }: BitValue, count: number): Uint8Array {
  const skip = data[0]!;
  const bytes = new Uint8Array(Math.ceil(count / 8));
  for (let at = 0; at < bytes.length; at += 1) {
    const next = data[at + 2] ?? 0;
    bytes[at] = ((data[at + 1]! << skip) | (next >> (8 - skip))) & 255;
  }
  return bytes;
}
