import type { StoredTable } from "../files/row-source.ts";
import { sampledRows } from "../files/sampled-rows.ts";
import type { DefinedTable } from "../records/load.ts";
import type { Database } from "./database.ts";
import { SEPARATOR } from "./dialect.ts";
import { type DuckDB, identifier, queriedValues } from "./duckdb.ts";
import { duckdbDialect, type ParquetColumns } from "./duckdb-dialect.ts";

/** A running DuckDB, which reads files. */
export function duckdbDatabase(engine: DuckDB): Database {
  return {
    async tableOf(table, used) {
      const {
        source,
        recognised: { header },
      } = table;
      const stored = source.stored!;
      const whole = new Set(stored.whole);
      const ranges: ParquetColumns["ranges"] = new Map(
        await rangesOf(engine, stored, header.cells, used?.values ?? []),
      );
      const names = header.cells.map(identifier);
      const dialect = duckdbDialect(engine, { names, whole, ranges }, stored.kind);
      const from = dialect.table(stored, fieldsOf(table), header.line);
      return { dialect, from };
    },
    likelyTexts,
    values: (sql, progress) => queriedValues(engine, sql, progress),
    async run(statement) {
      await engine.connection.run(statement);
    },
  };
}

/** The fields of a row. */
function fieldsOf({ source, recognised: { header, layout } }: DefinedTable): number {
  const width = header.cells.length;
  const isTrailing =
    layout.trailingField && source.sample.some(({ cells }) => cells.length === width + 1);
  return width + (isTrailing ? 1 : 0);
}

/** Rows with other texts are added up each by itself: so many at most, or this share of all. */
const MOST_OTHERS = 1000;
const MOST_OTHERS_SHARE = 0.005;

/** The texts that a sample of a CSV has, where hardly any row has others. */
function likelyTexts(
  table: DefinedTable,
  columns: readonly number[],
): readonly (readonly string[])[] | null {
  const { stored } = table.source;
  if (stored?.kind !== "csv" || stored.paths) return null;
  const fields = fieldsOf(table);
  const found = new Map<string, { readonly texts: readonly string[]; times: number }>();
  let [rows, bytes] = [0, 0];
  for (const cells of sampledRows(stored, table.recognised.header.line)) {
    if (cells.length !== fields) continue;
    rows += 1;
    for (const cell of cells) bytes += cell.length + 1;
    const texts = columns.map((at) => cells[at]!);
    const id = texts.join(SEPARATOR);
    const known = found.get(id);
    if (known) known.times += 1;
    else found.set(id, { texts, times: 1 });
  }
  if (rows === 0) return null;
  // Good and Turing: what is not in a sample is as frequent as what is in it once.
  const once = [...found.values()].filter(({ times }) => times === 1).length / rows;
  const all = (stored.bytes / bytes) * rows;
  if (once * all > Math.max(MOST_OTHERS, MOST_OTHERS_SHARE * all)) return null;
  return [...found.values()].map(({ texts }) => texts);
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
