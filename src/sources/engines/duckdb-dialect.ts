import type { StoredTable } from "../files/row-source.ts";
import { BitsOfProducts } from "./bits-of-products.ts";
import { ALWAYS, type Dialect, type Lookup, type Numbers } from "./dialect.ts";
import { type DuckDB, identifier, literal, pathLiteral } from "./duckdb.ts";

/** DuckDB's SQL for files, which it can reach itself. */
export interface FileDialect extends Dialect {
  /** A stored table whose columns are named by `column`, every one of them text, null for empty. */
  table(stored: StoredTable, columns: number, skip: number): string;
}

/** What is known of the columns of Parquet files, by their places. */
export interface ParquetColumns {
  readonly names: readonly string[];
  /** Those that are whole numbers, which are added up as they are. */
  readonly whole: ReadonlySet<number>;
  /** Those of them of which every row has a number, and between what these lie. */
  readonly ranges: ReadonlyMap<number, { readonly lowest: number; readonly highest: number }>;
}

/** DuckDB's SQL, for the files that a running DuckDB can reach. */
export function duckdbDialect(
  engine: DuckDB,
  { names: parquetColumns, whole, ranges }: ParquetColumns,
  kind: StoredTable["kind"],
): FileDialect {
  // A decimal of 18 digits is a whole number inside, which is added up quickly.
  const numberOf = (at: number, decimals: number) =>
    whole.has(at)
      ? `n${at}`
      : `try_cast(c${at} AS ${decimals === 0 ? "BIGINT" : `DECIMAL(18, ${decimals})`})`;
  const bits = new BitsOfProducts();
  return {
    literal,
    column: (at) => `c${at}`,
    text: (at) => `coalesce(c${at}, '')`,
    key: (at) => (whole.has(at) ? `n${at}` : `c${at}`),
    keyText: (_, value) => String(value ?? ""),
    narrowed: (query) => `(${query})`,
    // Of a text, all columns are read to count its rows; of Parquet, those of the rows asked for are few.
    keepsRows: kind === "csv",
    rowsWhere: (columns, condition) =>
      `list({${columns.map((column) => `${column}: ${column}`).join(", ")}}) FILTER (WHERE ${condition})`,
    spread: (list) => `unnest(${list}, recursive := true)`,
    kept: (name, query) => `CREATE OR REPLACE TEMP TABLE ${name} AS ${query}`,
    joined: (text, separator) => `string_agg(${text}, ${literal(separator)})`,
    isPlainNumber(at, digits, decimals) {
      const range = ranges.get(at);
      if (range && range.lowest >= 0 && range.highest < 10 ** digits) return ALWAYS;
      const number = numberOf(at, decimals);
      const isWithin = `${number} >= 0 AND ${number} < ${10 ** digits}`;
      if (whole.has(at)) return `coalesce(${isWithin}, false)`;
      const isPlain = `coalesce(regexp_full_match(c${at}, '[0-9]{1,${digits}}(\\.[0-9]{1,20})?'), false)`;
      // A number that is written as the text again takes less time than the expression.
      return `CASE WHEN ${isWithin} AND ${number}::VARCHAR = c${at} THEN true ELSE ${isPlain} END`;
    },
    sumOfNumbers(at, decimals) {
      return `(coalesce(sum(${numberOf(at, decimals)}), 0) * ${10 ** decimals})::HUGEINT::DOUBLE`;
    },
    occurring: (number, count) => `hex(bitstring_agg(${number}, 0, ${count - 1})::BLOB)`,
    listed: (value) => `list(${value})`,
    listedOnce: (value) =>
      `CASE WHEN min(${value}) = max(${value}) THEN [min(${value})] ELSE list(${value}) END`,
    lookup: lookupSql,
    bitsIn: (value, count) => bits.of(value as string, () => bytesOf(value as string, count)),
    itemsIn: (value) => (value as ListValue).items,
    table(stored, columns, skip) {
      const told = stored.partitions ?? [];
      const path = stored.paths
        ? `[${stored.paths.map(literal).join(", ")}]`
        : pathLiteral(engine, stored.path);
      const hive = `hive_partitioning = ${told.length > 0}${told.length > 0 ? ", hive_types_autocast = false" : ""}`;
      const all = Array.from({ length: columns }, (_, at) => `c${at}`);
      if (stored.kind === "parquet") {
        const texts = parquetColumns.map((column) => `${column}::VARCHAR`);
        const numbers = [...whole].map((at) => `${parquetColumns[at]} AS n${at}`);
        const selected = [...texts.map((text, at) => `${text} AS ${all[at]}`), ...numbers];
        return `(SELECT ${selected.join(", ")} FROM read_parquet(${path}, ${hive}))`;
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

/** What numbers are looked up in. */
const LOOKED_UP = "products";

function lookupSql(
  by: readonly number[],
  texts: readonly (readonly string[])[],
  numbers: Numbers,
  isOpen: boolean,
): Lookup {
  const names = Object.keys(numbers);
  const rows = texts.map((one, at) => {
    const all = [...one.map(literal), ...names.map((name) => numbers[name]![at]!)];
    return `(${all.join(", ")})`;
  });
  const columns = [...by.map((_, place) => `p${place}`), ...names];
  const on = by.map((at, place) => `p${place} = coalesce(c${at}, '')`);
  return {
    statements: [
      `CREATE OR REPLACE TEMP TABLE ${LOOKED_UP} AS SELECT * FROM (VALUES ${rows.join(", ")}) AS t(${columns.join(", ")})`,
    ],
    join: `${isOpen ? " LEFT" : ""} JOIN ${LOOKED_UP} ON ${on.join(" AND ")}`,
    numbers: Object.fromEntries(
      names.map((name) => {
        const isOne = new Set(numbers[name]).size === 1;
        return [name, isOne ? String(numbers[name]![0]) : `${LOOKED_UP}.${name}`];
      }),
    ),
    others: isOpen ? by.map((at) => `CASE WHEN p0 IS NULL THEN coalesce(c${at}, '') END`) : [],
  };
}

/** A list as the database hands it over. */
interface ListValue {
  readonly items: readonly unknown[];
}

/** Bits as hexadecimal digits, from the left, where they stand at the right of whole bytes. */
function bytesOf(text: string, count: number): Uint8Array {
  const data = Buffer.from(text, "hex");
  const skip = data.length * 8 - count;
  return Uint8Array.from(data, (byte, at) => (byte << skip) | ((data[at + 1] ?? 0) >> (8 - skip)));
}
